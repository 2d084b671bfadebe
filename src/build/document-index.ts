/** What do the terms of all documents come to? In memory while they fit, else in runs that are merged; either way the same. */

import { mkdirSync } from 'node:fs'
import { Analyser, type AnalyserDescription } from '../analysis/analyser.js'
import type { TextField } from '../types.js'
import { type InvertedTerm, type InvertedWord, Inverter } from './inverter.js'
import { mergeTerms, mergeWords, type RunFiles, writeRun } from './run-files.js'
import { onDisk } from './segment-output.js'

/** Bytes a token takes while a run is being sorted: term and position, twice, with room to grow. */
const TOKEN_BYTES = 24

/** Bytes a surface form takes in an analyser, with its term. One that has seen too many is given up for a new one. */
const WORD_BYTES = 512
/** A new analyser costs as much as a few hundred releases: not for fewer forms than this. */
const LEAST_WORDS = 20_000

/** Collects documents in order and gives them back by term. */
export class DocumentIndex {
  /** Ids of the concepts that documents have. */
  readonly concepts = new Set<string>()
  private readonly runs: RunFiles[] = []
  private readonly lengths: Record<TextField, number> = { title: 0, body: 0 }
  /** Given up when all is in runs. */
  private inverter: Inverter | undefined

  private constructor(
    private analyser: Analyser,
    private readonly memory: number,
    private readonly directory: string,
  ) {
    this.inverter = new Inverter(analyser)
  }

  /**
   * @param memory bytes that tokens may take before a run is written, and that the forms an analyser has seen may take
   * @param directory where runs are written; it is made when the first one is
   */
  static async create(description: AnalyserDescription, memory: number, directory: string): Promise<DocumentIndex> {
    return new DocumentIndex(await Analyser.create(description), memory, directory)
  }

  /** Adds the next document. True when {@link spill} is due. */
  add(title: string, body: string, language: string | undefined): boolean {
    const inverter = this.filling()
    inverter.add(title, body, language)
    return inverter.tokenCount * TOKEN_BYTES > this.memory
  }

  /** Writes what is in memory as a run. */
  async spill(): Promise<void> {
    onDisk(this.directory, () => mkdirSync(this.directory, { recursive: true }))
    const inverter = this.filling()
    this.count(inverter)
    this.runs.push(writeRun(inverter, this.directory, this.runs.length))
    const { words, description } = this.analyser
    if (words.length > Math.max(LEAST_WORDS, this.memory / WORD_BYTES))
      this.analyser = await Analyser.create(description)
    inverter.restart(this.analyser)
  }

  /** Ends adding. */
  async finish(): Promise<void> {
    if (this.runs.length === 0) {
      this.count(this.filling())
      return
    }
    await this.spill()
    this.inverter = undefined
    this.analyser = await Analyser.create(this.analyser.description)
  }

  private filling(): Inverter {
    if (this.inverter === undefined) throw new RangeError('the index is finished')
    return this.inverter
  }

  private count(inverter: Inverter): void {
    this.lengths.title += inverter.totalLength('title')
    this.lengths.body += inverter.totalLength('body')
    for (const id of this.analyser.concepts) this.concepts.add(id)
  }

  /** Sum of the lengths of a field, in positions. */
  totalLength(field: TextField): number {
    return this.lengths[field]
  }

  /** All terms in dictionary order; each is valid until the next. May be asked for several times. */
  terms(options: { positions: boolean }): Iterable<InvertedTerm> {
    return this.runs.length > 0 ? mergeTerms(this.runs, options.positions) : this.filling().terms()
  }

  /** All surface forms in order. */
  words(): Iterable<InvertedWord> {
    return this.runs.length > 0 ? mergeWords(this.runs) : this.filling().words()
  }
}
