/** Where do releases wait until their order is known? In memory up to a budget, then in a temporary file. */

import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from '../bytes/crc32.js'
import { compareDocuments } from '../format/document-order.js'
import { decodeRelease, encodeRelease } from '../format/stored-release.js'
import type { Release } from '../types.js'
import { onDisk } from './segment-output.js'
import { cleanTemporary } from './temporary.js'

/** What is kept in memory of each release. */
interface Slot {
  id: string
  date: string | undefined
  language: string
  crc: number
  byteLength: number
  /** The line, or where it is in the file. */
  line: Buffer | number
}

/** A release with the line of JSON that is stored for it. */
export interface SpooledRelease {
  release: Release
  line: Buffer
}

/** Collects releases; the last one with an id wins. */
export class Spool {
  private readonly slots: (Slot | null)[] = []
  private readonly byId = new Map<string, number>()
  private held = 0
  private bytes = 0
  private descriptor: number | null = null
  private fileLength = 0

  /** Dates and languages, each once in memory. */
  private readonly strings = new Map<string, string>()
  private readonly path: string
  private firstHeld = 0

  /**
   * @param memory bytes that a build may use; a quarter of them are for lines that wait here
   * @param directory of temporary files, made when it is needed
   */
  constructor(
    private readonly memory: number,
    private readonly directory: string,
  ) {
    this.path = join(directory, 'releases')
  }

  /** Releases that will be in the archive. */
  get count(): number {
    return this.byId.size
  }

  /** Length of all lines, in bytes. */
  get byteLength(): number {
    return this.bytes
  }

  /** Adds a release; true when it replaces one with the same id. */
  add(release: Release): boolean {
    const line = Buffer.from(encodeRelease(release))
    const earlier = this.byId.get(release.id)
    if (earlier !== undefined) {
      const slot = this.slots[earlier]!
      this.bytes -= slot.byteLength
      if (typeof slot.line !== 'number') this.held -= slot.byteLength
      this.slots[earlier] = null
    }
    this.byId.set(release.id, this.slots.length)
    this.slots.push({
      id: release.id,
      date: release.date === undefined ? undefined : this.shared(release.date),
      language: this.shared(release.language ?? ''),
      crc: crc32(line),
      byteLength: line.length,
      line,
    })
    this.bytes += line.length
    this.held += line.length
    if (this.held > this.memory / 4) this.spill()
    return earlier !== undefined
  }

  /** The language tags of the releases; the empty one for those without. */
  languages(): Set<string> {
    const languages = new Set<string>()
    for (const slot of this.slots) if (slot !== null) languages.add(slot.language)
    return languages
  }

  /** Ids of the releases. */
  ids(): IterableIterator<string> {
    return this.byId.keys()
  }

  /** Whether a release with this id has been added. */
  has(id: string): boolean {
    return this.byId.has(id)
  }

  /** The release with this id. */
  find(id: string): Release | undefined {
    const slot = this.slots[this.byId.get(id) ?? -1]
    return slot === undefined || slot === null ? undefined : this.readSlot(slot).release
  }

  private readSlot(slot: Slot): SpooledRelease {
    const line = typeof slot.line === 'number' ? this.readLine(slot.line, slot.byteLength) : slot.line
    return { release: decodeRelease(line.toString(), `spooled release ${slot.id}`), line }
  }

  private shared(text: string): string {
    const known = this.strings.get(text)
    if (known !== undefined) return known
    this.strings.set(text, text)
    return text
  }

  /** Writes the lines that are in memory, many at once. */
  private spill(): void {
    if (this.descriptor === null) {
      onDisk(this.directory, () => {
        cleanTemporary()
        mkdirSync(this.directory, { recursive: true })
        this.descriptor = openSync(this.path, 'w+')
      })
    }
    let lines: Buffer[] = []
    let byteLength = 0
    for (; this.firstHeld < this.slots.length; this.firstHeld++) {
      const slot = this.slots[this.firstHeld]!
      if (slot === null || typeof slot.line === 'number') continue
      lines.push(slot.line)
      slot.line = this.fileLength + byteLength
      byteLength += slot.byteLength
      if (byteLength < WRITE_BYTES) continue
      this.write(Buffer.concat(lines, byteLength))
      lines = []
      byteLength = 0
    }
    this.write(Buffer.concat(lines, byteLength))
    this.held = 0
  }

  private write(bytes: Buffer): void {
    onDisk(this.path, () => {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(this.descriptor!, bytes, written, bytes.length - written, this.fileLength + written)
      }
    })
    this.fileLength += bytes.length
  }

  /** Fixes the document order. */
  order(): OrderedSpool {
    // What is in a file already leaves the memory to what follows.
    if (this.descriptor !== null) this.spill()
    const slots = this.slots.filter((slot) => slot !== null)
    slots.sort(compareDocuments)
    return {
      count: slots.length,
      byteLength: this.bytes,
      memory: this.memory / 6,
      directory: this.directory,
      *fingerprint() {
        for (const { id, crc } of slots) yield `${id} ${crc}`
      },
      id: (doc) => slots[doc]!.id,
      date: (doc) => slots[doc]!.date,
      read: (doc) => this.readSlot(slots[doc]!),
    }
  }

  private readLine(offset: number, byteLength: number): Buffer {
    const line = Buffer.allocUnsafe(byteLength)
    return onDisk(this.path, () => {
      for (let read = 0; read < byteLength; ) {
        const count = readSync(this.descriptor!, line, read, byteLength - read, offset + read)
        if (count === 0) throw new Error('the temporary file is shorter than what was written to it')
        read += count
      }
      return line
    })
  }

  /** Removes the temporary files, those of the index among them. */
  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor)
    this.descriptor = null
    rmSync(this.directory, { recursive: true, force: true })
  }
}

/** Releases by document number. */
export interface OrderedSpool {
  count: number
  /** Length of all lines, in bytes. */
  byteLength: number
  /** Bytes that their index may take before it goes to files in `directory`. */
  memory: number
  directory: string
  /** One string a document, which together identify the content. */
  fingerprint(): Iterable<string>
  id(doc: number): string
  date(doc: number): string | undefined
  read(doc: number): SpooledRelease
}

/** Bytes of lines that are written at once. */
const WRITE_BYTES = 1 << 20
