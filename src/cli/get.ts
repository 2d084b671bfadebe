/** How is one release shown in a shell? `datelines get DIR|URL ID` */

import { DatelinesError } from '../errors.js'
import { defineCommand } from './command.js'
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
    const release = await withArchive(
      place,
      signal,
      async (archive) => (await archive.get(id, { signal })) ?? (await archive.getByUrl(id, { signal })),
    )
    if (release === undefined) {
      throw new DatelinesError(
        'E_NOT_FOUND',
        `${place} has no release with the id or address "${id}". Ids are as a search shows them.`,
        { where: place },
      )
    }
    if (options.json) await terminal.printJson(release)
    else await terminal.print(releaseLines(release, terminal))
    return 0
  },
})
