/** Is every byte of an archive as it was written? `datelines verify DIR` */

import { verifyArchive } from '../build.js'
import { defineCommand } from './command.js'
import { ProgressLine } from './progress-line.js'
import { formatBytes, formatNoun } from './quantities.js'
import { oneLine } from './text-width.js'

export const verify = defineCommand({
  command: 'verify',
  usage: 'verify DIR [--deep] [--json]',
  about:
    'Reads an archive through and checks it. When something is wrong, every problem is listed, and the exit code is 1.',
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
      const problems = found.problems.map(
        ({ where, message }) => `  ${terminal.paint('strong', oneLine(where))}: ${oneLine(message)}`,
      )
      await terminal.print([
        `${terminal.paint('bad', '✗')} ${oneLine(directory)} is damaged: ${formatNoun(problems.length, 'problem')}`,
        ...problems,
        'Build it again, or upload it again if it was whole where it was built.',
      ])
    }
    return found.ok ? 0 : 1
  },
})
