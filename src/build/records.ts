/**
 * How are sorted runs kept? As records behind each other, in memory or in files, which are merged by key.
 *
 *     records := (length:u32 key:string tag:u8 rest){...}      ascending by the bytes of the key, then by tag
 *
 * A merge looks at millions of records of hundreds of sources: it makes no object for one.
 */

import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { ByteReader } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { onDisk } from './segment-output.js'

/** Bytes that are read at once. */
const CHUNK = 64 * 1024

/** Bytes of the length before each record. */
const HEAD = 4

// As `ByteReader` reads strings: a byte order mark belongs to the key.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Collects records one after the other, each behind its length. */
export class RecordWriter {
  private readonly held = new ByteWriter(CHUNK)

  add(record: Uint8Array): void {
    this.held.u32(record.length)
    this.held.raw(record)
  }

  /** A copy of the records; the next one begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const records = this.held.finish()
    this.held.clear()
    return records
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

/** The record of one source; valid until the next one of the merge. */
export interface SourceRecord {
  /** Which of the sources. */
  source: number
  /** Stands behind the tag. */
  reader: ByteReader
}

/** Reads the records of one source in order. */
class RecordReader implements SourceRecord {
  /** Over all of the buffer: records are whole in it. */
  reader: ByteReader
  private readonly descriptor: number | null
  private readonly where: string
  private buffer: Uint8Array
  private end = 0
  private next = 0
  private keyStart = 0
  private keyEnd = 0
  tag = 0

  constructor(
    readonly source: number,
    records: RecordSource,
  ) {
    if (typeof records === 'string') {
      this.where = records
      this.descriptor = onDisk(records, () => openSync(records, 'r'))
      this.buffer = new Uint8Array(CHUNK)
    } else {
      this.where = 'records in memory'
      this.descriptor = null
      this.buffer = records
      this.end = records.length
    }
    this.reader = new ByteReader(this.buffer, this.where)
  }

  /** Moves to the next record; false at the end. */
  advance(): boolean {
    if (!this.fill(HEAD)) return false
    this.reader.position = this.next
    const length = this.reader.u32()
    if (!this.fill(HEAD + length)) throw new RangeError(`${this.where} is cut off`)
    const { reader } = this
    reader.position = this.next + HEAD
    this.next += HEAD + length
    const keyLength = reader.varint()
    this.keyStart = reader.position
    this.keyEnd = this.keyStart + keyLength
    reader.position = this.keyEnd
    this.tag = reader.u8()
    return true
  }

  /** The key of the record. */
  get key(): string {
    return decoder.decode(this.buffer.subarray(this.keyStart, this.keyEnd))
  }

  /** Compares the keys and tags of two records: negative, 0 or positive. */
  compare(other: RecordReader): number {
    const { buffer, keyStart } = this
    const { buffer: otherBuffer, keyStart: otherStart } = other
    const length = this.keyEnd - keyStart
    const otherLength = other.keyEnd - otherStart
    const shorter = Math.min(length, otherLength)
    for (let i = 0; i < shorter; i++) {
      const order = buffer[keyStart + i]! - otherBuffer[otherStart + i]!
      if (order !== 0) return order
    }
    return length - otherLength || this.tag - other.tag
  }

  /** Makes `count` bytes from the next record on available; false at the end. */
  private fill(count: number): boolean {
    if (this.end - this.next >= count) return true
    const { descriptor } = this
    if (descriptor === null) return false
    if (count > this.buffer.length) {
      const larger = new Uint8Array(count + CHUNK)
      larger.set(this.buffer.subarray(this.next, this.end))
      this.buffer = larger
      this.reader = new ByteReader(larger, this.where)
    } else this.buffer.copyWithin(0, this.next, this.end)
    this.end -= this.next
    this.next = 0
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

/** What all sources have of one key and tag; valid until the next one. */
export interface MergedRecord {
  key: string
  tag: number
  /** In the order of the sources. */
  parts: readonly SourceRecord[]
}

/** Merges sources whose records ascend. */
export function* mergeRecords(sources: readonly RecordSource[]): Generator<MergedRecord> {
  const readers = sources.map((records, source) => new RecordReader(source, records))
  try {
    const heap = new ReaderHeap()
    for (const reader of readers) if (reader.advance()) heap.push(reader)
    const parts: RecordReader[] = []
    const merged: MergedRecord = { key: '', tag: 0, parts }
    for (let first = heap.pop(); first !== undefined; first = heap.pop()) {
      parts.push(first)
      while (heap.top !== undefined && heap.top.compare(first) === 0) parts.push(heap.pop()!)
      merged.key = first.key
      merged.tag = first.tag
      yield merged
      for (const reader of parts) if (reader.advance()) heap.push(reader)
      parts.length = 0
    }
  } finally {
    for (const reader of readers) reader.close()
  }
}

/** A binary heap; among equal keys the earlier source comes first. */
class ReaderHeap {
  private readonly readers: RecordReader[] = []

  get top(): RecordReader | undefined {
    return this.readers[0]
  }

  push(reader: RecordReader): void {
    const { readers } = this
    let at = readers.push(reader) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (isBefore(readers[parent]!, reader)) break
      readers[at] = readers[parent]!
      at = parent
    }
    readers[at] = reader
  }

  pop(): RecordReader | undefined {
    const { readers } = this
    const top = readers[0]
    const last = readers.pop()
    const { length } = readers
    if (top === undefined || last === undefined || length === 0) return top
    let at = 0
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && isBefore(readers[child + 1]!, readers[child]!)) child++
      if (isBefore(last, readers[child]!)) break
      readers[at] = readers[child]!
      at = child
    }
    readers[at] = last
    return top
  }
}

function isBefore(one: RecordReader, other: RecordReader): boolean {
  return (one.compare(other) || one.source - other.source) < 0
}
