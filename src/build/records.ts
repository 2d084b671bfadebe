/** How are sorted runs kept? As records behind each other, in memory or in files, which are merged by key. */

import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { ByteReader } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { onDisk } from './segment-output.js'

/** Bytes that are read at once. */
const CHUNK = 64 * 1024

/** Bytes of the length before each record. */
const HEAD = 4

/** Collects records one after the other, each behind its length. */
export class RecordWriter {
  private readonly held = new ByteWriter(CHUNK)

  add(record: Uint8Array): void {
    this.held.u32(record.length)
    this.held.raw(record)
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.held.finish()
  }
}

/** Puts records into a file. */
export function writeRecords(path: string, records: Uint8Array): void {
  onDisk(path, () => {
    const descriptor = openSync(path, 'w')
    try {
      for (let written = 0; written < records.length; ) {
        written += writeSync(descriptor, records, written, records.length - written)
      }
    } finally {
      closeSync(descriptor)
    }
  })
}

/** Records in memory, or the path of the file that holds them. */
export type RecordSource = Uint8Array | string

/** Reads records in order; each is valid until the next. */
class RecordReader {
  private readonly descriptor: number | null
  private readonly where: string
  private buffer: Uint8Array
  private start = 0
  private end = 0

  constructor(source: RecordSource) {
    if (typeof source === 'string') {
      this.where = source
      this.descriptor = onDisk(source, () => openSync(source, 'r'))
      this.buffer = new Uint8Array(CHUNK)
    } else {
      this.where = 'records in memory'
      this.descriptor = null
      this.buffer = source
      this.end = source.length
    }
  }

  next(): ByteReader | undefined {
    if (!this.fill(HEAD)) return undefined
    const length = new ByteReader(this.buffer, this.where, this.start).u32()
    if (!this.fill(HEAD + length)) throw new RangeError(`${this.where} is cut off`)
    const first = this.start + HEAD
    this.start = first + length
    return new ByteReader(this.buffer, this.where, first, this.start)
  }

  /** Makes `count` bytes available; false at the end. */
  private fill(count: number): boolean {
    if (this.end - this.start >= count) return true
    const { descriptor } = this
    if (descriptor === null) return false
    const rest = this.buffer.subarray(this.start, this.end)
    const buffer = count > this.buffer.length ? new Uint8Array(count + CHUNK) : this.buffer
    buffer.set(rest)
    this.buffer = buffer
    this.start = 0
    this.end = rest.length
    return onDisk(this.where, () => {
      while (this.end < count) {
        const read = readSync(descriptor, this.buffer, this.end, this.buffer.length - this.end, null)
        if (read === 0) return false
        this.end += read
      }
      return true
    })
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor)
  }
}

/** What several sources have of one key, in the order of the sources; the readers stand behind the key. */
export interface MergedRecord<Key> {
  key: Key
  parts: { record: ByteReader; source: number }[]
}

/** Merges sources whose records ascend by key. */
export function* mergeRecords<Key>(
  sources: readonly RecordSource[],
  readKey: (reader: ByteReader) => Key,
  compare: (a: Key, b: Key) => number,
): Generator<MergedRecord<Key>> {
  const readers = sources.map((source) => new RecordReader(source))
  try {
    const heap = new HeadHeap(compare)
    const advance = (source: number): void => {
      const record = readers[source]!.next()
      if (record !== undefined) heap.push({ source, key: readKey(record), record })
    }
    for (let source = 0; source < readers.length; source++) advance(source)
    for (let head = heap.pop(); head !== undefined; head = heap.pop()) {
      const heads = [head]
      while (heap.top !== undefined && compare(heap.top.key, head.key) === 0) heads.push(heap.pop()!)
      yield { key: head.key, parts: heads }
      for (const { source } of heads) advance(source)
    }
  } finally {
    for (const reader of readers) reader.close()
  }
}

interface Head<Key> {
  source: number
  key: Key
  record: ByteReader
}

/** A binary heap; among equal keys the earlier source comes first. */
class HeadHeap<Key> {
  private readonly heads: Head<Key>[] = []

  constructor(private readonly compareKeys: (a: Key, b: Key) => number) {}

  get top(): Head<Key> | undefined {
    return this.heads[0]
  }

  push(head: Head<Key>): void {
    const { heads } = this
    let at = heads.push(head) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.isBefore(parent, at)) break
      this.swap(parent, at)
      at = parent
    }
  }

  pop(): Head<Key> | undefined {
    const { heads } = this
    const top = heads[0]
    const last = heads.pop()
    if (top === undefined || last === undefined || heads.length === 0) return top
    heads[0] = last
    for (let at = 0; ; ) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heads.length && this.isBefore(child, least)) least = child
      }
      if (least === at) return top
      this.swap(least, at)
      at = least
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.heads[a]!, this.heads[b]!]
    return (this.compareKeys(one.key, other.key) || one.source - other.source) < 0
  }

  private swap(a: number, b: number): void {
    const { heads } = this
    ;[heads[a], heads[b]] = [heads[b]!, heads[a]!]
  }
}
