/** What does a segment on disk hold? Its packs and stored releases, read at once: builds go on from what was published. */

import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { ByteReader, corrupt } from '../bytes/byte-reader.js'
import { inflateSync } from '../bytes/inflate-node.js'
import { findPack } from '../bytes/utf8.js'
import { type FacetColumn, openFacet } from '../format/facets.js'
import { type IdEntry, openIds } from '../format/ids.js'
import { isPlain, openPack } from '../format/pack.js'
import { openRemoved, type Removed } from '../format/removed.js'
import { fileName, type SegmentLayout, type SegmentPackKind, type SegmentRoot, segmentLayout } from '../format/root.js'
import { decodeRelease } from '../format/stored-release.js'
import { documentsOf } from '../format/term-documents.js'
import { lookupStem, openTerms, readEntries, type TermEntry, type TermsPack } from '../format/terms.js'
import { findTextBlock, MAX_TEXT_BYTES, openTextBlock, openTextDirectory, type TextDirectory } from '../format/texts.js'
import { openWords, readWords, type WordEntry } from '../format/words.js'
import type { Release } from '../types.js'

/** Decoded packs that a segment keeps; beyond, all are given up and read again. */
const KEPT_PACKS = 64

/** A release of a segment with its document number. */
export interface StoredRelease {
  doc: number
  release: Release
}

/** One segment in an archive's folder. */
export class StoredSegment {
  readonly docCount: number
  private readonly layout: SegmentLayout
  private readonly packs = new Map<string, unknown>()
  private readonly directories = new Map<number, TextDirectory>()
  private lastBlock: { number: number; lines: string[] } | undefined
  private presetDictionary: Uint8Array | undefined

  constructor(
    private readonly directory: string,
    readonly root: SegmentRoot,
  ) {
    this.docCount = root.statistics.releases
    this.layout = segmentLayout(root)
  }

  /** Names of the files that hold packs. */
  packFiles(): string[] {
    return [...new Set(Object.values(this.layout.packs).flatMap((packs) => packs.map(({ file }) => file)))]
  }

  /** Names of the files that hold nothing but stored releases. */
  textFiles(): string[] {
    const last = this.textDirectory(this.root.leaves.length - 1)?.blocks.at(-1)
    if (this.root.single || last === undefined) return []
    return Array.from({ length: last.file + 1 }, (_, file) => fileName('texts', file))
  }

  /** The document with this release id, removed or not. */
  findId(id: string): number | undefined {
    if (this.layout.packs.ids.length === 0) return undefined
    const ordinal = findPack(this.root.separators.ids, id) + 1
    const ids = this.pack('ids', ordinal, (reader) => idMap(openIds(reader)))
    return ids.get(id)
  }

  /** The dictionary entry of a term. */
  findTerm(stem: string, tag: number): TermEntry | undefined {
    const pack = this.termsPack(stem)
    return pack && lookupStem(pack, stem).find((entry) => entry.tag === tag)
  }

  /** The pack that holds a stem, if any does. */
  private termsPack(stem: string): TermsPack | undefined {
    if (this.layout.packs.terms.length === 0) return undefined
    return this.pack('terms', findPack(this.root.separators.terms, stem) + 1, openTerms)
  }

  /** The documents that hold a term, removed or not: a list for each field that has it. */
  documents(stem: string, tag: number): Int32Array[] {
    const pack = this.termsPack(stem)
    const entry = pack && lookupStem(pack, stem).find((each) => each.tag === tag)
    return entry === undefined ? [] : documentsOf(pack!, entry, this.docCount)
  }

  /** Every entry of the term dictionary, in order. */
  *terms(): Generator<TermEntry> {
    for (let ordinal = 0; ordinal < this.layout.packs.terms.length; ordinal++) {
      yield* readEntries(this.pack('terms', ordinal, openTerms))
    }
  }

  /** Every surface form, in order. */
  *words(): Generator<WordEntry> {
    for (let ordinal = 0; ordinal < this.layout.packs.words.length; ordinal++) {
      yield* readWords(openWords(this.body('words', ordinal)))
    }
  }

  /** A facet by name; undefined when this segment has none of that name. */
  facet(name: string): FacetColumn | undefined {
    const ordinal = this.root.facets.indexOf(name)
    if (ordinal < 0) return undefined
    return this.pack('facet', ordinal, (reader) => openFacet(reader, this.docCount))
  }

  /** Documents of older segments that this one removes. */
  removed(): Removed {
    if (this.layout.packs.removed.length === 0) return new Map()
    return openRemoved(this.body('removed', 0))
  }

  /** The stored release with a document number. */
  release(doc: number): Release {
    const { leaves } = this.root
    let leaf = leaves.length - 1
    while (leaf > 0 && leaves[leaf]! > doc) leaf--
    const directory = this.textDirectory(leaf)
    const index = directory === undefined ? -1 : findTextBlock(directory, doc)
    if (directory === undefined || index < 0) throw this.damage(`no text block holds release ${doc}`)
    const line = this.textLines(directory, index)[doc - directory.blocks[index]!.firstDoc]
    return this.parse(line, doc)
  }

