/** How do releases get out of an archive from a shell? `datelines remove DIR ID…` */

import { removeFromArchive } from '../build.js'
import { archiveText } from './add.js'
import { defineCommand } from './command.js'
import { formatCount } from './quantities.js'
import { oneLine } from './text-width.js'
import { UsageError } from './usage-error.js'

export const remove = defineCommand({
  command: 'remove',
  usage: 'remove DIR ID… [--purge] [--json]',
  about:
    'Takes releases out of the archive in DIR: they are not found, counted or shown any more. Their text stays in its file unless --purge is given. When none of the ids is there, nothing is changed but that --purge leaves no earlier generation, and the exit code is 1.',
  words: [{ name: 'DIR' }, { name: 'ID', several: true }],
  options: {
    purge: {
      kind: 'flag',
      help: 'Write the files that hold the text anew without it, and remove those of earlier generations.',
    },
    keep: {
      kind: 'count',
      value: 'N',
      help: 'Earlier generations of the archive to leave for readers that have it open. Default 1; with --purge none, and no other number.',
    },
    previous: {
      kind: 'text',
      value: 'DIR|URL',
      help: 'The archive as it is published, to be fetched when there is none in DIR.',
    },
    json: { kind: 'flag', help: 'Print the report as JSON.' },
  },
  examples: [
    ['datelines remove public/archive releases/2011/macao.html', 'one that was withdrawn'],
    ['datelines remove public/archive 4711 --purge', 'one whose text must not stay anywhere'],
  ],
  async run({ options, words }, { terminal, signal }) {
    const [directory = '', ...ids] = words
    if (options.purge && options.keep)
      throw new UsageError('--purge and --keep contradict each other: earlier generations hold the text.', 'remove')
    const report = await removeFromArchive(directory, ids, {
      signal,
      ...(options.purge && { purge: true }),
      ...(options.keep !== undefined && { keep: options.keep }),
      ...(options.previous !== undefined && { previous: options.previous }),
    })
    const gone = options.purge ? '; earlier generations, which may have held it, are gone' : ''
    for (const id of report.unknown) terminal.note(`${oneLine(id)}: there is no such release${gone}`)
    const isDone = report.removed.length > 0
    if (options.json) await terminal.printJson(report)
    else {
      const sign = isDone ? terminal.paint('good', '✓') : terminal.paint('bad', '✗')
      await terminal.print([
        `${sign} ${formatCount(report.removed.length)} removed; ${archiveText(directory, report.archive)}`,
      ])
    }
    return isDone ? 0 : 1
  },
})
