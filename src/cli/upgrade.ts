/** How does an old archive come to be analysed as new ones are? `datelines upgrade DIR` */

import { upgradeArchive } from '../build.js'
import { BUILD_PHASES } from './build.js'
import { buildSummary } from './build-summary.js'
import { defineCommand } from './command.js'
import { REBUILD_OPTIONS } from './merge.js'
import { ProgressLine } from './progress-line.js'

export const upgrade = defineCommand({
  command: 'upgrade',
  usage: 'upgrade DIR [OPTIONS]',
  about:
    'Builds the archive in DIR again from the releases that it stores, with the analysis of this version of datelines, and joins its segments into one. The files that the releases came from are not needed.',
  words: [{ name: 'DIR' }],
  options: REBUILD_OPTIONS,
  examples: [['datelines upgrade public/archive', 'after an update of datelines']],
  async run({ options, words }, { terminal, signal }) {
    const [directory = ''] = words
    const { memory, workers, keep } = options
    const line = new ProgressLine(terminal, BUILD_PHASES, 'releases')
    const report = await upgradeArchive(directory, {
      signal,
      onProgress: (progress) => line.show(progress),
      ...(memory !== undefined && { memory }),
      ...(workers !== undefined && { workers }),
      ...(keep !== undefined && { keep }),
    })
    line.end()
    if (options.json) await terminal.printJson(report)
    else await terminal.print(buildSummary(report, directory, terminal))
    return 0
  },
})
