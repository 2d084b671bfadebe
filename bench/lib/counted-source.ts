/** What does a search that finds nothing resident read, and in how many steps? */

import { openArchive } from '../../src/open-node.js'
import { FileSource } from '../../src/source/file-source.js'
import type { Source } from '../../src/source/source.js'
import type { SearchOptions } from '../../src/types.js'

/** Reads a source counts: how many, how many bytes, and how often it had to be waited for before the next could be known. */
class CountedSource implements Source {
  readonly description = 'counted'
  reads = 0
  byteLength = 0
  steps = 0
  private pending = 0

  constructor(private readonly inner: Source) {}

  async read(...args: Parameters<Source['read']>): Promise<Uint8Array> {
    if (this.pending++ === 0) this.steps++
    this.reads++
    try {
      // All that can be asked for at once has been asked for by then.
      await new Promise((resolve) => setTimeout(resolve, 2))
      const bytes = await this.inner.read(...args)
      this.byteLength += bytes.length
      return bytes
    } finally {
      this.pending--
    }
  }

  close(): Promise<void> {
    return this.inner.close()
  }
}

/** Opens an archive and asks it one thing: reads, bytes and dependent steps, the root included. */
export async function coldReads(
  directory: string,
  query: string,
  options: SearchOptions,
): Promise<{ reads: number; byteLength: number; steps: number }> {
  const source = new CountedSource(new FileSource(directory))
  const archive = await openArchive(source)
  await archive.search(query, options)
  await archive.close()
  const { reads, byteLength, steps } = source
  return { reads, byteLength, steps }
}
