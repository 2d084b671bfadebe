/** How do today's releases get into an archive from a shell? `datelines add DIR <globs…>` */

import { type AddReport, type ArchiveState, addToArchive } from '../build.js'
import type { OptionTable } from './arguments.js'
import { BUILD_PHASES, mergeOptions, READ_OPTIONS } from './build.js'
import { buildNotes } from './build-summary.js'
import { defineCommand } from './command.js'
import { loadConfig } from './config.js'
import { ProgressLine } from './progress-line.js'
import { formatDuration, formatNoun } from './quantities.js'
import type { Terminal } from './terminal.js'
import { oneLine } from './text-width.js'
import { UsageError } from './usage-error.js'

const OPTIONS = {
  ...READ_OPTIONS,
  json: { kind: 'flag', help: 'Print the report as JSON.' },
} as const satisfies OptionTable

export const add = defineCommand({
  command: 'add',
  usage: 'add DIR GLOB… [OPTIONS]',
  about:
    'Reads releases as build does and adds them to the archive in DIR. A release with the id of one that is there replaces it. Files that are published already stay as they are, so that only new ones need to be uploaded, root.dl last.',
  words: [{ name: 'DIR' }, { name: 'GLOB', optional: true, several: true }],
  options: OPTIONS,
  examples: [
    ["datelines add public/archive 'today/*.html'", 'the releases of a day'],
    [
      'datelines add public/archive today.jsonl --previous https://example.org/archive/',
      'the same where only the web has the archive',
    ],
  ],
  async run({ options, words }, { terminal, signal }) {
    const [directory = '', ...globs] = words
    const config = await loadConfig(options.config)
    const { out: _, ...merged } = mergeOptions(config, options, globs)
    if (merged.include === undefined && merged.releases === undefined) {
      throw new UsageError("GLOB missing: which files to read, e.g. 'today/*.html'.", 'add')
    }
    const line = new ProgressLine(terminal, BUILD_PHASES, 'releases')
    const report = await addToArchive(directory, {
      ...merged,
      signal,
      onProgress: (progress) => {
        config.onProgress?.(progress)
        line.show(progress)
      },
    })
    line.end()
    for (const note of buildNotes(report, terminal)) terminal.note(note)
    if (options.json) await terminal.printJson(report)
    else await terminal.print([addSummary(report, directory, terminal)])
    return 0
  },
})

function addSummary(report: AddReport, directory: string, { paint }: Pick<Terminal, 'paint'>): string {
  const { updated, releases, ms } = report
  const taken = [
    [releases - updated.length, 'added'],
    [updated.length, 'replaced'],
    [report.rejected.length, 'rejected'],
    [report.skipped, 'skipped'],
  ] as const
  const told = taken.filter(([count], index) => index === 0 || count > 0).map(([count, what]) => `${count} ${what}`)
  return `${paint('good', '✓')} ${told.join(', ')} in ${formatDuration(ms)}; ${archiveText(directory, report.archive)}`
}

/** What an archive holds now, as part of a sentence. */
export function archiveText(directory: string, { releases, segments }: ArchiveState): string {
  return `${oneLine(directory)} holds ${formatNoun(releases, 'release')} in ${formatNoun(segments, 'segment')}`
}
