/** Why is a release found, or not? `datelines why DIR|URL QUERY ID` */

import type { Explanation } from '../types.js'
import { table } from './columns.js'
import { defineCommand } from './command.js'
import { factRows } from './facts.js'
import { findRelease } from './find-release.js'
import { formatCount, formatDecimal } from './quantities.js'
import { QUERY_OPTIONS, queryOptions } from './search-options.js'
import type { Terminal } from './terminal.js'
import { oneLine } from './text-width.js'
import { withArchive } from './with-archive.js'

export const why = defineCommand({
  command: 'why',
  usage: "why DIR|URL 'QUERY' ID [OPTIONS]",
  about:
    'Tells how the score of a release comes about, word by word; or, when the query does not find it, which word, clause or filter fails. Instead of its id, its address does as well.',
  words: [{ name: 'DIR|URL' }, { name: 'QUERY' }, { name: 'ID' }],
  options: { ...QUERY_OPTIONS, json: { kind: 'flag', help: 'Print the explanation as JSON.' } },
  examples: [["datelines why public/archive 'refugees kenya' releases/dadaab.txt", 'the same options as search']],
  async run({ options, words }, { terminal, signal }) {
    const [place = '', query = '', id = ''] = words
    const given = { ...queryOptions(options, 'why'), signal }
    const explanation = await withArchive(place, signal, async (archive) => {
      const release = await findRelease(archive, place, id, signal)
      return archive.explain(query, release.id, given)
    })
    if (options.json) await terminal.printJson(explanation)
    else await terminal.print(explanationLines(explanation, query, terminal))
    return 0
  },
})

/** An explanation as lines. */
export function explanationLines(
  explanation: Explanation,
  query: string,
  printer: Pick<Terminal, 'paint' | 'width'>,
): string[] {
  const { id, matched, score, terms, bonus, failed } = explanation
  const { paint } = printer
  const head = factRows(
    [
      ['Query', oneLine(query)],
      ['Release', oneLine(id)],
      ['Score', matched ? formatDecimal(score) : 'not found'],
    ],
    printer,
  )
  if (!matched) {
    return [
      ...head,
      '',
      ...failed.map(({ clause, reason }) => `  ${paint('bad', '✗')} ${oneLine(clause)}: ${oneLine(reason)}`),
    ]
  }
  if (terms.length === 0) return [...head, '', '  It is found; the query has no word that could give it a score.']
  const rows = terms.map((term) => [
    oneLine(term.word),
    oneLine(term.terms.join(', ')),
    term.field,
    formatCount(term.termFreq),
    formatCount(Math.round(term.fieldLength)),
    formatCount(term.docFreq),
    formatDecimal(term.idf),
    formatDecimal(term.boost),
    formatDecimal(term.score),
  ])
  const [titles = '', ...body] = table(
    [['word', 'as', 'field', 'times', 'length', 'releases', 'idf', 'boost', 'score'], ...rows],
    ['left', 'left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'],
  )
  return [
    ...head,
    '',
    paint('dim', `  ${titles}`),
    ...body.map((line) => `  ${line}`),
    ...(bonus === 0 ? [] : [`  and ${formatDecimal(bonus)} for words that stand together`]),
  ]
}
