/** Where do bytes wait until they are read again? In memory up to a limit, then in a temporary file. */

import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { onDisk } from './segment-output.js'
import { cleanTemporary } from './temporary.js'

const CHUNK = 1 << 20

/** Bytes that are appended and read again in any order. */
export class SpillLog {
  private readonly chunks: Buffer[] = []
  /** Bytes of the last chunk that are used. */
  private used = CHUNK
  private total = 0
  private inFile = 0
  private descriptor: number | null = null

  /**
   * @param path of the temporary file; its folder is made when it is needed
   * @param limit bytes in memory beyond which all that is there goes to the file
   */
  constructor(
    private readonly path: string,
    private readonly limit: number,
  ) {}

  /** Bytes appended so far. */
  get length(): number {
    return this.total
  }

  /** True when some of them are in the file. */
  get isSpilled(): boolean {
    return this.inFile > 0
  }

  /** Appends bytes; returns where they begin. */
  append(bytes: Uint8Array): number {
    const offset = this.total
    for (let done = 0; done < bytes.length; ) {
      if (this.used === CHUNK) {
        this.chunks.push(Buffer.allocUnsafeSlow(CHUNK))
        this.used = 0
      }
      const part = bytes.subarray(done, done + CHUNK - this.used)
      this.chunks.at(-1)!.set(part, this.used)
      this.used += part.length
      done += part.length
    }
    this.total += bytes.length
    if (this.total - this.inFile > this.limit) this.spill()
    return offset
  }

  /** Puts all that is in memory into the file. */
  spill(): void {
    if (this.descriptor === null) {
      onDisk(this.path, () => {
        cleanTemporary()
        mkdirSync(dirname(this.path), { recursive: true })
        this.descriptor = openSync(this.path, 'w+')
      })
    }
    const { chunks } = this
    onDisk(this.path, () => {
      chunks.forEach((chunk, index) => {
        const length = index + 1 < chunks.length ? CHUNK : this.used
        for (let done = 0; done < length; ) {
          const written = writeSync(this.descriptor!, chunk, done, length - done, this.inFile)
          done += written
          this.inFile += written
        }
      })
    })
    chunks.length = 0
    this.used = CHUNK
  }

  /** Bytes that were appended together, or follow each other there; valid until the next call of {@link append}. */
  read(offset: number, byteLength: number): Buffer {
    const at = offset - this.inFile
    const first = at % CHUNK
    if (at >= 0 && first + byteLength <= CHUNK) {
      return (this.chunks[Math.floor(at / CHUNK)] ?? EMPTY).subarray(first, first + byteLength)
    }
    const bytes = Buffer.allocUnsafeSlow(byteLength)
    this.copy(offset, byteLength, bytes, 0)
    return bytes
  }

  /** The same, put into `target` from `start` on: many lines do without an array for each. */
  copy(offset: number, byteLength: number, target: Uint8Array, start: number): void {
    const stored = Math.max(0, Math.min(byteLength, this.inFile - offset))
    if (stored > 0) this.copyStored(offset, stored, target, start)
    for (let done = stored; done < byteLength; ) {
      const at = offset + done - this.inFile
      const first = at % CHUNK
      const part = this.chunks[Math.floor(at / CHUNK)]!.subarray(first, Math.min(CHUNK, first + byteLength - done))
      target.set(part, start + done)
      done += part.length
    }
  }

  private copyStored(offset: number, byteLength: number, target: Uint8Array, start: number): void {
    onDisk(this.path, () => {
      for (let done = 0; done < byteLength; ) {
        const count = readSync(this.descriptor!, target, start + done, byteLength - done, offset + done)
        if (count === 0) throw new Error('the temporary file is shorter than what was written to it')
        done += count
      }
    })
  }

  /** Gives up the file; whoever made the folder removes it. */
  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor)
    this.descriptor = null
    this.chunks.length = 0
  }
}

const EMPTY = Buffer.alloc(0)
