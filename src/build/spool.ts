/** Where do releases wait until their order is known? Their lines in memory or in a file, and a few numbers of each in columns. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from '../bytes/crc32.js'
import { compareCodePoints } from '../bytes/utf8.js'
import { decodeRelease, encodeRelease } from '../format/stored-release.js'
import type { Release } from '../types.js'
import { FacetCollector, type FacetRows } from './facet-columns.js'
import { IntLog } from './int-log.js'
import { SpillLog } from './spill-log.js'
import { StringTable } from './string-table.js'

/** A release with the line of JSON that is stored for it. */
export interface SpooledRelease {
  release: Release
  line: Buffer
}

/** What the index says of a release beside its text. */
export interface IndexedRelease {
  id: string
  date: string | undefined
  /** Empty for none. */
  language: string
  countries: readonly string[]
}

/** Releases in the order in which they came, one row each; a row whose release was replaced has no length. */
class SpoolColumns {
  readonly ids: string[] = []
  readonly urls = new Map<number, string>()
  readonly dates = new StringTable()
  /** -1 for none. */
  readonly dateOf = new IntLog()
  readonly languages = new StringTable()
  readonly languageOf = new IntLog()
  readonly crcs = new IntLog()
  readonly byteLengths = new IntLog()
  /** Where the line begins, in units of 2^31 and the rest. */
  readonly offsetHigh = new IntLog()
  readonly offsetLow = new IntLog()
  readonly facets = new FacetCollector()

  add(release: Release, line: Uint8Array, offset: number): void {
    const { id, date, language = '', url } = release
    const row = this.ids.push(id) - 1
    if (url !== undefined) this.urls.set(row, url)
    this.dateOf.push(date === undefined ? -1 : this.dates.numberOf(date))
    this.languageOf.push(this.languages.numberOf(language))
    this.crcs.push(crc32(line) | 0)
    this.byteLengths.push(line.length)
    this.offsetHigh.push(Math.floor(offset / OFFSET_UNIT))
    this.offsetLow.push(offset % OFFSET_UNIT)
    this.facets.add(row, release)
  }

  /** Where its line begins. */
  offset(row: number): number {
    return this.offsetHigh.values[row]! * OFFSET_UNIT + this.offsetLow.values[row]!
  }

  drop(row: number): void {
    this.byteLengths.values[row] = 0
    this.urls.delete(row)
  }

  isLive(row: number): boolean {
    return this.byteLengths.values[row]! > 0
  }

  date(row: number): string | undefined {
    const date = this.dateOf.values[row]!
    return date < 0 ? undefined : this.dates.strings[date]
  }

  /** The rows in document order: ascending by date, undated last, and descending by id within a date. */
  order(): Uint32Array {
    const { strings } = this.dates
    const ranks = new Uint32Array(strings.length)
    const ascending = strings.map((_, index) => index).sort((a, b) => (strings[a]! < strings[b]! ? -1 : 1))
    for (const [rank, date] of ascending.entries()) ranks[date] = rank
    const rankOf = (row: number): number => {
      const date = this.dateOf.values[row]!
      return date < 0 ? strings.length : ranks[date]!
    }
    const starts = new Uint32Array(strings.length + 2)
    let count = 0
    for (let row = 0; row < this.ids.length; row++) {
      if (!this.isLive(row)) continue
      starts[rankOf(row) + 1]!++
      count++
    }
    for (let rank = 0; rank <= strings.length; rank++) starts[rank + 1]! += starts[rank]!
    const next = starts.slice()
    const rows = new Uint32Array(count)
    for (let row = 0; row < this.ids.length; row++) if (this.isLive(row)) rows[next[rankOf(row)]!++] = row
    for (let rank = 0; rank <= strings.length; rank++) {
      const group = rows.subarray(starts[rank], starts[rank + 1])
      if (group.length > 1) group.sort((a, b) => compareCodePoints(this.ids[b]!, this.ids[a]!))
    }
    return rows
  }
}

const OFFSET_UNIT = 2 ** 31

/** Collects releases; the last one with an id wins. */
export class Spool {
  private readonly columns = new SpoolColumns()
  private readonly byId = new Map<string, number>()
  private bytes = 0
  private readonly lines: SpillLog

  /**
   * @param memory bytes that a build may use; a quarter of them are for lines that wait here
   * @param directory of temporary files, made when it is needed
   */
  constructor(
    private readonly memory: number,
    private readonly directory: string,
  ) {
    this.lines = new SpillLog(join(directory, 'releases'), memory / 4)
  }

  /** Releases that will be in the archive. */
  get count(): number {
    return this.byId.size
  }

  /** Length of all lines, in bytes. */
  get byteLength(): number {
    return this.bytes
  }

