/** Where do releases wait until their order is known? In memory up to a budget, then in a temporary file. */

import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from '../bytes/crc32.js'
import { compareCodePoints } from '../bytes/utf8.js'
import { decodeRelease, encodeRelease } from '../format/stored-release.js'
import type { Release } from '../types.js'
import { onDisk } from './segment-output.js'

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

  /** `budget`: bytes of lines to keep in memory; `path`: the temporary file used beyond that. */
  constructor(
    private readonly budget: number,
    private readonly path: string,
  ) {}

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
      date: release.date,
      language: release.language ?? '',
      crc: crc32(line),
      byteLength: line.length,
      line,
    })
    this.bytes += line.length
    this.held += line.length
    if (this.held > this.budget) this.spill()
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

  private spill(): void {
    onDisk(this.path, () => {
      if (this.descriptor === null) {
        mkdirSync(dirname(this.path), { recursive: true })
        this.descriptor = openSync(this.path, 'w+')
      }
      for (const slot of this.slots) {
        if (slot === null || typeof slot.line === 'number') continue
        let written = 0
        while (written < slot.line.length) {
          written += writeSync(
            this.descriptor,
            slot.line,
            written,
            slot.line.length - written,
            this.fileLength + written,
          )
        }
        slot.line = this.fileLength
        this.fileLength += slot.byteLength
      }
    })
    this.held = 0
  }

  /**
   * Fixes the document order: ascending by date, undated last, and descending by id within a date, so that newest
   * first with ties by ascending id is simply descending document number.
   */
  order(): OrderedSpool {
    const slots = this.slots.filter((slot) => slot !== null)
    slots.sort((a, b) => compareDates(a.date, b.date) || compareCodePoints(b.id, a.id))
    return {
      count: slots.length,
      fingerprint: () => slots.map((slot) => `${slot.id} ${slot.crc}`),
      read: (doc) => {
        const slot = slots[doc]!
        const line = typeof slot.line === 'number' ? this.readLine(slot.line, slot.byteLength) : slot.line
        return { release: decodeRelease(line.toString(), `spooled release ${slot.id}`), line }
      },
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

  /** Removes the temporary file. */
  close(): void {
    if (this.descriptor === null) return
    closeSync(this.descriptor)
    this.descriptor = null
    rmSync(this.path, { force: true })
  }
}

/** Releases by document number. */
export interface OrderedSpool {
  count: number
  /** One string a document, which together identify the content. */
  fingerprint(): string[]
  read(doc: number): SpooledRelease
}

function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}
