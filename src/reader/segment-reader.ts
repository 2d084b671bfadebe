/** Which bytes of a segment are needed, and what do they say? Packs by kind and number, read once and kept decoded. */

import { ByteReader, corrupt } from '../bytes/byte-reader.js'
import { isPrefixCode } from '../bytes/huffman.js'
import type { Inflate } from '../bytes/inflate.js'
import { onDemand } from '../bytes/on-demand.js'
import { findPack } from '../bytes/utf8.js'
import type { DateRun } from '../format/dates.js'
import type { FacetColumn } from '../format/facets.js'
import type { IdEntry } from '../format/ids.js'
import { isPlain, openPack } from '../format/pack.js'
import { type SymbolTables, symbolTables } from '../format/postings.js'
import type { Removed } from '../format/removed.js'
import { fileName, type SegmentLayout, type SegmentPackKind, type SegmentRoot, segmentLayout } from '../format/root.js'
import { decodeRelease } from '../format/stored-release.js'
import { openTerms, type TermsPack } from '../format/terms.js'
import { findTextBlock, MAX_TEXT_BYTES, openTextBlock, openTextDirectory, type TextDirectory } from '../format/texts.js'
import type { WordsPack } from '../format/words.js'
import type { Source } from '../source/source.js'
import type { Release, TextField } from '../types.js'
import type { Loaded, PackCache } from './pack-cache.js'
import type { RowCache } from './row-cache.js'
import type { PositionsPack, Segment } from './segment.js'

/** The code for packs that a search for plain words does without; it is read while they are. */
const sidePacks = onDemand(() => import('./side-packs.js'))
const wordsPacks = onDemand(() => import('./words-packs.js'))

/** Inflated text blocks that are kept, so that releases of one block, which exports ask for one by one, are inflated once. */
const OPEN_BLOCKS = 8

/** One segment of an opened archive. */
export class SegmentReader implements Segment {
  readonly origin = 'archive'
  readonly docCount: number
  /** Decode tables of the posting symbols, by field. */
  readonly tables: Record<TextField, SymbolTables>
  private readonly layout: SegmentLayout
  private readonly cacheKeys: Record<string, string[]> = {}
  private readonly rowKey: number
  /** The lines of the blocks that were inflated last, by number. */
  private readonly openBlocks = new Map<number, Loaded<string[]>>()

  constructor(
    readonly root: SegmentRoot,
    private readonly source: Source,
    private readonly cache: PackCache,
    private readonly rows: RowCache,
    private readonly inflate: Inflate,
  ) {
    this.rowKey = rows.firstKey()
    this.docCount = root.statistics.releases
    this.layout = segmentLayout(root)
    for (const lengths of [...root.codes.title, ...root.codes.body]) {
      if (!isPrefixCode(lengths))
        throw corrupt(`segment ${root.name}`, 0, 'the code of posting symbols is not a prefix code')
    }
    this.tables = { title: symbolTables(root.codes.title), body: symbolTables(root.codes.body) }
  }

  /** Number of packs of a kind. */
  private packCount(kind: SegmentPackKind): number {
    return this.layout.packs[kind].length
  }

  packOf(kind: 'terms' | 'words' | 'ids', key: string): number {
    if (this.packCount(kind) === 0) return -1
    return findPack(this.root.separators[kind], key) + 1
  }

  packsWithPrefix(kind: 'terms' | 'words', prefix: string): number[] {
    const first = this.packOf(kind, prefix)
    if (first < 0) return []
    const packs = [first]
    const separators = this.root.separators[kind]
    for (let pack = first + 1; pack < this.packCount(kind) && separators[pack - 1]!.startsWith(prefix); pack++) {
      packs.push(pack)
    }
    return packs
  }

  terms(ordinal: number, signal?: AbortSignal): Loaded<TermsPack> {
    return this.pack('terms', ordinal, openTerms, signal)
  }

