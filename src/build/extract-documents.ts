/** Who takes documents apart, when there are many? Workers, some documents at a time; the releases are the same. */

import { BoilerplateModel, type RepeatedLines } from '../ingest/extract/boilerplate.js'
import {
  type ExtractInput,
  type Extraction,
  type ExtractOptions,
  extractReleases,
} from '../ingest/extract/extract-release.js'
import { learnableText } from '../ingest/extract/raw-document.js'
import type { Extractor } from '../ingest/extractor.js'
import type { Helpers } from '../ingest/read-releases.js'
import type { IndexOptions } from './index-options.js'
import { errorFrom, type SentError, sendable } from './sent-error.js'
import { type Job, WorkerPool, workerCount } from './worker-pool.js'

/** Bytes of input files from which on threads are worth being started, when nothing else is said: each takes two seconds to get going. */
const WORTH_WORKERS = 8 * 1024 * 1024

/** Most of a page is markup, and quickly passed over. */
const PAGE = /\.html?$/i
const PAGE_SHARE = 1 / 4

/** Characters of documents in one message; single ones are not worth the way. */
const MESSAGE_SIZE = 64 * 1024

/** A document without a text takes its time too. */
const LEAST_SIZE = 500

/** Characters that may wait for each worker. */
const AHEAD = 1024 * 1024

/** What workers are told to do with documents, or of those to come. */
type ExtractTask = { is: 'learnable' | 'extract'; inputs: ExtractInput[] } | { is: 'pass over'; lines: RepeatedLines }

/** What came of one document. */
type Outcome = { value: unknown } | { error: SentError }

/** The work of a worker. */
export const createJob = async (given: ExtractOptions): Promise<Job<ExtractTask, Outcome[]>> => {
  const options = { ...given }
  const extract = (input: ExtractInput): Promise<Extraction[]> => extractReleases(input, options)
  return async (task) => {
    const result: Outcome[] = []
    if (task.is === 'pass over') options.boilerplate = BoilerplateModel.from(task.lines)
    else
      for (const input of task.inputs) {
        try {
          result.push({ value: await (task.is === 'extract' ? extract : learnableText)(input) })
        } catch (error) {
          result.push({ error: sendable(error) })
        }
      }
    return { result, transfer: [] }
  }
}

interface Waiting {
  input: ExtractInput
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** Documents for one message. */
class Batch {
  private waiting: Waiting[] = []
  private size = 0

  constructor(
    private readonly pool: WorkerPool<ExtractTask, Outcome[]>,
    private readonly is: 'learnable' | 'extract',
  ) {}

  add(input: ExtractInput): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // What is read next in this turn goes with it.
      if (this.waiting.length === 0) setImmediate(() => this.send())
      // Extraction does not look at further fields, and they may be of any kind.
      const { metadata: _, ...sent } = input
      this.waiting.push({ input: sent, resolve, reject })
      this.size += LEAST_SIZE + (input.html ?? input.text ?? input.stated.body ?? '').length
      if (this.size >= MESSAGE_SIZE) this.send()
    })
  }

  private send(): void {
    const sent = this.waiting
    if (sent.length === 0) return
    this.waiting = []
    this.size = 0
    this.pool.run({ is: this.is, inputs: sent.map(({ input }) => input) }, []).then(
      (outcomes) => {
        for (const [i, outcome] of outcomes.entries()) {
          if ('error' in outcome) sent[i]!.reject(errorFrom(outcome.error))
          else sent[i]!.resolve(outcome.value)
        }
      },
      (error) => {
        for (const { reject } of sent) reject(error)
      },
    )
  }
}

/** Takes documents apart in workers. */
class WorkerExtractor implements Extractor {
  readonly ahead: number
  private readonly pool: WorkerPool<ExtractTask, Outcome[]>
  private readonly learning: Batch
  private readonly extracting: Batch

  constructor(options: ExtractOptions, workers: number) {
    this.ahead = workers * AHEAD
    this.pool = new WorkerPool('extract', workers, options)
    this.learning = new Batch(this.pool, 'learnable')
    this.extracting = new Batch(this.pool, 'extract')
  }

  learnable(input: ExtractInput): Promise<string> {
    // A text only has its lines told apart.
    return input.html === undefined
      ? Promise.resolve(learnableText(input))
      : (this.learning.add(input) as Promise<string>)
  }

  passOver(model: BoilerplateModel): void {
    // A worker that has died says so when it gets a document.
    this.pool.runInEach({ is: 'pass over', lines: model.repeated() }).catch(() => {})
  }

  extract(input: ExtractInput): Promise<Extraction[]> {
    return this.extracting.add(input) as Promise<Extraction[]>
  }

  close(): Promise<void> {
    return this.pool.close()
  }
}

/** The workers that a build with these options has for what it reads. */
export function extractionHelpers({ workers }: Pick<IndexOptions, 'workers'>): Helpers {
  return (options, files) => {
    const work = files.reduce((sum, { name, bytes }) => sum + bytes * (PAGE.test(name) ? PAGE_SHARE : 1), 0)
    const count = options.extract === false ? 0 : workerCount(workers, work > WORTH_WORKERS)
    return count === 0 ? undefined : new WorkerExtractor(options, count)
  }
}
