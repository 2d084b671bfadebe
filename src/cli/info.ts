/** What does an archive hold, seen from a shell? `datelines info DIR|URL` */

import type { ArchiveInfo } from '../types.js'
import { defineCommand } from './command.js'
import { facetChart } from './facet-charts.js'
import { factRows } from './facts.js'
import { formatCount, formatNoun } from './quantities.js'
import type { Terminal } from './terminal.js'
import { oneLine } from './text-width.js'
import { withArchive } from './with-archive.js'

/** Countries that are listed. */
const TOP_COUNTRIES = 12

export const info = defineCommand({
  command: 'info',
  usage: 'info DIR|URL [--json]',
  about:
    'Tells what an archive holds: how many releases, in which languages, from which years and about which countries.',
  words: [{ name: 'DIR|URL' }],
  options: { json: { kind: 'flag', help: 'Print what the archive says of itself as JSON.' } },
  examples: [['datelines info https://example.org/archive/', 'an archive on the web']],
  async run({ options, words }, { terminal, signal }) {
    const [place = ''] = words
    return withArchive(place, signal, async (archive) => {
      if (options.json) await terminal.printJson(archive.info)
      else {
        const { facets } = await archive.search('', { limit: 0, facets: ['year', 'country'], signal })
        await terminal.print([
          ...infoLines(archive.info, place, terminal),
          ...facetChart('year', facets.year ?? [], 0, terminal),
          ...facetChart('country', facets.country ?? [], TOP_COUNTRIES, terminal),
        ])
      }
      return 0
    })
  },
})

/** What an archive says of itself, as lines. */
export function infoLines(about: ArchiveInfo, place: string, printer: Pick<Terminal, 'paint' | 'width'>): string[] {
  const { paint } = printer
  const languages = Object.entries(about.languages).map(([tag, count]) => `${oneLine(tag)} ${formatCount(count)}`)
  const { years, version, analysis } = about
  return [
    `${paint('strong', formatNoun(about.releases, 'release'))} in ${paint('strong', oneLine(place))}`,
    '',
    ...factRows(
      [
        ['Years', years === null ? 'none' : years[0] === years[1] ? `${years[0]}` : `${years[0]}–${years[1]}`],
        ['Undated', formatCount(about.undated)],
        ['Languages', languages.join(', ')],
        ['Facets', about.facets.map(oneLine).join(', ')],
        ['Segments', formatCount(about.segments)],
        ['Format', `${about.format} ${version.major}.${version.minor}, analysis ${analysis.version}`],
      ],
      printer,
    ),
  ]
}
