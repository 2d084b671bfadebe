/** How do several archives become one from a shell? `datelines merge A B … --out DIR` */

import { mergeArchives } from '../build.js'
import type { OptionTable } from './arguments.js'
import { BUILD_PHASES, READ_OPTIONS } from './build.js'
import { buildSummary } from './build-summary.js'
import { defineCommand } from './command.js'
import { ProgressLine } from './progress-line.js'
import { UsageError } from './usage-error.js'

/** Options of everything that builds from stored releases. */
export const REBUILD_OPTIONS = {
  memory: {
    kind: 'count',
    value: 'MIB',
    least: 1,
    help: 'Memory for releases before they go to a temporary file. Default 512.',
  },
  workers: READ_OPTIONS.workers,
  keep: {
    kind: 'count',
    value: 'N',
    help: 'Earlier generations of the archive to leave for readers that have it open. Default 1.',
  },
  json: { kind: 'flag', help: 'Print the report as JSON.' },
} as const satisfies OptionTable

export const merge = defineCommand({
  command: 'merge',
  usage: 'merge DIR… --out DIR [OPTIONS]',
  about:
    'Builds one archive from the releases that others hold. Of several releases with one id, that of the archive named last is taken. Merging an archive into itself joins its segments.',
  words: [{ name: 'DIR', several: true }],
  options: {
    out: {
      kind: 'text',
      value: 'DIR',
      short: 'o',
      help: 'Where the archive goes: a new or empty folder, or an archive to replace, which may be one of those named.',
    },
    ...REBUILD_OPTIONS,
  },
  examples: [['datelines merge 1990s 2000s 2010s --out public/archive', 'archives that were built one by one']],
  async run({ options, words }, { terminal, signal }) {
    const { out, memory, workers, keep } = options
    if (out === undefined) throw new UsageError('--out DIR missing: where the archive goes.', 'merge')
    const line = new ProgressLine(terminal, BUILD_PHASES, 'releases')
    const report = await mergeArchives(words, out, {
      signal,
      onProgress: (progress) => line.show(progress),
      ...(memory !== undefined && { memory }),
      ...(workers !== undefined && { workers }),
      ...(keep !== undefined && { keep }),
    })
    line.end()
    if (options.json) await terminal.printJson(report)
    else await terminal.print(buildSummary(report, out, terminal))
    return 0
  },
})
