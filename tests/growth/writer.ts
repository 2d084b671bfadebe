/** Which change is to be interrupted? Run as a process of its own: `writer.mjs KIND DIRECTORY SEED`. */

import { commitLive } from '../../src/build/commit-live.js'
import { mergeArchives } from '../../src/build/merge-archives.js'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { LiveIndex } from '../../src/live/live-index.js'
import { Random } from '../helpers/random.js'
import { add, build } from './changes-by-hand.js'
import { makeRelease } from './releases.js'

const [kind, directory = '', seed = ''] = process.argv.slice(2)
const random = new Random(Number(seed))
const releases = Array.from({ length: 120 }, (_, index) => makeRelease(random, `r${index}`))
// So little memory that temporary files are left behind, too.
const memory = 0.05
const live = new LiveIndex()
live.addAll(releases.slice(0, 20))
live.remove('r30')
process.send?.('ready')
if (kind === 'build') await build(directory, releases, { memory })
else if (kind === 'commit') await commitLive(live, directory, { memory })
else if (kind === 'add') await add(directory, releases.slice(0, 20), { memory })
else if (kind === 'remove') await removeFromArchive(directory, ['r1', 'r2', 'r3'])
else if (kind === 'purge') await removeFromArchive(directory, ['r1', 'r2', 'r3'], { purge: true })
else await mergeArchives([directory], directory, { memory })
process.exit(0)
