/** How are search results shown to a person? What was found, each hit, then the counts. */

import { namesCountries } from '../query/country-facets.js'
import { isTimeRange } from '../query/filters.js'
import { makeLabels } from '../query/labels.js'
import { LANGUAGE_FACET } from '../query/language-range.js'
import { isTime } from '../query/time-axis.js'
import type { Applied, Hit, SearchPage } from '../types.js'
import { facetChart } from './facet-charts.js'
import { markedLines } from './marked-text.js'
import { formatCount, formatNoun } from './quantities.js'
import type { Terminal } from './terminal.js'
import { oneLine, textWidth, wrapText } from './text-width.js'

type Printer = Pick<Terminal, 'paint' | 'width'>

/** Values of a facet that are listed. */
const TOP_VALUES = 12
/** Of a query, at most so many characters are shown again. */
const MAX_ECHO = 300
/** Other names of a concept that are listed. */
const TOP_NAMES = 4
/** Countries named beside a hit. */
const HIT_COUNTRIES = 4

const labels = makeLabels()

/** How many there are, for what, and what was widened or would have found something. `filters`: as typed. */
export function headLines(page: SearchPage, filters: string, { paint, width }: Printer): string[] {
  const { total, applied, groups } = page
  const count = total === 0 ? 'No release' : `${applied.cut ? 'At least ' : ''}${formatNoun(total, 'release')}`
  const asked = oneLine(page.query)
  const query =
    asked === '' ? '' : ` for ${paint('strong', asked.length > MAX_ECHO ? `${asked.slice(0, MAX_ECHO)}…` : asked)}`
  const folded = groups === undefined || groups === total ? '' : `, ${formatNoun(groups, 'different text')}`
  return [
    `${paint('strong', count)}${query}${folded}${filters === '' ? '' : paint('dim', ` · ${oneLine(filters)}`)}`,
    ...appliedTexts(applied).flatMap((text) => wrapText(text, width).map((line) => paint('doubt', line))),
    ...unknownTexts(page).flatMap((text) => wrapText(text, width).map((line) => paint('doubt', line))),
    ...page.corrections.map(
      ({ query: better, suggestion, releases }) =>
        `Did you mean ${paint('strong', oneLine(better))}? ${paint('dim', `(${oneLine(suggestion)}: ${formatNoun(releases, 'release')})`)}`,
    ),
  ]
}

/** Filters in the query that ask for what there is not. */
export function unknownTexts({ unknown = [] }: SearchPage): string[] {
  return unknown.map(({ facet, value }) => {
    const filter = `${oneLine(facet)}:${oneLine(value)}`
    if (namesCountries(facet)) return `No country is called “${oneLine(value)}”.`
    if (facet === LANGUAGE_FACET) return `No language has the code “${oneLine(value)}”.`
    if (!isTime(facet)) return `There is no facet “${oneLine(facet)}” here; ${filter} was read as plain words.`
    return isTimeRange(value)
      ? `The range ${filter} ends before it begins.`
      : `There is no such date as ${filter}; it was read as plain words.`
  })
}

/** What was widened beyond what was typed, in sentences. */
function appliedTexts({ relaxed, prefixes, fuzzy, concepts = [], cut }: Applied): string[] {
  return [
    ...(relaxed ? ['No release has all the words; any of them was enough.'] : []),
    ...prefixes.map(({ word, forms }) => `${oneLine(word)}… stands for ${formatNoun(forms, 'word')}.`),
    ...fuzzy
      .map(({ word, forms }) => ({ word, others: forms.filter((form) => form !== word) }))
      .filter(({ others }) => others.length > 0)
      .map(
        ({ word, others }) =>
          `${oneLine(word)} was also looked for as ${others.slice(0, 8).map(oneLine).join(', ')}${others.length > 8 ? ' …' : ''}.`,
      ),
    ...concepts.map(({ word, forms }) => `${oneLine(word)} was also looked for by other names: ${firstNames(forms)}.`),
    ...(cut ? ['Not every form could be looked up: the counts are lower bounds.'] : []),
  ]
}

function firstNames(names: readonly string[]): string {
  return `${names.slice(0, TOP_NAMES).map(oneLine).join(', ')}${names.length > TOP_NAMES ? ' …' : ''}`
}

/** One hit. `last`: the largest number on the page, so that texts stand in line. */
export function hitLines(hit: Hit, number: number, last: number, { paint, width }: Printer): string[] {
  const column = Math.max(2, formatCount(last).length) + 2
  const indent = ' '.repeat(column)
  const room = width - column
  const title = markedLines(hit.titleSnippet ?? { text: hit.title, marks: [] }, room, paint, 'strong')
  const snippet = hit.snippet === undefined ? [] : markedLines(hit.snippet, room, paint)
  const head = `${formatCount(number)}.`.padStart(column - 1)
  return [
    '',
    `${paint('dim', head)} ${title[0] ?? paint('dim', '(no title)')}`,
    ...title.slice(1).map((line) => indent + line),
    ...factLines(hit, room, paint).map((line) => indent + line),
    ...snippet.map((line) => indent + line),
  ]
}

/** Date, countries and id on a line if they fit, else the id on one of its own; then the address, which stays whole. */
function factLines(hit: Hit, room: number, paint: Printer['paint']): string[] {
  const countries = hit.countries.slice(0, HIT_COUNTRIES).map((code) => oneLine(labels.label('country', code)))
  const more = hit.countries.length - countries.length
  const facts = [
    hit.date ?? 'undated',
    ...(countries.length === 0 ? [] : [countries.join(', ') + (more > 0 ? ` and ${more} more` : '')]),
    ...(hit.copies !== undefined && hit.copies > 1 ? [`${formatCount(hit.copies)} copies`] : []),
  ].join(' · ')
  const id = oneLine(hit.id)
  const fits = textWidth(facts) + textWidth(id) + 3 <= room
  const url = hit.url === undefined ? [] : [paint('dim', oneLine(hit.url))]
  const lines = wrapText(facts, room)
  if (fits) return [`${facts}${paint('dim', ` · ${id}`)}`, ...url]
  return [...lines, ...wrapText(id, room).map((line) => paint('dim', line)), ...url]
}

/** The counts, and where the page stands among all. `offset`: hits before the page, 0 where all are listed. */
export function footLines(page: SearchPage, offset: number, printer: Printer): string[] {
  const shown = offset + page.hits.length
  const all = page.groups ?? page.total
  const charts = Object.entries(page.facets)
    .filter(([, counts]) => counts.some(({ count }) => count > 0))
    .flatMap(([name, counts]) => facetChart(name, counts, TOP_VALUES, printer))
  const place =
    page.hits.length > 0 && page.hits.length < all
      ? `${formatCount(offset + 1)}–${formatCount(shown)} of ${formatCount(all)}${shown < all ? ` · the next: --offset ${shown}` : ''}`
      : page.hits.length === 0 && offset >= all && all > 0
        ? `--offset ${offset} is beyond the last one`
        : ''
  return [...charts, ...(place === '' ? [] : ['', printer.paint('dim', place)])]
}
