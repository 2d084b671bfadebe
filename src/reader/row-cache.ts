/** Which releases were shown lately? Decoded rows, bounded in bytes: what is shown once is often shown again. */

import type { Release } from '../types.js'

/** Bytes that a release takes beside its text, about: objects, short strings, its place here. */
const OVERHEAD = 500

/** No segment has more documents. */
const SEGMENT_KEYS = 2 ** 24

/**
 * Rows by key, in two halves: when the recent one is full it becomes the older one, and the rows of that are forgotten which
 * were not asked for since. So no order has to be kept.
 */
export class RowCache {
  private recent = new Map<number, Readonly<Release>>()
  private older = new Map<number, Readonly<Release>>()
  private used = 0
  private segments = 0

  /** @param limit bytes of rows to keep, about */
  constructor(private readonly limit: number) {}

  /** The key of the first document of another segment; those of its other documents follow. */
  firstKey(): number {
    return this.segments++ * SEGMENT_KEYS
  }

  get(key: number): Readonly<Release> | undefined {
    const row = this.recent.get(key)
    if (row !== undefined) return row
    const old = this.older.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: number, row: Readonly<Release>): void {
    const { title, body } = row
    this.used += title.length + body.length + OVERHEAD
    if (this.used > this.limit / 2) {
      this.older = this.recent
      this.recent = new Map()
      this.used = 0
    }
    this.recent.set(key, row)
  }

  clear(): void {
    this.recent.clear()
    this.older.clear()
    this.used = 0
  }
}
