/** What do the terms of all documents come to? In memory while they fit, else in runs that are merged; either way the same. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Analyser, type AnalyserDescription } from '../analysis/analyser.js'
import type { TextField } from '../types.js'
import { type InvertedTerm, type InvertedWord, Inverter } from './inverter.js'
import { writeRecords } from './records.js'
import { mergeTerms, mergeWords, type PlacedRun, type Run, RunWriter } from './runs.js'
import { onDisk } from './segment-output.js'

/** Bytes a token takes while a run is being sorted: term and position, twice, with room to grow. */
const TOKEN_BYTES = 24

/** Bytes a surface form takes in an analyser, with its term. One that has seen too many is given up for a new one. */
const WORD_BYTES = 512
/** A new analyser costs as much as a few hundred releases: not for fewer forms than this. */
const LEAST_WORDS = 20_000

/** A run of documents, and what it comes to. */
export interface DocumentRun {
  run: Run<Uint8Array<ArrayBuffer>>
  titleLength: number
  bodyLength: number
  /** Ids of the concepts that its documents have, but for those that an earlier run of the same writer told. */
  concepts: string[]
}

/** Makes runs of documents, one after the other. */
export class RunBuilder {
  private readonly inverter: Inverter
  private readonly writer = new RunWriter()

  private constructor(
    private analyser: Analyser,
    private readonly memory: number,
  ) {
    this.inverter = new Inverter(analyser)
  }

  /** @param memory bytes that the tokens of a run may take, and that the forms an analyser has seen may take */
  static async create(description: AnalyserDescription, memory: number): Promise<RunBuilder> {
    return new RunBuilder(await Analyser.create(description), memory)
  }

  /** Adds the next document. */
  add(title: string, body: string, language: string | undefined): void {
    this.inverter.add(title, body, language)
  }

  /** True when the tokens take the memory that they may take. */
  get isFull(): boolean {
    return this.inverter.tokenCount * TOKEN_BYTES > this.memory
  }

  /** Ends a run; its documents are numbered from 0, and so are those of the next. */
  async take(): Promise<DocumentRun> {
    const { inverter } = this
    const taken = { run: this.writer.write(inverter), ...this.lengths, concepts: this.analyser.takeConcepts() }
    const { words, description } = this.analyser
    if (words.length > Math.max(LEAST_WORDS, this.memory / WORD_BYTES)) {
      this.analyser = await Analyser.create(description)
    }
    inverter.restart(this.analyser)
    return taken
  }

  private get lengths(): Pick<DocumentRun, 'titleLength' | 'bodyLength'> {
    const { inverter } = this
    return { titleLength: inverter.totalLength('title'), bodyLength: inverter.totalLength('body') }
  }

  /** What there is, without making a run of it; nothing is added after that. */
  whole(): { inverter: Inverter } & Omit<DocumentRun, 'run'> {
    return { inverter: this.inverter, ...this.lengths, concepts: this.analyser.takeConcepts() }
  }
}

/** Gives documents back by term. */
export class DocumentIndex {
  /** Ids of the concepts that documents have. */
  readonly concepts = new Set<string>()
  private readonly runs: PlacedRun[] = []
  private heldBytes = 0
  private readonly lengths: Record<TextField, number> = { title: 0, body: 0 }
  /** All of a collection that fits into memory. */
  private inverter: Inverter | undefined

  /**
   * @param memory bytes that runs may take before they go to files
   * @param directory where files are written; it is made when the first one is
   */
  constructor(
    private readonly memory: number,
    private readonly directory: string,
  ) {}

  /** Adds the run of the documents from `firstDoc` on; runs come in document order. */
  addRun({ run, ...rest }: DocumentRun, firstDoc: number): void {
    this.note(rest)
    const { terms, words } = run
    if (this.heldBytes + terms.length + words.length <= this.memory) {
      this.heldBytes += terms.length + words.length
      this.runs.push({ terms, words, firstDoc })
      return
    }
    const ordinal = this.runs.length
    const files = { terms: join(this.directory, `terms-${ordinal}`), words: join(this.directory, `words-${ordinal}`) }
    onDisk(this.directory, () => mkdirSync(this.directory, { recursive: true }))
    writeRecords(files.terms, terms)
    writeRecords(files.words, words)
    this.runs.push({ ...files, firstDoc })
  }

  /** Takes all documents at once, instead of runs. */
  addWhole({ inverter, ...rest }: ReturnType<RunBuilder['whole']>): void {
    this.note(rest)
    this.inverter = inverter
  }

  private note({ titleLength, bodyLength, concepts }: Omit<DocumentRun, 'run'>): void {
    this.lengths.title += titleLength
    this.lengths.body += bodyLength
    for (const id of concepts) this.concepts.add(id)
  }

  /** Sum of the lengths of a field, in positions. */
  totalLength(field: TextField): number {
    return this.lengths[field]
  }

  /** All terms in dictionary order; each is valid until the next. May be asked for several times. */
  terms(options: { positions: boolean }): Iterable<InvertedTerm> {
    return this.inverter?.terms() ?? mergeTerms(this.runs, options.positions)
  }

  /** All surface forms in order. */
  words(): Iterable<InvertedWord> {
    return this.inverter?.words() ?? mergeWords(this.runs)
  }
}

/** Fills an index with documents in order, in runs of what fits into memory. */
export class IndexFiller {
  private docs = 0
  private firstDoc = 0

  constructor(
    private readonly index: DocumentIndex,
    private readonly builder: RunBuilder,
  ) {}

  /** Adds the next document. */
  add(title: string, body: string, language: string | undefined): void {
    this.builder.add(title, body, language)
    this.docs++
  }

  /** Makes room when the memory is full. */
  async settle(): Promise<void> {
    if (this.builder.isFull) await this.spill()
  }

  private async spill(): Promise<void> {
    this.index.addRun(await this.builder.take(), this.firstDoc)
    this.firstDoc = this.docs
  }

  /** Ends adding. */
  async finish(): Promise<void> {
    if (this.firstDoc === 0) this.index.addWhole(this.builder.whole())
    else if (this.docs > this.firstDoc) await this.spill()
  }
}
