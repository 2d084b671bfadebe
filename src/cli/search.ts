/** How is an archive searched from a shell? `datelines search DIR|URL QUERY` */

import { isDatelinesError } from '../errors.js'
import { type Archive, parseQuery } from '../index.js'
import { CORE_FACETS } from '../query/time-axis.js'
import type { AllOptions, SearchOptions, SearchPage } from '../types.js'
import type { OptionTable, OptionValues } from './arguments.js'
import { type Context, defineCommand } from './command.js'
import { exportRows } from './export-rows.js'
import { formatCount, formatNoun } from './quantities.js'
import { filterText, QUERY_OPTIONS, queryOptions } from './search-options.js'
import { footLines, headLines, hitLines, unknownTexts } from './search-text.js'
import type { Terminal } from './terminal.js'
import { UsageError } from './usage-error.js'
import { withArchive } from './with-archive.js'

/** Ways of printing what was found. */
const FORMATS = ['text', 'json', 'jsonl', 'csv'] as const

/** From it spreadsheets know that a table is UTF-8; without it they take it for the encoding of the machine. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Hits on a page that nobody gave a length. */
const LIMIT = 10

const OPTIONS = {
  ...QUERY_OPTIONS,
  sort: {
    kind: 'choice',
    values: ['relevance', 'newest', 'oldest'],
    help: 'Order. Default relevance; without words, newest.',
  },
  limit: {
    kind: 'count',
    value: 'N',
    short: 'n',
    most: 1000,
    help: `Hits to show. Default ${LIMIT}, at most 1,000; --all is for more.`,
  },
  offset: { kind: 'count', value: 'N', help: 'Hits to skip.' },
  facets: { kind: 'list', value: 'year,country', help: 'What to count by. Default year,country; none counts nothing.' },
  fold: { kind: 'flag', help: 'Show releases of nearly the same text once.' },
  all: { kind: 'flag', help: 'Every hit, not a page of them.' },
  releases: { kind: 'flag', help: 'With --all and json or jsonl: whole releases, with their text.' },
  format: { kind: 'choice', values: FORMATS, help: 'How to print. Default text.' },
  'no-bom': {
    kind: 'flag',
    help: 'Leave out the byte order mark before csv, from which spreadsheets know that it is UTF-8.',
  },
  json: { kind: 'flag', help: 'The same as --format json.' },
} as const satisfies OptionTable

type SearchValues = OptionValues<typeof OPTIONS>

export const search = defineCommand({
  command: 'search',
  usage: "search DIR|URL 'QUERY' [OPTIONS]",
  about:
    'Finds releases and counts them by year and country; the counts are exact. A query has words, "phrases", -excluded words, OR, parentheses, title:word, word*, word~1, and filters such as country:MO or year:2009..2011; without a query every release is found. Put it in single quotes, so that the shell leaves it as it is.',
  words: [{ name: 'DIR|URL' }, { name: 'QUERY', optional: true, several: true }],
  options: OPTIONS,
  examples: [
    [
      `datelines search public/archive '"human trafficking" macao -casino'`,
      'a phrase, a word, and one that must not be there',
    ],
    [
      'datelines search https://example.org/archive/ refugees --country KE,UG --year 2009..2011',
      'an archive on the web, with filters',
    ],
    ['datelines search public/archive casino --all --format csv > casino.csv', 'everything, for a spreadsheet'],
  ],
  async run({ options, words }, context) {
    const [place = '', ...query] = words
    checkCombination(options)
    const given = searchOptions(options, context)
    return withArchive(place, context.signal, (archive) => run(archive, query.join(' '), options, given, context))
  },
})

