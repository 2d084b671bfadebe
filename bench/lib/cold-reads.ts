/** What does a search that finds nothing resident read, and in how many steps? */

import { openArchive } from '../../src/open-node.js'
import { FileSource } from '../../src/source/file-source.js'
import type { SearchOptions } from '../../src/types.js'
import { CountingSource } from '../../tests/helpers/counting-source.js'

/** Opens an archive and asks it one thing: reads, bytes and dependent steps, the root included. */
export async function coldReads(
  directory: string,
  query: string,
  options: SearchOptions,
): Promise<{ reads: number; byteLength: number; steps: number }> {
  const source = new CountingSource(new FileSource(directory))
  const archive = await openArchive(source)
  await archive.search(query, options)
  await archive.close()
  const { files, byteLength, steps } = source.take()
  return { reads: files.length, byteLength, steps }
}
