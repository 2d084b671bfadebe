/** How is raw deflate undone in a browser? By the platform's own stream, bounded, with a preset dictionary where there is one. */

/**
 * Undoes raw deflate. `limit`: bytes the result may have; more is a `RangeError`, and damaged data a `TypeError` or
 * `Error` of the platform, which callers turn into `E_CORRUPT`. `dictionary`: at most 32 KiB that the data refers back to.
 */
export type Inflate = (bytes: Uint8Array, limit: number, dictionary?: Uint8Array) => Uint8Array | Promise<Uint8Array>

/** {@link Inflate} by `DecompressionStream`, which every current browser has. */
export const inflate: Inflate = async (bytes, limit, dictionary) => {
  const stream = new DecompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  const skip = dictionary?.length ?? 0
  // Streams know no preset dictionaries, so it goes first as a stored block, and its bytes are dropped from the output.
  const written = (skip > 0 ? writer.write(storedBlock(dictionary!)) : Promise.resolve())
    .then(() => writer.write(bytes as Uint8Array<ArrayBuffer>))
    .then(() => writer.close())
  const reading = collect(stream.readable, skip + limit)
  // A failure of the data rejects both sides; only one may be left unhandled.
  written.catch(() => {})
  const output = await reading
  await written
  return output.subarray(skip)
}

function storedBlock(dictionary: Uint8Array): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(5 + dictionary.length)
  const { length } = dictionary
  block.set([0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff])
  block.set(dictionary, 5)
  return block
}

async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > limit) {
      await reader.cancel()
      throw new RangeError(`more than ${limit} bytes`)
    }
    chunks.push(value)
  }
  if (chunks.length === 1) return chunks[0]!
  const joined = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}
