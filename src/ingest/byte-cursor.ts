/** How is a stream of bytes read by lines and lengths, looking ahead and going back, with bounded memory? */

/** A position in a stream of bytes. */
export class ByteCursor {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Uint8Array = new Uint8Array(0)
  #ended = false

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The next bytes without going past them: `length` of them, fewer at the end of the stream. */
  async peek(length: number): Promise<Uint8Array> {
    const waiting = [this.#held]
    let size = this.#held.length
    while (size < length && !this.#ended) {
      const { value, done } = await this.#source.next()
      if (done === true) this.#ended = true
      else {
        waiting.push(value)
        size += value.length
      }
    }
    if (waiting.length > 1) this.#held = Buffer.concat(waiting)
    return this.#held.subarray(0, length)
  }

  /** Goes past `length` bytes and returns them; fewer at the end of the stream. */
  async read(length: number): Promise<Uint8Array> {
    const bytes = await this.peek(length)
    this.#held = this.#held.subarray(bytes.length)
    return bytes
  }

  /** Goes past `length` bytes without holding them; returns how many there were. */
  async skip(length: number): Promise<number> {
    let skipped = 0
    while (skipped < length) {
      const step = (await this.read(Math.min(length - skipped, 1 << 16))).length
      if (step === 0) break
      skipped += step
    }
    return skipped
  }

  /** Goes back before these bytes. */
  unread(bytes: Uint8Array): void {
    this.#held = Buffer.concat([bytes, this.#held])
  }

  /**
   * Goes to the next occurrence of `pattern` (ASCII) and returns how many bytes were passed; to the end of the stream
   * when there is none.
   */
  async seek(pattern: string): Promise<number> {
    const wanted = Buffer.from(pattern, 'latin1')
    for (let passed = 0; ; ) {
      const window = await this.peek(1 << 16)
      const at = Buffer.from(window.buffer, window.byteOffset, window.length).indexOf(wanted)
      if (at >= 0) return passed + (await this.read(at)).length
      if (window.length < 1 << 16) return passed + (await this.read(window.length)).length
      passed += (await this.read(window.length - wanted.length + 1)).length
    }
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#source.return?.()
  }
}