  /** Adds a release, in the next row; returns the row of one with the same id, which it replaces. */
  add(release: Release): number | undefined {
    const { columns } = this
    const line = Buffer.from(encodeRelease(release))
    const earlier = this.byId.get(release.id)
    if (earlier !== undefined) {
      this.bytes -= columns.byteLengths.values[earlier]!
      columns.drop(earlier)
    }
    this.byId.set(release.id, columns.ids.length)
    columns.add(release, line, this.lines.append(line))
    this.bytes += line.length
    return earlier
  }

  /** The language tags of the releases; the empty one for those without. */
  languages(): Set<string> {
    const { languages, languageOf } = this.columns
    const found = new Set<number>()
    for (const row of this.byId.values()) found.add(languageOf.values[row]!)
    return new Set([...found].map((language) => languages.strings[language]!))
  }

  /** Ids of the releases. */
  ids(): IterableIterator<string> {
    return this.byId.keys()
  }

  /** Ids of the releases, each with its row. */
  rows(): IterableIterator<[id: string, row: number]> {
    return this.byId.entries()
  }

  /** True when two rows hold the same release, a replaced one too. */
  isSame(row: number, other: number): boolean {
    return this.columns.crcs.values[row] === this.columns.crcs.values[other]
  }

  /** Whether a release with this id has been added. */
  has(id: string): boolean {
    return this.byId.has(id)
  }

  /** The release with this id. */
  find(id: string): Release | undefined {
    const row = this.byId.get(id)
    return row === undefined ? undefined : decodeRow(this.columns, this.lines, row).release
  }

  /** Fixes the document order. */
  order(): OrderedSpool {
    // What is in a file already leaves the memory to what follows.
    if (this.lines.isSpilled) this.lines.spill()
    return new OrderedSpool(this.columns, this.lines, this.bytes, this.memory, this.directory)
  }

  /** Removes the temporary files, those of the index among them. */
  close(): void {
    this.lines.close()
    rmSync(this.directory, { recursive: true, force: true })
  }
}

/** Releases by document number. */
export class OrderedSpool {
  readonly count: number
  private readonly rows: Uint32Array

  constructor(
    private readonly columns: SpoolColumns,
    private readonly lines: SpillLog,
    /** Length of all lines, in bytes. */
    readonly byteLength: number,
    /** Bytes that a build may use; what waits of their index goes to files in `directory` beyond a part of them. */
    readonly memory: number,
    readonly directory: string,
  ) {
    this.rows = columns.order()
    this.count = this.rows.length
  }

  /** One string a document, which together identify the content. */
  *fingerprint(): Generator<string> {
    const { ids, crcs } = this.columns
    for (const row of this.rows) yield `${ids[row]} ${crcs.values[row]! >>> 0}`
  }

  id(doc: number): string {
    return this.columns.ids[this.rows[doc]!]!
  }

  url(doc: number): string | undefined {
    return this.columns.urls.get(this.rows[doc]!)
  }

  date(doc: number): string | undefined {
    return this.columns.date(this.rows[doc]!)
  }

  /** Empty for none. */
  language(doc: number): string {
    const { languages, languageOf } = this.columns
    return languages.strings[languageOf.values[this.rows[doc]!]!]!
  }

  indexed(doc: number): IndexedRelease {
    const countries = this.columns.facets.row('country', this.rows[doc]!)
    return { id: this.id(doc), date: this.date(doc), language: this.language(doc), countries }
  }

  /** The values of every facet, by document. */
  facets(): Map<string, FacetRows> {
    return this.columns.facets.finish(this.rows)
  }

  lineLength(doc: number): number {
    return this.columns.byteLengths.values[this.rows[doc]!]!
  }

  /** The line of JSON that is stored for a document; valid until a release is added. */
  line(doc: number): Buffer {
    return readRow(this.columns, this.lines, this.rows[doc]!)
  }

  /** Puts that line into `target` from `start` on. */
  copyLine(doc: number, target: Uint8Array, start: number): void {
    this.lines.copy(this.columns.offset(this.rows[doc]!), this.lineLength(doc), target, start)
  }

  read(doc: number): SpooledRelease {
    return decodeRow(this.columns, this.lines, this.rows[doc]!)
  }
}

function readRow(columns: SpoolColumns, lines: SpillLog, row: number): Buffer {
  return lines.read(columns.offset(row), columns.byteLengths.values[row]!)
}

function decodeRow(columns: SpoolColumns, lines: SpillLog, row: number): SpooledRelease {
  const line = readRow(columns, lines, row)
  return { release: decodeRelease(line.toString(), `spooled release ${columns.ids[row]}`), line }
}
