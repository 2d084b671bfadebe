/** How is a gzip stream read when it is cut off, damaged, or followed by rubbish? What came before is kept. */

import { createGunzip, type Gunzip } from 'node:zlib'

// Output is lost from the write that fails up to its last full output block, so compressed bytes go in by small pieces.
const PIECE = 4096
const MAGIC = [0x1f, 0x8b, 0x08] as const

/** What a gzip stream is like, known once it has been read. */
export interface GzipState {
  /** What is wrong with it, in words; undefined while nothing is. */
  damage?: string
  /**
   * True: after damage, go on at the next gzip member. Only web archives mark where records begin, so only they can be
   * read beyond a gap; when not set, the first decompressed bytes decide.
   */
  resume?: boolean
}

/** True when the bytes begin like a gzip member. */
export function isGzip(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte)
}

/**
 * The decompressed bytes of a gzip stream of one or more members. Never throws on bad data: it ends early and says why
 * in `state.damage`.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, state: GzipState): AsyncGenerator<Uint8Array> {
  let member = new MemberReader()
  let seeking = false
  let carried: Uint8Array = new Uint8Array(0)
  try {
    for await (const chunk of chunks) {
      let bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk])
      carried = new Uint8Array(0)
      while (bytes.length > 0) {
        if (seeking) {
          const start = nextMember(bytes)
          if (start < 0) {
            carried = bytes.slice(Math.max(0, bytes.length - MAGIC.length + 1))
            break
          }
          bytes = bytes.subarray(start)
          member = new MemberReader()
          seeking = false
        }
        const piece = bytes.subarray(0, PIECE)
        const before = member.consumed
        for (const output of await member.write(piece)) {
          state.resume ??= isWebArchive(output)
          yield output
        }
        if (member.failure === undefined) {
          bytes = bytes.subarray(piece.length)
          continue
        }
        state.damage ??= `the gzip data is damaged (${member.failure})`
        if (state.resume !== true) return
        // At least one byte on, or the same false member would be found for ever.
        bytes = bytes.subarray(Math.max(1, Math.min(piece.length, member.consumed - before)))
        seeking = true
      }
    }
    if (seeking) return
    yield* await member.end()
    if (member.failure !== undefined) state.damage ??= 'the gzip data ends early'
  } finally {
    member.close()
  }
}

function isWebArchive(first: Uint8Array): boolean {
  return Buffer.from(first.subarray(0, 5)).toString('latin1') === 'WARC/'
}

function nextMember(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(MAGIC[0]); at >= 0; at = bytes.indexOf(MAGIC[0], at + 1)) {
    if (bytes[at + 1] === MAGIC[1] && bytes[at + 2] === MAGIC[2]) return at
  }
  return -1
}

/** One run of the platform's decompressor, which keeps what it gave before it failed. */
class MemberReader {
  failure: string | undefined
  readonly #stream: Gunzip = createGunzip()
  #output: Uint8Array[] = []
  #settle: () => void = () => {}

  constructor() {
    this.#stream.on('data', (chunk: Uint8Array) => this.#output.push(chunk))
    this.#stream.on('error', (error) => {
      this.failure = error.message
      this.#settle()
    })
  }

  /** Compressed bytes taken in so far. */
  get consumed(): number {
    return this.#stream.bytesWritten
  }

  async write(piece: Uint8Array): Promise<Uint8Array[]> {
    return this.#run((settle) => this.#stream.write(piece, () => settle()))
  }

  async end(): Promise<Uint8Array[]> {
    return this.#run((settle) => {
      this.#stream.once('end', settle)
      this.#stream.end()
    })
  }

  close(): void {
    this.#stream.destroy()
  }

  async #run(start: (settle: () => void) => void): Promise<Uint8Array[]> {
    await new Promise<void>((resolve) => {
      this.#settle = resolve
      start(resolve)
    })
    const output = this.#output
    this.#output = []
    return output
  }
}
