/** What was read, in how many steps? A source that notes every read of another one. */

import type { ByteRange, ReadOptions, Source } from '../../src/source/source.js'

export interface NotedRead {
  file: string
  byteLength: number
  /** Reads that were already under way or done when this one began are of an earlier step: this counts the steps before. */
  step: number
}

export class CountingSource implements Source {
  readonly description: string
  readonly reads: NotedRead[] = []
  closed = false
  private underWay = 0
  private step = 0

  constructor(private readonly inner: Source) {
    this.description = inner.description
  }

  async read(file: string, range?: ByteRange, options?: ReadOptions): Promise<Uint8Array> {
    const noted = { file, byteLength: 0, step: this.step }
    this.reads.push(noted)
    this.underWay++
    try {
      // Reads that a caller starts together are one step of waiting; a timer ends after all of them have begun.
      await new Promise((resolve) => setTimeout(resolve, 1))
      const bytes = await this.inner.read(file, range, options)
      noted.byteLength = bytes.length
      return bytes
    } finally {
      if (--this.underWay === 0) this.step++
    }
  }

  async close(): Promise<void> {
    this.closed = true
    await this.inner.close()
  }

  /** What was read since the last call, without the segment's folder. */
  take(): { files: string[]; byteLength: number; steps: number } {
    const reads = this.reads.splice(0)
    return {
      files: reads.map(({ file }) => file.replace(/^[0-9a-f]{16}\//, '')),
      byteLength: reads.reduce((sum, read) => sum + read.byteLength, 0),
      steps: new Set(reads.map(({ step }) => step)).size,
    }
  }
}
