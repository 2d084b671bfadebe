/** How do live releases look to the evaluator? A segment in memory, whose packs are encoded when they are asked for. */

import { TAGS } from '../analysis/analyser.js'
import type { InvertedField } from '../build/inverter.js'
import { compareWords } from '../build/inverter.js'
import { TermEncoder } from '../build/term-encoder.js'
import { ByteReader } from '../bytes/byte-reader.js'
import { canonicalCodes } from '../bytes/huffman.js'
import { compareCodePoints } from '../bytes/utf8.js'
import { REGROUPED_FACET } from '../format/clusters.js'
import { type DateRun, dateRuns } from '../format/dates.js'
import { CLUSTER_FACET } from '../format/facet-names.js'
import type { FacetColumn } from '../format/facets.js'
import type { IdEntry } from '../format/ids.js'
import { lengthClass, TITLE_CLASS } from '../format/lengths.js'
import { CODE_CONTEXTS, postingSymbol, SYMBOLS, type SymbolCode, symbolTable } from '../format/postings.js'
import type { Removed } from '../format/removed.js'
import { openTerms, type TermsPack, TermsPackWriter } from '../format/terms.js'
import { isOwnTerm, openWords, type WordEntry, type WordsPack, writeWords } from '../format/words.js'
import type { Loaded } from '../reader/pack-cache.js'
import type { PositionsPack, Segment, SegmentSummary } from '../reader/segment.js'
import type { Release, TextField } from '../types.js'
import { type AnalysedRelease, termKey } from './analysed-release.js'
import type { LiveClusters } from './live-clusters.js'
import type { LiveFacets } from './live-facets.js'
import type { LiveState } from './live-store.js'
import { LiveTerms } from './live-terms.js'
import type { Mask } from './masked-releases.js'
import { summaryOf } from './summary.js'

/** Every symbol has a code of the same length: nothing has to be counted before the first list is written. */
const CODE: SymbolCode = (() => {
  const lengths = new Uint8Array(SYMBOLS).fill(Math.log2(SYMBOLS))
  return { lengths, codes: canonicalCodes(lengths) }
})()
const CODES: Record<TextField, SymbolCode[]> = {
  title: new Array<SymbolCode>(CODE_CONTEXTS).fill(CODE),
  body: new Array<SymbolCode>(CODE_CONTEXTS).fill(CODE),
}
const TABLE = symbolTable(CODE.lengths)
const TABLES: Record<TextField, Uint32Array[]> = {
  title: new Array<Uint32Array>(CODE_CONTEXTS).fill(TABLE),
  body: new Array<Uint32Array>(CODE_CONTEXTS).fill(TABLE),
}

const ALL_TAGS: readonly number[] = Object.values(TAGS).sort((a, b) => a - b)

/** Lists are read four bytes at a time, so that a pack must not end with one. */
const PADDING = new Uint8Array(8)

/** Where damage would be; there is none, since nothing is read from outside. */
const WHERE = 'the live index'

/** No segment of an archive has this id. */
const LIVE_ID = -1

/** The live releases of one moment. What changes later does not change it. */
export class LiveSegment implements Segment {
  readonly origin = 'live'
  readonly tables = TABLES
  readonly docCount: number
  readonly root: SegmentSummary
  private readonly docs: ReadonlyMap<AnalysedRelease, number>
  private ownTerms: LiveTerms | undefined
  private readonly stems: string[] = []
  private readonly ordinals = new Map<string, number>()
  private readonly packs: ({ terms: TermsPack; positions: PositionsPack } | undefined)[] = []
  private wordsPack: WordsPack | undefined
  private idEntries: IdEntry[] | undefined
  private dateList: DateRun[] | undefined
  private foundClusters: Promise<LiveClusters> | undefined

  private readonly records: readonly AnalysedRelease[]

  constructor(
    private readonly state: Pick<LiveState, 'records' | 'terms' | 'version'>,
    private readonly facets: LiveFacets,
    private readonly mask: Mask | null,
    /** Facets of the archive that only hidden releases have. */
    lostFacets: string[],
    private readonly findClusters: () => Promise<LiveClusters>,
  ) {
    const { records } = state
    this.records = records
    this.docCount = records.length
    this.docs = new Map(records.map((record, doc) => [record, doc]))
    this.root = { id: LIVE_ID, facets: facets.names, lostFacets, ...summaryOf(records, mask?.releases ?? []) }
  }

  /** The terms of these records; once the shared ones have moved on, some of their own. */
  private get liveTerms(): LiveTerms {
    const { terms, version } = this.state
    if (terms.version === version) return terms
    this.ownTerms ??= LiveTerms.of(this.records)
    return this.ownTerms
  }

  /** Every stem has a pack of its own; what no live and no masked release holds has none. */
  packOf(kind: 'terms' | 'ids', key: string): number {
    if (kind === 'ids') return this.docCount === 0 ? -1 : 0
    const known = this.ordinals.get(key)
    if (known !== undefined) return known
    const pack = this.encode(key)
    if (pack === undefined) return -1
    const ordinal = this.stems.push(key) - 1
    this.ordinals.set(key, ordinal)
    this.packs[ordinal] = pack
    return ordinal
  }

