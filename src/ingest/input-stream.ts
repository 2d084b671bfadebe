/** Where do the bytes of one input file come from? A stream that is decompressed, peeked at and bounded. */

import { createReadStream } from 'node:fs'
import { DatelinesError } from '../errors.js'
import { type GzipState, gunzip, isGzip } from './gunzip.js'

const HEAD_BYTES = 1 << 16
/** gzip in gzip is what a download of a `.gz` sometimes is; more than that is a trap. */
const MOST_LAYERS = 2

/** The bytes of one input, read once from front to back. */
export class InputStream {
  /** The path that a report names. */
  readonly name: string
  /** The first bytes, at most 64 KiB. */
  readonly head: Uint8Array
  /** Opens the same input once more; absent where its bytes come only once. */
  reopen?: () => Promise<InputStream>
  readonly #rest: AsyncIterator<Uint8Array>
  readonly #gzip: GzipState
  readonly #source: { bytesRead?: number }

  private constructor(
    name: string,
    head: Uint8Array,
    rest: AsyncIterator<Uint8Array>,
    gzip: GzipState,
    source: { bytesRead?: number },
  ) {
    this.name = name
    this.head = head
    this.#rest = rest
    this.#gzip = gzip
    this.#source = source
  }

  /** Opens a file; gzip is undone. Fails when it cannot be read. */
  static async open(path: string, name: string): Promise<InputStream> {
    const input = await InputStream.over(createReadStream(path, { highWaterMark: HEAD_BYTES }), name)
    input.reopen = () => InputStream.open(path, name)
    return input
  }

  /** The same over bytes that are already a stream. */
  static async over(bytes: AsyncIterable<Uint8Array> & { bytesRead?: number }, name: string): Promise<InputStream> {
    const gzip: GzipState = /\.warc\.gz$/i.test(name) ? { resume: true } : {}
    let chunks: AsyncIterable<Uint8Array> = bytes
    for (let layer = 0; ; layer++) {
      const iterator = chunks[Symbol.asyncIterator]()
      const head = await takeHead(iterator)
      if (!isGzip(head) || layer === MOST_LAYERS) return new InputStream(name, head, iterator, gzip, bytes)
      chunks = gunzip(joined(head, iterator), gzip)
    }
  }

  /** Bytes of the file read so far, compressed ones as they are on disk. */
  get bytesRead(): number {
    return this.#source.bytesRead ?? 0
  }

  /** What is wrong with the compression, known after the last byte; undefined when nothing is. */
  get damage(): string | undefined {
    return this.#gzip.damage
  }

  /** Every byte, once. */
  chunks(): AsyncGenerator<Uint8Array> {
    return joined(this.head, this.#rest)
  }

  /**
   * The whole input in memory.
   *
   * @throws DatelinesError `E_INPUT`: `too-large` beyond `limit` bytes, `unreadable` when its compression is damaged.
   */
  async bytes(limit: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of this.chunks()) {
      size += chunk.length
      if (size > limit) throw tooLarge(limit)
      chunks.push(chunk)
    }
    if (this.damage !== undefined)
      throw new DatelinesError('E_INPUT', `${this.damage}: one document cannot be read in part`, {
        reason: 'unreadable',
      })
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.#rest.return?.()
  }
}

/** The error for a document of more than `limit` bytes. */
export function tooLarge(limit: number): DatelinesError {
  return new DatelinesError(
    'E_INPUT',
    `more than ${limit / 2 ** 20} MiB in one document. Split it, or hand in its releases by \`releases\`.`,
    { reason: 'too-large' },
  )
}

async function takeHead(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  while (size < HEAD_BYTES) {
    const { value, done } = await iterator.next()
    if (done === true) break
    chunks.push(value)
    size += value.length
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (;;) {
      const { value, done } = await rest.next()
      if (done === true) return
      yield value
    }
  } finally {
    await rest.return?.()
  }
}
