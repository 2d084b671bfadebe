/** Is an archive whole and right? Walks every file of it and says what is wrong where. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ByteReader } from '../bytes/byte-reader.js'
import { inflateSync } from '../bytes/inflate-node.js'
import { compareCodePoints } from '../bytes/utf8.js'
import { isDatelinesError } from '../errors.js'
import { monthRuns, openDates } from '../format/dates.js'
import { isShownFacet } from '../format/facet-names.js'
import { openFacet } from '../format/facets.js'
import { openIds } from '../format/ids.js'
import { isPlain, openPack } from '../format/pack.js'
import { grown, openPositions, PositionsBlock } from '../format/positions.js'
import { blockRoom, blockSize, decodeDocs, decodeSymbols, openPostings, symbolTable } from '../format/postings.js'
import { openRemoved } from '../format/removed.js'
import {
  decodeRoot,
  fileName,
  PACK_ORDER,
  type SegmentLayout,
  type SegmentPackKind,
  type SegmentRoot,
  segmentLayout,
} from '../format/root.js'
import { decodeRelease } from '../format/stored-release.js'
import { CONCEPT_TAG, openTerms, readEntries, type TermEntry, type TermsPack } from '../format/terms.js'
import { MAX_TEXT_BYTES, openTextBlock, openTextDirectory } from '../format/texts.js'
import { ROOT_FILE } from '../format/version.js'
import { openWords, readWords, type WordEntry } from '../format/words.js'
import { checkOptions, isBoolean, isFunction } from '../ingest/option-checks.js'
import type { TextField } from '../types.js'
import { FacetCollector } from './facet-columns.js'
import { checkFolder } from './index-options.js'
import { contentName } from './segment-output.js'
import { requireArchive } from './stored-archive.js'
import { verifyClusterNames, verifyClusters } from './verify-clusters.js'
import { verifyConcepts, verifyLexicon } from './verify-lexicon.js'
import { verifyRemovals } from './verify-removals.js'
import { verifyTexts } from './verify-texts.js'

export interface VerifyOptions {
  /** Analyse the stored texts again and compare the terms. Default false. */
  deep?: boolean
  onProgress?: (progress: { done: number; total: number }) => void
}

export interface VerifyReport {
  ok: boolean
  segments: number
  releases: number
  files: number
  bytes: number
  problems: { where: string; message: string }[]
}

/**
 * Checks every file of the archive in a folder: checksums, order, bounds, cross references, counts against postings and
 * ids against stored releases.
 *
 * @throws DatelinesError `E_OPTION`, `E_NOT_FOUND` when there is no archive; what is wrong inside it is listed, not thrown
 */
