/** How is an archive read from a disk? */

import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { corrupt } from '../bytes/byte-reader.js'
import { DatelinesError } from '../errors.js'
import type { ByteRange, ReadOptions, Source } from './source.js'

/** A source over the folder of an archive. */
export class FileSource implements Source {
  readonly description: string

  constructor(private readonly directory: string) {
    this.description = directory
  }

  async read(file: string, range?: ByteRange, options: ReadOptions = {}): Promise<Uint8Array> {
    options.signal?.throwIfAborted()
    const path = join(this.directory, file)
    try {
      if (range === undefined) return plain(await readFile(path, { signal: options.signal }))
      const handle = await open(path, 'r')
      try {
        const bytes = new Uint8Array(range.byteLength)
        let done = 0
        while (done < bytes.length) {
          const { bytesRead } = await handle.read(bytes, done, bytes.length - done, range.offset + done)
          if (bytesRead === 0)
            throw corrupt(path, range.offset + done, `${range.offset + range.byteLength} bytes expected`)
          done += bytesRead
        }
        return bytes
      } finally {
        await handle.close()
      }
    } catch (error) {
      throw readError(path, error)
    }
  }

  async close(): Promise<void> {}
}

/** A Buffer behaves differently from a Uint8Array in `slice`; readers must not see the difference. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
}

function readError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'AbortError' || error instanceof DatelinesError) return error
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new DatelinesError('E_NOT_FOUND', `${path} does not exist`, { where: path, cause: error })
  }
  return new DatelinesError('E_SOURCE', `${path} cannot be read: ${error.message}`, { where: path, cause: error })
}
