/** How is an archive read that is already in memory? */

import { corrupt } from '../bytes/byte-reader.js'
import { DatelinesError } from '../errors.js'
import type { ByteRange, ReadOptions, Source } from './source.js'

/** A source over files by name, such as `root.dl` and `<segment>/terms-0000.dl`. */
export class MemorySource implements Source {
  readonly description = 'memory'

  constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  async read(file: string, range?: ByteRange, options: ReadOptions = {}): Promise<Uint8Array> {
    options.signal?.throwIfAborted()
    const bytes = this.files.get(file)
    if (bytes === undefined) {
      throw new DatelinesError('E_NOT_FOUND', `${file} is not among the files in memory`, { where: file })
    }
    if (range === undefined) return bytes
    const end = range.offset + range.byteLength
    if (end > bytes.length) throw corrupt(file, bytes.length, `${end} bytes expected`)
    return bytes.subarray(range.offset, end)
  }

  async close(): Promise<void> {}
}
