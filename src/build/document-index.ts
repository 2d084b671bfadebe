/** What do the terms of all documents come to? In memory while they fit, else in runs that are merged; either way the same. */

import { mkdirSync } from 'node:fs'
import { Analyser, type AnalyserDescription } from '../analysis/analyser.js'
import type { TextField } from '../types.js'
import { conceptIds } from './analysis-settings.js'
import { type InvertedTerm, type InvertedWord, Inverter } from './inverter.js'
import { mergeTerms, mergeWords, type RunFiles, writeRun } from './run-files.js'
import { onDisk } from './segment-output.js'

/** Bytes a token takes while a run is being sorted: term and position, twice, with room to grow. */
const TOKEN_BYTES = 24

/** An analyser that has seen more surface forms is given up for a new one, which has seen none. */
const MAX_WORDS = 400_000

/** Collects documents in order and gives them back by term. */
export class DocumentIndex {
  /** Ids of the concepts that documents have. */
  readonly concepts = new Set<string>()
  private readonly runs: RunFiles[] = []
  private readonly lengths: Record<TextField, number> = { title: 0, body: 0 }
  private readonly inverter: Inverter

  private constructor(
    private analyser: Analyser,
    private readonly maxTokens: number,
    private readonly directory: string,
  ) {
    this.inverter = new Inverter(analyser)
  }

  /**
   * @param memory bytes that tokens may take before a run is written
   * @param directory where runs are written; it is made when the first one is
   */
  static async create(description: AnalyserDescription, memory: number, directory: string): Promise<DocumentIndex> {
    return new DocumentIndex(await Analyser.create(description), Math.floor(memory / TOKEN_BYTES), directory)
  }

  /** Adds the next document. True when {@link spill} is due. */
  add(title: string, body: string, language: string | undefined): boolean {
    this.inverter.add(title, body, language)
    return this.inverter.tokenCount > this.maxTokens
  }

  /** Writes what is in memory as a run. */
  async spill(): Promise<void> {
    onDisk(this.directory, () => mkdirSync(this.directory, { recursive: true }))
    this.count()
    this.runs.push(writeRun(this.inverter, this.directory, this.runs.length))
    if (this.analyser.words.length > MAX_WORDS) this.analyser = await Analyser.create(this.analyser.description)
    this.inverter.restart(this.analyser)
  }

  /** Ends adding. */
  async finish(): Promise<void> {
    if (this.runs.length > 0) await this.spill()
    else this.count()
  }

  private count(): void {
    this.lengths.title += this.inverter.totalLength('title')
    this.lengths.body += this.inverter.totalLength('body')
    for (const id of conceptIds(this.analyser.heldConcepts())) this.concepts.add(id)
  }

  /** Sum of the lengths of a field, in positions. */
  totalLength(field: TextField): number {
    return this.lengths[field]
  }

  /** All terms in dictionary order; each is valid until the next. May be asked for several times. */
  terms(options: { positions: boolean }): Iterable<InvertedTerm> {
    return this.runs.length > 0 ? mergeTerms(this.runs, options.positions) : this.inverter.terms()
  }

  /** All surface forms in order. */
  words(): Iterable<InvertedWord> {
    return this.runs.length > 0 ? mergeWords(this.runs) : this.inverter.words()
  }
}
