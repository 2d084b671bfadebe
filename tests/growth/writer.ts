/** Which change is to be interrupted? Run as a process of its own: `writer.mjs KIND DIRECTORY SEED`. */

import { mergeArchives } from '../../src/build/merge-archives.js'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { Random } from '../helpers/random.js'
import { add, build } from './changes-by-hand.js'
import { makeRelease } from './releases.js'

const [kind, directory = '', seed = ''] = process.argv.slice(2)
const random = new Random(Number(seed))
const releases = Array.from({ length: 120 }, (_, index) => makeRelease(random, `r${index}`))
process.send?.('ready')
if (kind === 'build') await build(directory, releases)
else if (kind === 'add') await add(directory, releases.slice(0, 20))
else if (kind === 'remove') await removeFromArchive(directory, ['r1', 'r2', 'r3'])
else if (kind === 'purge') await removeFromArchive(directory, ['r1', 'r2', 'r3'], { purge: true })
else await mergeArchives([directory], directory)
process.exit(0)