  packsWithPrefix(kind: 'terms' | 'words', prefix: string): number[] {
    if (kind === 'words') return [0]
    const stems = new Set(this.liveTerms.numbersWithPrefix(prefix))
    for (const { stem, tag } of this.mask?.counts.allTerms() ?? []) {
      if (tag === TAGS.none && stem.startsWith(prefix)) stems.add(stem)
    }
    return [...stems].sort(compareCodePoints).map((stem) => this.packOf('terms', stem))
  }

  terms(ordinal: number): TermsPack {
    return this.packs[ordinal]!.terms
  }

  positions(ordinal: number): PositionsPack {
    return this.packs[ordinal]!.positions
  }

  private encode(stem: string): { terms: TermsPack; positions: PositionsPack } | undefined {
    const pack = new TermsPackWriter()
    const encoder = new TermEncoder(this.docCount, CODES)
    for (const tag of ALL_TAGS) {
      const key = termKey(stem, tag)
      const holders = this.liveTerms.withTerm(stem, tag)
      const removed = this.mask?.counts.term(key)
      if (holders.length === 0 && removed === undefined) continue
      const postings = holders.map((record) => ({ record, doc: this.docs.get(record)! })).sort((a, b) => a.doc - b.doc)
      const title = invert(postings, key, 'title')
      const body = invert(postings, key, 'body')
      encoder.encode({ stem, tag, docFreq: holders.length, title, body, ...(removed && { removed }) })
      encoder.addTo(pack)
    }
    if (pack.count === 0) return undefined
    pack.postings.raw(PADDING)
    pack.positions.raw(PADDING)
    const positions = new ByteReader(pack.positions.finish(), WHERE)
    const { bytes } = positions
    return {
      terms: openTerms(new ByteReader(pack.finish(), WHERE)),
      positions: { reader: positions, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), start: 0 },
    }
  }

  words(): WordsPack {
    this.wordsPack ??= openWords(new ByteReader(writeWords(this.wordEntries()), WHERE))
    return this.wordsPack
  }

  private wordEntries(): WordEntry[] {
    const entries = new Map<string, WordEntry>()
    for (const { surface, tag, stem, releases } of this.liveTerms.forms()) {
      if (!isOwnTerm(surface, { stem, tag }))
        entries.set(termKey(surface, tag), { surface, tag, stem, docFreq: releases })
    }
    for (const { surface, tag, stem, removed } of this.mask?.counts.forms() ?? []) {
      if (isOwnTerm(surface, { stem, tag })) continue
      const key = termKey(surface, tag)
      entries.set(key, { ...(entries.get(key) ?? { surface, tag, stem, docFreq: 0 }), removed })
    }
    return [...entries.values()].sort(compareWords)
  }

  ids(): IdEntry[] {
    this.idEntries ??= this.records
      .flatMap(({ release: { id, url } }, doc): IdEntry[] => [
        { key: id, isUrl: false, doc },
        ...(url === undefined ? [] : [{ key: url, isUrl: true, doc }]),
      ])
      .sort((a, b) => compareCodePoints(a.key, b.key) || a.doc - b.doc)
    return this.idEntries
  }

  facet(name: string): Loaded<FacetColumn | null> {
    if (name === CLUSTER_FACET) return this.clusters().then(({ cluster }) => cluster)
    if (name === REGROUPED_FACET) return this.clusters().then(({ regrouped }) => regrouped)
    return this.facets.column(name)
  }

  /** Found once; when that fails, the next search tries again. */
  private clusters(): Promise<LiveClusters> {
    if (this.foundClusters === undefined) {
      this.foundClusters = this.findClusters()
      this.foundClusters.catch(() => {
        this.foundClusters = undefined
      })
    }
    return this.foundClusters
  }

  dates(): DateRun[] {
    this.dateList ??= dateRuns(this.records.map(({ release }) => release.date))
    return this.dateList
  }

  removed(): Removed {
    return this.mask?.docs ?? new Map()
  }

  prefetchTexts(): Promise<unknown>[] {
    return []
  }

  /** A copy, so that what callers do to it stays theirs. */
  async release(doc: number): Promise<Release> {
    return structuredClone(this.records[doc]!.release)
  }
}

/** The postings of a term in one field. */
function invert(
  postings: readonly { record: AnalysedRelease; doc: number }[],
  key: string,
  field: TextField,
): InvertedField {
  const docs: number[] = []
  const symbols: number[] = []
  const positions: number[] = []
  for (const { record, doc } of postings) {
    const places = record.terms.get(key)![field]
    if (places.length === 0) continue
    docs.push(doc)
    symbols.push(postingSymbol(places.length, field === 'title' ? TITLE_CLASS : lengthClass(record.bodyLength)))
    for (const position of places) positions.push(position)
  }
  return {
    count: docs.length,
    docs: Int32Array.from(docs),
    symbols: Int32Array.from(symbols),
    positions: Int32Array.from(positions),
    positionCount: positions.length,
  }
}
