/** Which search do the options of a command line ask for? */

import { isDatelinesError } from '../errors.js'
import { optionsFromParams } from '../index.js'
import type { SearchOptions, TextField, Where } from '../types.js'
import type { OptionTable, OptionValues } from './arguments.js'
import { UsageError } from './usage-error.js'

/** Options that say what is looked for, of every command that has a query. */
export const QUERY_OPTIONS = {
  country: {
    kind: 'texts',
    value: 'MO,CN',
    help: 'Only releases about one of these countries: codes or names; none for those without.',
  },
  year: {
    kind: 'texts',
    value: '2009..2011',
    help: 'Only these years: one, several with commas, or a range; none for undated ones.',
  },
  date: {
    kind: 'texts',
    value: '2010-06..',
    help: 'Only these dates: YYYY, YYYY-MM, YYYY-MM-DD, or a range, open at an end or not.',
  },
  lang: { kind: 'texts', value: 'en', help: 'Only releases in one of these languages.' },
  where: {
    kind: 'pairs',
    value: 'NAME=VALUE',
    help: 'Only releases with this value of a facet, e.g. topic=trafficking; may be repeated.',
  },
  or: { kind: 'flag', help: 'Any word of the query will do.' },
  prefix: { kind: 'flag', help: 'Words may go on: migrat finds migration and migratory.' },
  fuzzy: { kind: 'flag', help: 'Words may be misspelt.' },
  relax: { kind: 'flag', help: 'When no release has all the words, any of them will do.' },
  'no-concepts': {
    kind: 'flag',
    help: 'Names and terms stand for themselves: Burma is not also looked for as Myanmar, nor IDP in full.',
  },
  fields: { kind: 'list', value: 'title', allowed: ['title', 'body'], help: 'Look in these fields only: title, body.' },
} as const satisfies OptionTable

type QueryValues = OptionValues<typeof QUERY_OPTIONS>

/** The search options that {@link QUERY_OPTIONS} stand for. */
export function queryOptions(values: QueryValues, command: string): SearchOptions {
  const where = readWhere(values, command)
  return {
    ...(Object.keys(where).length > 0 && { where }),
    ...(values.or && { combineWith: 'OR' as const }),
    ...(values.prefix && { prefix: true }),
    ...(values.fuzzy && { fuzzy: true }),
    ...(values.relax && { relax: true }),
    ...(values['no-concepts'] && { concepts: false }),
    ...(values.fields && { fields: values.fields as TextField[] }),
  }
}

/** Filters are written as in an address: `country=MO,CN&year=2009..2011&where.topic=trafficking`. */
function readWhere(values: QueryValues, command: string): Where {
  const params = new URLSearchParams()
  for (const name of ['country', 'year', 'date', 'lang'] as const) {
    for (const text of values[name] ?? []) params.append(name, text)
  }
  for (const [facet, text] of values.where ?? []) params.append(`where.${facet}`, text)
  try {
    return optionsFromParams(params).options.where ?? {}
  } catch (error) {
    if (!isDatelinesError(error) || error.code !== 'E_OPTION') throw error
    throw new UsageError(
      `--${error.message.replace(/^(options\.)?where\./, (_, own) => (own ? '' : 'where '))}.`,
      command,
    )
  }
}

/** The filters as a person reads them back: `country MO, CN · year 2009..2011`. */
export function filterText(values: QueryValues): string {
  return [
    ...(['country', 'year', 'date', 'lang'] as const).map((name) => [name, values[name]?.join(',') ?? ''] as const),
    ...(values.where ?? []),
  ]
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name} ${text}`)
    .join(' · ')
}