  positions(ordinal: number, signal?: AbortSignal): Loaded<PositionsPack> {
    return this.pack(
      'positions',
      ordinal,
      (reader) => {
        const { bytes } = reader
        return { reader, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), start: reader.position }
      },
      signal,
    )
  }

  words(ordinal: number, signal?: AbortSignal): Loaded<WordsPack> {
    return this.sidePack(wordsPacks, 'words', ordinal, ({ openWords }, reader) => openWords(reader), signal)
  }

  ids(ordinal: number, signal?: AbortSignal): Loaded<IdEntry[]> {
    return this.sidePack(sidePacks, 'ids', ordinal, ({ openIds }, reader) => openIds(reader), signal)
  }

  facet(name: string, signal?: AbortSignal): Loaded<FacetColumn | null> {
    const ordinal = this.root.facets.indexOf(name)
    if (ordinal < 0) return null
    return this.sidePack(
      sidePacks,
      'facet',
      ordinal,
      ({ openFacet }, reader) => openFacet(reader, this.docCount),
      signal,
    )
  }

  dates(signal?: AbortSignal): Loaded<DateRun[]> {
    if (this.packCount('dates') === 0) return []
    return this.sidePack(sidePacks, 'dates', 0, ({ openDates }, reader) => openDates(reader, this.docCount), signal)
  }

  removed(signal?: AbortSignal): Loaded<Removed> {
    if (this.packCount('removed') === 0) return new Map()
    return this.sidePack(sidePacks, 'removed', 0, ({ openRemoved }, reader) => openRemoved(reader), signal)
  }

  private textDictionary(signal?: AbortSignal): Loaded<Uint8Array> {
    if (this.packCount('text-dictionary') === 0) return EMPTY
    return this.pack('text-dictionary', 0, (reader) => reader.raw(reader.remaining), signal)
  }

  private textDirectory(leaf: number, signal?: AbortSignal): Loaded<TextDirectory> {
    return this.pack('text-directory', leaf, (reader) => openTextDirectory(reader, this.root.leaves[leaf]!), signal)
  }

  /** Starts to read what the first rows will need, when that is small: the only leaf of the text directory, and the dictionary. */
  prefetchTexts(signal?: AbortSignal): Promise<unknown>[] {
    if (this.packCount('text-directory') > 1) return []
    const wanted: Loaded<unknown>[] = []
    if (this.packCount('text-directory') === 1) wanted.push(this.textDirectory(0, signal))
    wanted.push(this.textDictionary(signal))
    return wanted.filter((each) => each instanceof Promise)
  }

  /** Reads all packs but the texts. */
  async loadAll(signal?: AbortSignal): Promise<void> {
    const wanted: Loaded<unknown>[] = [this.dates(signal), this.removed(signal), ...this.prefetchTexts(signal)]
    for (let i = 0; i < this.packCount('terms'); i++) wanted.push(this.terms(i, signal), this.positions(i, signal))
    for (let i = 0; i < this.packCount('words'); i++) wanted.push(this.words(i, signal))
    for (const name of this.root.facets) wanted.push(this.facet(name, signal))
    await Promise.all(wanted)
  }

  release(doc: number, signal?: AbortSignal): Loaded<Readonly<Release>> {
    const known = this.rows.get(this.rowKey + doc)
    if (known !== undefined) return known
    const leaves = this.root.leaves
    let leaf = leaves.length - 1
    while (leaf > 0 && leaves[leaf]! > doc) leaf--
    const directory = this.textDirectory(leaf, signal)
    const dictionary = this.textDictionary(signal)
    if (directory instanceof Promise || dictionary instanceof Promise) {
      return Promise.all([directory, dictionary]).then((parts) => this.releaseIn(...parts, doc, signal))
    }
    return this.releaseIn(directory, dictionary, doc, signal)
  }

  private releaseIn(
    directory: TextDirectory,
    dictionary: Uint8Array,
    doc: number,
    signal: AbortSignal | undefined,
  ): Loaded<Readonly<Release>> {
    const index = findTextBlock(directory, doc)
    if (index < 0) throw corrupt(`segment ${this.root.name}`, 0, `no text block holds release ${doc}`)
    const row = doc - directory.blocks[index]!.firstDoc
    const lines = this.openBlock(directory, index, dictionary, signal)
    return lines instanceof Promise ? lines.then((lines) => this.row(lines, row, doc)) : this.row(lines, row, doc)
  }

  private row(lines: readonly string[], index: number, doc: number): Readonly<Release> {
    const line = lines[index]
    if (line === undefined) throw corrupt(`segment ${this.root.name}`, 0, `its text block has no release ${doc}`)
    const release = decodeRelease(line, `segment ${this.root.name}, release ${doc}`)
    this.rows.set(this.rowKey + doc, release)
    return release
  }

  /** The lines of a text block. */
  private openBlock(
    directory: TextDirectory,
    index: number,
    dictionary: Uint8Array,
    signal: AbortSignal | undefined,
  ): Loaded<string[]> {
    const number = directory.firstBlock + index
    const known = this.openBlocks.get(number)
    if (known !== undefined) return known
    const deflated = this.textBlock(directory, index, signal)
    return deflated instanceof Promise
      ? deflated.then((bytes) => this.linesOf(number, bytes, dictionary))
      : this.linesOf(number, deflated, dictionary)
  }

  private linesOf(number: number, deflated: Uint8Array, dictionary: Uint8Array): Loaded<string[]> {
    const { openBlocks } = this
    const known = openBlocks.get(number)
    if (known !== undefined) return known
    const text = this.inflateChecked(deflated, MAX_TEXT_BYTES, `${this.root.name}, text block ${number}`, dictionary)
    const lines = text instanceof Promise ? text.then(splitLines) : splitLines(text)
    if (lines instanceof Promise) lines.catch(() => openBlocks.delete(number))
    for (const first of openBlocks.keys()) {
      if (openBlocks.size < OPEN_BLOCKS) break
      openBlocks.delete(first)
    }
    openBlocks.set(number, lines)
    return lines
  }

  /** The deflated bytes of a text block, checked; they stay so, since decoded texts would take several times the room. */
  private textBlock(directory: TextDirectory, index: number, signal?: AbortSignal): Loaded<Uint8Array> {
    const block = directory.blocks[index]!
    const number = directory.firstBlock + index
    return this.cache.get(
      this.cacheKey('text', number),
      async (shared) => {
        const file = `${this.root.name}/${fileName(this.root.single ? 'segment' : 'texts', block.file)}`
        const range = { offset: block.offset + this.layout.textOffset, byteLength: block.byteLength }
        const bytes = await this.source.read(file, range, { signal: shared })
        return { value: openTextBlock(bytes, this.root.id, number, file), byteLength: bytes.length }
      },
      signal,
    )
  }

  private pack<T>(
    kind: SegmentPackKind,
    ordinal: number,
    open: (reader: ByteReader) => T,
    signal: AbortSignal | undefined,
  ): Loaded<T> {
    return this.cache.get(
      this.cacheKey(kind, ordinal),
      async (shared) => {
        const { reader, byteLength } = await this.readPack(kind, ordinal, shared)
        return { value: open(reader), byteLength }
      },
      signal,
    )
  }

  private sidePack<C, T>(
    code: () => C | Promise<C>,
    kind: SegmentPackKind,
    ordinal: number,
    open: (code: C, reader: ByteReader) => T,
    signal: AbortSignal | undefined,
  ): Loaded<T> {
    return this.cache.get(
      this.cacheKey(kind, ordinal),
      async (shared) => {
        const [{ reader, byteLength }, opening] = await Promise.all([this.readPack(kind, ordinal, shared), code()])
        return { value: open(opening, reader), byteLength }
      },
      signal,
    )
  }

  /** The body of a pack, checked and inflated, and the bytes that it takes in memory. */
  private async readPack(
    kind: SegmentPackKind,
    ordinal: number,
    signal: AbortSignal,
  ): Promise<{ reader: ByteReader; byteLength: number }> {
    const location = this.layout.packs[kind][ordinal]
    if (location === undefined) throw corrupt(`segment ${this.root.name}`, 0, `there is no ${kind} pack ${ordinal}`)
    const where = `${this.root.name}/${location.file}`
    const { offset, byteLength } = location
    const bytes = await this.source.read(where, location.whole ? undefined : { offset, byteLength }, { signal })
    if (bytes.length !== byteLength) throw corrupt(where, bytes.length, `${byteLength} bytes expected`)
    const { reader, inflatedLength } = openPack(bytes, { kind, segment: this.root.id, ordinal }, where)
    if (isPlain(kind)) return { reader, byteLength }
    const body = await this.inflateChecked(reader.raw(reader.remaining), inflatedLength, where)
    if (body.length !== inflatedLength) throw corrupt(where, 0, `${inflatedLength} inflated bytes expected`)
    return { reader: new ByteReader(body, where), byteLength: inflatedLength }
  }

  /** The same string each time, whose hash is then known already; joined, since a template's would keep its parts. */
  private cacheKey(kind: string, ordinal: number): string {
    const keys = (this.cacheKeys[kind] ??= [])
    return (keys[ordinal] ??= [this.root.name, kind, ordinal].join('/'))
  }

  private inflateChecked(bytes: Uint8Array, limit: number, where: string, dictionary?: Uint8Array): Loaded<Uint8Array> {
    const fail = (cause: unknown): never => {
      throw corrupt(where, 0, 'the deflated data is damaged', cause)
    }
    try {
      const output = this.inflate(bytes, limit, dictionary)
      return output instanceof Promise ? output.catch(fail) : output
    } catch (cause) {
      return fail(cause)
    }
  }
}

const EMPTY = new Uint8Array(0)

const decoder = new TextDecoder()

function splitLines(text: Uint8Array): string[] {
  return decoder.decode(text).split('\n')
}
