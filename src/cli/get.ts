/** How is one release shown in a shell? `datelines get DIR|URL ID` */

import { defineCommand } from './command.js'
import { findRelease } from './find-release.js'
import { releaseLines } from './release-text.js'
import { withArchive } from './with-archive.js'

export const get = defineCommand({
  command: 'get',
  usage: 'get DIR|URL ID [--json]',
  about:
    'Shows one release of an archive: what is known of it, and its text. Instead of its id, its address does as well.',
  words: [{ name: 'DIR|URL' }, { name: 'ID' }],
  options: { json: { kind: 'flag', help: 'Print the release as JSON.' } },
  examples: [['datelines get public/archive releases/2011/macao.txt', 'by the id that a search shows']],
  async run({ options, words }, { terminal, signal }) {
    const [place = '', id = ''] = words
    const release = await withArchive(place, signal, (archive) => findRelease(archive, place, id, signal))
    if (options.json) await terminal.printJson(release)
    else await terminal.print(releaseLines(release, terminal))
    return 0
  },
})
