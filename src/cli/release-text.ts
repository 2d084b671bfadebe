/** How is a whole release shown? Title, facts, and the text in paragraphs. */

import { makeLabels } from '../query/labels.js'
import type { Contact, DateSource, Release } from '../types.js'
import { factRows } from './facts.js'
import type { Terminal } from './terminal.js'
import { oneLine, printable, wrapText } from './text-width.js'

const DATE_SOURCES: Record<DateSource, string> = {
  stated: 'stated',
  metadata: 'from the metadata',
  url: 'from the address',
  feed: 'from the feed',
  dateline: 'from the dateline',
  text: 'from the text',
}

/** The lines of a release. */
export function releaseLines(release: Release, printer: Pick<Terminal, 'paint' | 'width'>): string[] {
  const { paint, width } = printer
  const labels = makeLabels()
  const names = (facet: string, values: readonly string[] = []) =>
    values.map((value) => oneLine(labels.label(facet, value))).join(', ')
  const own = Object.entries(release.facets ?? {}).map(([name, value]): [string, string] => [
    oneLine(name),
    oneLine([value].flat().join(', ')),
  ])
  return [
    ...wrapText(oneLine(release.title), width).map((line) => paint('strong', line)),
    '',
    ...factRows(
      [
        ['Date', dateText(release)],
        ['Countries', names('country', release.countries)],
        ['Mentions', names('mention', release.mentions)],
        ['Language', release.language === undefined ? '' : names('language', [release.language])],
        ['Address', oneLine(release.url ?? '')],
        ['Id', oneLine(release.id)],
        ...own,
        ...(release.contacts ?? []).map((contact): [string, string] => ['Contact', contactText(contact)]),
      ],
      printer,
    ),
    '',
    ...wrapText(printable(release.body).trim(), width),
  ]
}

function dateText({ date, dateSource }: Release): string {
  if (date === undefined) return 'undated'
  return dateSource === undefined || dateSource === 'stated' ? date : `${date} (${DATE_SOURCES[dateSource]})`
}

function contactText({ name, office, phone, email }: Contact): string {
  return [name, office, phone, email].flatMap((part) => (part === undefined ? [] : [oneLine(part)])).join(', ')
}