function checkCombination({ all, limit, offset, releases, format, json }: SearchValues): void {
  const wrong = (message: string) => new UsageError(message, 'search')
  if (json && format !== undefined && format !== 'json')
    throw wrong(`--json and --format ${format} contradict each other.`)
  if (all && limit !== undefined) throw wrong('--all and --limit contradict each other.')
  if (all && offset !== undefined) throw wrong('--all and --offset contradict each other.')
  if (releases && (!all || (format !== 'jsonl' && format !== 'json' && !json))) {
    throw wrong('--releases goes with --all and --format json or jsonl.')
  }
}

function searchOptions(values: SearchValues, { signal }: Context): SearchOptions {
  const facets = (values.facets ?? ['year', 'country']).filter((name) => name !== 'none')
  return {
    ...queryOptions(values, 'search'),
    ...(values.sort && { sort: values.sort }),
    ...(values.fold && { fold: true }),
    facets,
    limit: values.limit ?? LIMIT,
    offset: values.offset ?? 0,
    signal,
  }
}

async function run(
  archive: Archive,
  query: string,
  values: SearchValues,
  options: SearchOptions,
  { terminal }: Context,
): Promise<number> {
  const format = values.json ? 'json' : (values.format ?? 'text')
  // Rows say nothing of the query; a page without any does.
  const page = await archive.search(query, values.all ? { ...options, limit: 0 } : options)
  tellDoubts(page, query, archive.info.facets, format, terminal)
  if (format === 'text') await printText(archive, page, query, values, options, terminal)
  else if (format === 'json' && !values.all) await terminal.printJson(page)
  else {
    const own = archive.info.facets.filter((name) => !CORE_FACETS.includes(name))
    const rest = exportOptions(options)
    const rows = !values.all
      ? page.hits
      : values.releases
        ? archive.all(query, { ...rest, include: 'release' })
        : archive.all(query, rest)
    if (format === 'csv' && !values['no-bom']) await terminal.write(BYTE_ORDER_MARK)
    for await (const chunk of exportRows(rows, format, own)) await terminal.write(chunk)
    const all = page.groups ?? page.total
    if (!values.all && page.hits.length < all)
      terminal.note(`${formatCount(page.hits.length)} of ${formatNoun(all, 'hit')}; --all writes every one.`)
  }
  return 0
}

/** Tells what in the query was not understood. Text names filters that are none itself, above the hits. */
function tellDoubts(
  page: SearchPage,
  query: string,
  facets: readonly string[],
  format: (typeof FORMATS)[number],
  terminal: Terminal,
): void {
  const unknown = unknownTexts(page)
  const doubts = unknown.length > 0 ? unknown : queryDoubts(query, facets)
  if (unknown.length === 0 || format !== 'text')
    for (const text of doubts) terminal.note(terminal.paintNote('doubt', text))
}

/** What in a query is not in the grammar, and so was read as plain words. */
function queryDoubts(query: string, facets: readonly string[]): string[] {
  try {
    parseQuery(query, { strict: true, facets })
    return []
  } catch (error) {
    if (!isDatelinesError(error) || error.code !== 'E_QUERY') throw error
    return [`Part of the query was read as plain words: ${error.message.replace(/^query, /, '')}.`]
  }
}

async function printText(
  archive: Archive,
  page: SearchPage,
  query: string,
  values: SearchValues,
  options: SearchOptions,
  terminal: Terminal,
): Promise<void> {
  await terminal.print(headLines(page, filterText(values), terminal))
  if (values.all) {
    let number = 0
    const rows = archive.all(query, { ...exportOptions(options), snippet: {} })
    for await (const hit of rows) await terminal.print(hitLines(hit, ++number, page.total, terminal))
  } else {
    const { offset = 0 } = options
    const last = offset + page.hits.length
    for (const [index, hit] of page.hits.entries())
      await terminal.print(hitLines(hit, offset + index + 1, last, terminal))
  }
  await terminal.print(footLines(page, values.all ? 0 : (options.offset ?? 0), terminal))
}

/** Options of a page without those that an export does not have. */
function exportOptions({ limit, offset, facets, ...rest }: SearchOptions): Omit<AllOptions, 'include'> {
  return rest
}
