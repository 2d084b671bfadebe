/** How are sorted runs kept outside of memory? Files of records, and their merge by key. */

import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { ByteReader } from '../bytes/byte-reader.js'
import { ByteWriter } from '../bytes/byte-writer.js'
import { onDisk } from './segment-output.js'

/** Bytes that are written, and read, at once. */
const CHUNK = 256 * 1024

/** Bytes of the length before each record. */
const HEAD = 4

/** Writes records one after the other. */
export class RecordWriter {
  private readonly descriptor: number
  private readonly held = new ByteWriter(CHUNK * 2)

  constructor(private readonly path: string) {
    this.descriptor = onDisk(path, () => openSync(path, 'w'))
  }

  add(record: Uint8Array): void {
    this.held.u32(record.length)
    this.held.raw(record)
    if (this.held.length >= CHUNK) this.flush()
  }

  close(): void {
    this.flush()
    onDisk(this.path, () => closeSync(this.descriptor))
  }

  private flush(): void {
    const bytes = this.held.view()
    onDisk(this.path, () => {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(this.descriptor, bytes, written, bytes.length - written)
      }
    })
    this.held.clear()
  }
}

/** Reads the records of a file in order; each is valid until the next. */
class RecordReader {
  private readonly descriptor: number
  private buffer = new Uint8Array(CHUNK)
  private start = 0
  private end = 0

  constructor(private readonly path: string) {
    this.descriptor = onDisk(path, () => openSync(path, 'r'))
  }

  next(): ByteReader | undefined {
    if (!this.fill(HEAD)) return undefined
    const length = new ByteReader(this.buffer, this.path, this.start).u32()
    if (!this.fill(HEAD + length)) throw new RangeError(`${this.path} is cut off`)
    const first = this.start + HEAD
    this.start = first + length
    return new ByteReader(this.buffer, this.path, first, this.start)
  }

  /** Makes `count` bytes available; false at the end of the file. */
  private fill(count: number): boolean {
    if (this.end - this.start >= count) return true
    const rest = this.buffer.subarray(this.start, this.end)
    const buffer = count > this.buffer.length ? new Uint8Array(count + CHUNK) : this.buffer
    buffer.set(rest)
    this.buffer = buffer
    this.start = 0
    this.end = rest.length
    return onDisk(this.path, () => {
      while (this.end < count) {
        const read = readSync(this.descriptor, this.buffer, this.end, this.buffer.length - this.end, null)
        if (read === 0) return false
        this.end += read
      }
      return true
    })
  }

  close(): void {
    closeSync(this.descriptor)
  }
}

/** What several files have of one key, in the order of the files; the readers stand behind the key. */
export interface MergedRecord<Key> {
  key: Key
  parts: ByteReader[]
}

/** Merges files whose records ascend by key. */
export function* mergeRecords<Key>(
  paths: readonly string[],
  readKey: (reader: ByteReader) => Key,
  compare: (a: Key, b: Key) => number,
): Generator<MergedRecord<Key>> {
  const readers = paths.map((path) => new RecordReader(path))
  try {
    const heap = new HeadHeap(compare)
    const advance = (file: number): void => {
      const record = readers[file]!.next()
      if (record !== undefined) heap.push({ file, key: readKey(record), record })
    }
    for (let file = 0; file < readers.length; file++) advance(file)
    for (let head = heap.pop(); head !== undefined; head = heap.pop()) {
      const heads = [head]
      while (heap.top !== undefined && compare(heap.top.key, head.key) === 0) heads.push(heap.pop()!)
      yield { key: head.key, parts: heads.map(({ record }) => record) }
      for (const { file } of heads) advance(file)
    }
  } finally {
    for (const reader of readers) reader.close()
  }
}

interface Head<Key> {
  file: number
  key: Key
  record: ByteReader
}

/** A binary heap; among equal keys the earlier file comes first. */
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
    return (this.compareKeys(one.key, other.key) || one.file - other.file) < 0
  }

  private swap(a: number, b: number): void {
    const { heads } = this
    ;[heads[a], heads[b]] = [heads[b]!, heads[a]!]
  }
}
