/** Is every byte of an archive as it was written? `datelines verify DIR` */

import { verifyArchive } from '../build.js'
import { defineCommand } from './command.js'
import { fewOfAKind, type KindLine } from './few-of-a-kind.js'
import { ProgressLine } from './progress-line.js'
import { formatBytes, formatNoun } from './quantities.js'
import type { Terminal } from './terminal.js'
import { oneLine } from './text-width.js'

/** Problems of one kind that are printed: one cause may show in each of a thousand parts. `--json` has them all. */
const SHOWN_OF_A_KIND = 4

export const verify = defineCommand({
  command: 'verify',
  usage: 'verify DIR [--deep] [--json]',
  about:
    'Reads an archive through and checks it. When something is wrong, the problems are listed, of many alike the first, and the exit code is 1.',
  words: [{ name: 'DIR' }],
  options: {
    deep: { kind: 'flag', help: 'Check also that the index says what the stored texts say.' },
    json: { kind: 'flag', help: 'Print the findings as JSON.' },
  },
  examples: [['datelines verify public/archive --deep', 'before an archive is uploaded']],
  async run({ options, words }, { terminal }) {
    const [directory = ''] = words
    const line = new ProgressLine(terminal, { verify: 'Checking' }, 'files')
    const found = await verifyArchive(directory, {
      ...(options.deep && { deep: true }),
      onProgress: (progress) => line.show({ phase: 'verify', ...progress }),
    })
    line.end()
    if (options.json) await terminal.printJson(found)
    else if (found.ok) {
      const { segments, releases, files, bytes } = found
      const counts = [
        formatNoun(releases, 'release'),
        formatNoun(segments, 'segment'),
        formatNoun(files, 'file'),
        formatBytes(bytes),
      ]
      await terminal.print([`${terminal.paint('good', '✓')} ${oneLine(directory)} is whole: ${counts.join(', ')}`])
    } else {
      const { problems } = found
      await terminal.print([
        `${terminal.paint('bad', '✗')} ${oneLine(directory)} is damaged: ${formatNoun(problems.length, 'problem')}`,
        ...fewOfAKind(
          problems.map((problem) => problemLine(problem, terminal)),
          SHOWN_OF_A_KIND,
        ).map((line) => `  ${line}`),
        'Build it again, or upload it again if it was whole where it was built.',
      ])
    }
    return found.ok ? 0 : 1
  },
})

/** A problem; those that differ in their place, in numbers and in the word they begin with are of one kind. */
function problemLine({ where, message }: { where: string; message: string }, { paint }: Terminal): KindLine {
  const told = oneLine(message.startsWith(`${where}: `) ? message.slice(where.length + 2) : message)
  return {
    line: `${paint('strong', oneLine(where))}: ${told}`,
    kind: told.replace(/^\S+|\S*\d\S*|(["']).*?\1/g, ''),
  }
}