export async function verifyArchive(directory: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  checkFolder(directory)
  checkOptions(options, { deep: [isBoolean, 'true or false'], onProgress: [isFunction, 'a function'] })
  requireArchive(directory)
  const path = join(directory, ROOT_FILE)
  const report: VerifyReport = {
    ok: true,
    segments: 0,
    releases: 0,
    files: 1,
    bytes: statSync(path).size,
    problems: [],
  }
  const note = (where: string, message: string): void => {
    report.problems.push({ where, message })
    report.ok = false
  }
  try {
    const { segments, lexicon } = await decodeRoot(new Uint8Array(readFileSync(path)), path, inflateSync)
    report.segments = segments.length
    for (const [index, segment] of segments.entries()) {
      report.releases += segment.statistics.releases - segment.removed.releases
      new SegmentCheck(directory, segment, report, note).run()
      options.onProgress?.({ done: index + 1, total: segments.length })
    }
    if (lexicon !== undefined) {
      const { files, bytes } = verifyLexicon(directory, lexicon, note)
      report.files += files
      report.bytes += bytes
    }
    // What is damaged already cannot be compared.
    if (report.ok) await verifyRemovals(directory, note)
    if (report.ok) await verifyConcepts(directory, note)
    if (report.ok) await verifyClusters(directory, note)
    if (options.deep && report.ok) await verifyClusterNames(directory, note)
    if (options.deep && report.ok) await verifyTexts(directory, note)
  } catch (error) {
    note(path, messageOf(error))
  }
  return report
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

class SegmentCheck {
  private readonly files = new Map<string, Uint8Array>()
  private readonly layout: SegmentLayout
  private readonly docCount: number
  private readonly tables: Record<TextField, Uint32Array[]>
  /** In how many releases each term is, and from how many it is removed. */
  private readonly termFreqs = new Map<string, { docFreq: number; removed: number }>()

  constructor(
    private readonly directory: string,
    private readonly segment: SegmentRoot,
    private readonly report: VerifyReport,
    private readonly note: (where: string, message: string) => void,
  ) {
    this.layout = segmentLayout(segment)
    this.docCount = segment.statistics.releases
    const { title, body } = segment.codes
    this.tables = { title: title.map(symbolTable), body: body.map(symbolTable) }
  }

  run(): void {
    for (const kind of PACK_ORDER) {
      this.layout.packs[kind].forEach((_, ordinal) => {
        if (kind !== 'positions') this.guard(`${kind} ${ordinal}`, () => this.checkPack(kind, ordinal))
      })
    }
    this.guard('texts', () => this.checkTexts())
    for (const bytes of this.files.values()) {
      this.report.files++
      this.report.bytes += bytes.length
    }
    this.guard('files', () => {
      const found = contentName(join(this.directory, this.segment.name))
      if (found !== this.segment.name) this.note(this.segment.name, `its content has the name ${found}`)
      for (const entry of readdirSync(join(this.directory, this.segment.name))) {
        if (!this.files.has(entry)) this.note(`${this.segment.name}/${entry}`, 'no part of the archive names this file')
      }
    })
  }

  private guard(what: string, check: () => void): void {
    try {
      check()
    } catch (error) {
      const where = isDatelinesError(error) && error.where ? error.where : `segment ${this.segment.name}, ${what}`
      this.note(where, messageOf(error))
    }
  }

  private file(name: string): Uint8Array {
    let bytes = this.files.get(name)
    if (bytes === undefined) {
      bytes = new Uint8Array(readFileSync(join(this.directory, this.segment.name, name)))
      this.files.set(name, bytes)
    }
    return bytes
  }

  /** A reader over the body of a pack, inflated where it is deflated. */
  private body(kind: SegmentPackKind, ordinal: number): ByteReader {
    const { file, offset, byteLength } = this.layout.packs[kind][ordinal]!
    const where = `${this.segment.name}/${file}`
    const bytes = this.file(file).slice(offset, offset + byteLength)
    const { reader, inflatedLength } = openPack(bytes, { kind, segment: this.segment.id, ordinal }, where)
    if (isPlain(kind)) return reader
    const inflated = inflateSync(reader.raw(reader.remaining), inflatedLength) as Uint8Array
    if (inflated.length !== inflatedLength)
      this.note(where, `${inflatedLength} inflated bytes expected, ${inflated.length} found`)
    return new ByteReader(inflated, where)
  }

  private checkPack(kind: SegmentPackKind, ordinal: number): void {
    const reader = this.body(kind, ordinal)
    if (kind === 'terms') this.checkTerms(openTerms(reader), ordinal)
    else if (kind === 'words') this.checkWords([...readWords(openWords(reader))], ordinal)
    else if (kind === 'ids') this.checkIds(reader, ordinal)
    else if (kind === 'facet') openFacet(reader, this.docCount)
    else if (kind === 'dates') this.checkDates(reader)
    else if (kind === 'removed') openRemoved(reader)
  }

  private checkOrder(kind: 'terms' | 'words' | 'ids', ordinal: number, keys: readonly string[]): void {
    const separators = this.segment.separators[kind]
    for (let i = 1; i < keys.length; i++) {
      if (compareCodePoints(keys[i - 1]!, keys[i]!) > 0) this.note(`${kind} ${ordinal}`, `${keys[i]} is out of order`)
    }
    const before = separators[ordinal - 1]
    const after = separators[ordinal]
    if (before !== undefined && compareCodePoints(keys[0]!, before) < 0)
      this.note(`${kind} ${ordinal}`, 'begins before its separator')
    if (after !== undefined && compareCodePoints(keys.at(-1)!, after) >= 0)
      this.note(`${kind} ${ordinal}`, 'ends after the next separator')
  }

  private checkIds(reader: ByteReader, ordinal: number): void {
    const entries = openIds(reader)
    this.checkOrder(
      'ids',
      ordinal,
      entries.map(({ key }) => key),
    )
    for (const { key, doc } of entries)
      if (doc >= this.docCount) this.note(`ids ${ordinal}`, `${key} names release ${doc}, which does not exist`)
  }

  private checkDates(reader: ByteReader): void {
    const runs = openDates(reader, this.docCount)
    const dated = runs.at(-1)?.end ?? 0
    if (dated !== this.docCount - this.segment.statistics.undated)
      this.note('dates', `${dated} dated releases, the root says otherwise`)
    if (JSON.stringify(monthRuns(runs)) !== JSON.stringify(this.segment.months))
      this.note('dates', 'the months in the root are not those of the dates')
  }

  private checkTerms(pack: TermsPack, ordinal: number): void {
    const positions = this.body('positions', ordinal)
    const entries = [...readEntries(pack)]
    this.checkOrder(
      'terms',
      ordinal,
      entries.map(({ stem }) => stem),
    )
    for (const entry of entries) {
      const { stem, tag, docFreq, removed } = entry
      this.termFreqs.set(`${tag} ${stem}`, { docFreq, removed: removed?.docFreq ?? 0 })
      const docs = new Set<number>()
      for (const field of ['title', 'body'] as const) this.checkField(pack, positions, entry, field, docs)
      if (docs.size !== entry.docFreq)
        this.note(
          `terms ${ordinal}`,
          `${entry.stem} is said to be in ${entry.docFreq} releases, its postings have ${docs.size}`,
        )
    }
  }

  /** No form is in more releases than its term, nor removed from more. */
  private checkWords(entries: readonly WordEntry[], ordinal: number): void {
    this.checkOrder(
      'words',
      ordinal,
      entries.map(({ surface }) => surface),
    )
    for (const { surface, tag, stem, docFreq, removed = 0 } of entries) {
      const term = this.termFreqs.get(`${tag} ${stem}`)
      if (term === undefined) this.note(`words ${ordinal}`, `${surface} is a form of "${stem}", which is no term`)
      else if (docFreq > term.docFreq || removed > term.removed)
        this.note(`words ${ordinal}`, `${surface} is in more releases than "${stem}", of which it is a form`)
    }
  }

  private checkField(
    pack: TermsPack,
    positions: ByteReader,
    entry: TermEntry,
    field: TextField,
    seen: Set<number>,
  ): void {
    const place = entry[field]
    if (place === undefined) return
    const reader = new ByteReader(pack.reader.bytes, pack.reader.where, pack.postings + place.postingsOffset)
    const list = openPostings(reader, pack.view, place.docFreq, place.postingsLength, this.docCount, this.tables[field])
    const view = new DataView(positions.bytes.buffer, positions.bytes.byteOffset, positions.bytes.length)
    const positionReader = new ByteReader(positions.bytes, positions.where, positions.position + place.positionsOffset)
    const isConcept = entry.tag === CONCEPT_TAG
    const positionList = openPositions(positionReader, view, isConcept ? 1 : list.blocks, place.positionsLength)
    const docs = blockRoom()
    const symbols = blockRoom()
    const places = new PositionsBlock()
    let out = new Int32Array(1024)
    for (let block = 0; block < list.blocks; block++) {
      decodeSymbols(list, block, decodeDocs(list, block, docs), symbols)
      const size = blockSize(list, block)
      for (let i = 0; i < size; i++) seen.add(docs[i]!)
      if (isConcept) continue
      places.open(positionList, block, symbols)
      for (let i = 0; i < size; i++) {
        const termFreq = places.seek(i)
        if (termFreq > out.length) out = grown(out, termFreq)
        places.read(out, 0)
      }
      if (!places.isDone) this.note(positions.where, `${entry.stem}: positions do not match frequencies`)
    }
  }

  private checkTexts(): void {
    const { segment, layout } = this
    const dictionary = segment.packs['text-dictionary'].length > 0 ? this.body('text-dictionary', 0) : null
    const preset = dictionary?.raw(dictionary.remaining) ?? new Uint8Array(0)
    const ids = new Map<string, number>()
    const addresses = new Map<number, string>()
    const languages = new Map<string, number>()
    const facets = new FacetCollector()
    layout.packs.ids.forEach((_, ordinal) => {
      for (const { key, isUrl, doc } of openIds(this.body('ids', ordinal))) {
        if (isUrl) addresses.set(doc, key)
        else ids.set(key, doc)
      }
    })
    let doc = 0
    layout.packs['text-directory'].forEach((_, leaf) => {
      const directory = openTextDirectory(this.body('text-directory', leaf), segment.leaves[leaf]!)
      directory.blocks.forEach((block, index) => {
        const name = fileName(segment.single ? 'segment' : 'texts', block.file)
        const where = `${segment.name}/${name}`
        const start = block.offset + layout.textOffset
        const bytes = this.file(name).slice(start, start + block.byteLength)
        const deflated = openTextBlock(bytes, segment.id, directory.firstBlock + index, where)
        const lines = new TextDecoder().decode(inflateSync(deflated, MAX_TEXT_BYTES, preset) as Uint8Array).split('\n')
        if (lines.length !== block.docs)
          this.note(where, `${block.docs} releases expected in a text block, ${lines.length} found`)
        for (const line of lines) {
          const release = decodeRelease(line, where)
          const { id, url, language = '' } = release
          if (addresses.get(doc) !== url)
            this.note(where, `release ${id} has the address ${url}, the ids say ${addresses.get(doc)}`)
          languages.set(language, (languages.get(language) ?? 0) + 1)
          facets.add(doc, release)
          if (ids.get(id) !== doc) this.note(where, `release ${doc} is ${id}, which the ids say is ${ids.get(id)}`)
          doc++
        }
      })
    })
    if (doc !== this.docCount)
      this.note(`segment ${segment.name}, texts`, `${this.docCount} releases expected, ${doc} stored`)
    if (ids.size !== doc)
      this.note(`segment ${segment.name}, ids`, `the ids have ${ids.size} releases, ${doc} are stored`)
    for (const tag of new Set([...languages.keys(), ...segment.languages.keys()])) {
      const [stored, stated] = [languages.get(tag) ?? 0, segment.languages.get(tag) ?? 0]
      if (stored !== stated)
        this.note(`segment ${segment.name}`, `${stored} releases have the language "${tag}", the root says ${stated}`)
    }
    this.checkFacets(facets.finish(Int32Array.from({ length: doc }, (_, index) => index)))
  }

  /** Compares columns with what the stored releases have. */
  private checkFacets(rows: ReturnType<FacetCollector['finish']>): void {
    this.segment.facets.forEach((name, ordinal) => {
      if (!isShownFacet(name)) return
      const { column, sets, values } = openFacet(this.body('facet', ordinal), this.docCount)
      const wanted = rows.get(name)
      const wrong = [...column].findIndex(
        (set, doc) =>
          sets[set]!.map((value) => values[value]).join('\n') !== (wanted?.sets[wanted.column[doc]!] ?? []).join('\n'),
      )
      if (wrong >= 0) this.note(`facet ${name}`, `release ${wrong} has other values than its stored text says`)
    })
    for (const name of rows.keys())
      if (!this.segment.facets.includes(name)) this.note(`facet ${name}`, 'releases have it, the root does not')
  }
}