  /** Every stored release, in document order, removed ones included. */
  *releases(): Generator<StoredRelease> {
    let doc = 0
    for (let leaf = 0; leaf < this.root.leaves.length; leaf++) {
      const directory = this.textDirectory(leaf)!
      for (let index = 0; index < directory.blocks.length; index++) {
        for (const line of this.textLines(directory, index)) {
          yield { doc, release: this.parse(line, doc) }
          doc++
        }
      }
    }
    if (doc !== this.docCount) throw this.damage(`${this.docCount} releases expected, ${doc} are stored`)
  }

  private parse(line: string | undefined, doc: number): Release {
    if (line === undefined) throw this.damage(`release ${doc} is not stored`)
    return decodeRelease(line, `${join(this.directory, this.root.name)}, release ${doc}`)
  }

  private textDirectory(leaf: number): TextDirectory | undefined {
    const firstDoc = this.root.leaves[leaf]
    if (firstDoc === undefined) return undefined
    let directory = this.directories.get(leaf)
    if (directory === undefined) {
      directory = openTextDirectory(this.body('text-directory', leaf), firstDoc)
      this.directories.set(leaf, directory)
    }
    return directory
  }

  private textLines(directory: TextDirectory, index: number): string[] {
    const block = directory.blocks[index]!
    const number = directory.firstBlock + index
    if (this.lastBlock?.number === number) return this.lastBlock.lines
    const file = fileName(this.root.single ? 'segment' : 'texts', block.file)
    const bytes = this.read(file, block.offset + this.layout.textOffset, block.byteLength)
    const deflated = openTextBlock(bytes, this.root.id, number, this.place(file))
    const text = this.inflate(deflated, MAX_TEXT_BYTES, file, this.textDictionary())
    const lines = new TextDecoder().decode(text).split('\n')
    this.lastBlock = { number, lines }
    return lines
  }

  private textDictionary(): Uint8Array {
    if (this.presetDictionary === undefined) {
      const reader = this.layout.packs['text-dictionary'].length > 0 ? this.body('text-dictionary', 0) : undefined
      this.presetDictionary = reader?.raw(reader.remaining) ?? new Uint8Array(0)
    }
    return this.presetDictionary
  }

  private pack<T>(kind: SegmentPackKind, ordinal: number, open: (reader: ByteReader) => T): T {
    const key = `${kind} ${ordinal}`
    let pack = this.packs.get(key) as T | undefined
    if (pack === undefined) {
      if (this.packs.size >= KEPT_PACKS) this.packs.clear()
      pack = open(this.body(kind, ordinal))
      this.packs.set(key, pack)
    }
    return pack
  }

  /** A reader over the body of a pack, inflated where it is deflated. */
  private body(kind: SegmentPackKind, ordinal: number): ByteReader {
    const location = this.layout.packs[kind][ordinal]
    if (location === undefined) throw this.damage(`there is no ${kind} pack ${ordinal}`)
    const { file, offset, byteLength } = location
    const where = this.place(file)
    const bytes = this.read(file, offset, byteLength)
    const { reader, inflatedLength } = openPack(bytes, { kind, segment: this.root.id, ordinal }, where)
    if (isPlain(kind)) return reader
    const inflated = this.inflate(reader.raw(reader.remaining), inflatedLength, file)
    if (inflated.length !== inflatedLength) throw corrupt(where, 0, `${inflatedLength} inflated bytes expected`)
    return new ByteReader(inflated, where)
  }

  private inflate(bytes: Uint8Array, limit: number, file: string, dictionary?: Uint8Array): Uint8Array {
    try {
      return inflateSync(bytes, limit, dictionary) as Uint8Array
    } catch (cause) {
      throw corrupt(this.place(file), 0, 'the deflated data is damaged', cause)
    }
  }

  private read(file: string, offset: number, byteLength: number): Uint8Array {
    const bytes = new Uint8Array(byteLength)
    let done = 0
    try {
      const descriptor = openSync(join(this.directory, this.root.name, file), 'r')
      try {
        while (done < byteLength) {
          const count = readSync(descriptor, bytes, done, byteLength - done, offset + done)
          if (count === 0) break
          done += count
        }
      } finally {
        closeSync(descriptor)
      }
    } catch (cause) {
      throw corrupt(this.place(file), offset, 'the file cannot be read', cause)
    }
    if (done < byteLength) throw corrupt(this.place(file), offset + done, 'the file is too short')
    return bytes
  }

  private place(file: string): string {
    return join(this.directory, this.root.name, file)
  }

  private damage(message: string): Error {
    return corrupt(join(this.directory, this.root.name), 0, message)
  }
}

function idMap(entries: readonly IdEntry[]): Map<string, number> {
  return new Map(entries.filter(({ isUrl }) => !isUrl).map(({ key, doc }) => [key, doc]))
}
