/** How is work done on other threads? Jobs in workers of one kind; what a worker throws, and its end, come back as errors. */

import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { DatelinesError } from '../errors.js'
import { errorFrom, type SentError } from './sent-error.js'

/** What a worker does with each task. */
export type Job<Task, Result> = (task: Task) => Promise<{ result: Result; transfer: ArrayBuffer[] }>

/** The kinds of work there are; see `worker.ts`. */
export type JobKind = 'analyse' | 'extract'

/** What a worker is started with. */
export interface WorkerStart {
  kind: JobKind
  setup: unknown
}

/** What a worker answers to the task of the same number. */
export type Answer = { number: number } & ({ result: unknown } | { error: SentError })

/** More do not help: one thread puts together what they give. */
const MOST_WORKERS = 8

/** The file a worker runs: beside the built library, or where that is built to. */
function workerFile(): string | undefined {
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url))
  return [join(here, 'worker.js'), join(here, '../../dist/worker.js')].find((file) => existsSync(file))
}

/**
 * How many workers there are to be.
 *
 * @param wanted as users say it
 * @param isMuch whether there is enough to do for threads that each have to be started
 */
export function workerCount(wanted: 'auto' | number | undefined, isMuch: boolean): number {
  // Where the library was bundled into one file there is none for workers.
  if (workerFile() === undefined) return 0
  if (wanted !== undefined && wanted !== 'auto') return wanted
  const threads = availableParallelism()
  return isMuch && threads > 1 ? Math.min(threads, MOST_WORKERS) : 0
}

interface Waiting<Result> {
  resolve(result: Result): void
  reject(error: unknown): void
}

/** One worker and the tasks that it has been given. */
class Thread<Task, Result> {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting<Result>>()
  private failure: Error | undefined

  constructor(file: string, start: WorkerStart) {
    // Options of the process are about its own entry (`node -e …`) or loaders of an application: nothing for this file.
    this.worker = new Worker(file, { workerData: start, execArgv: [] })
    this.worker.on('message', (answer: Answer) => this.take(answer))
    this.worker.on('error', (cause) => this.fail(cause))
    this.worker.on('messageerror', (cause) => this.fail(cause))
    this.worker.on('exit', (code) => this.fail(new Error(`it ended with ${code}`)))
  }

  get load(): number {
    return this.waiting.size
  }

  send(number: number, task: Task, transfer: ArrayBuffer[]): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) {
        reject(this.failure)
        return
      }
      this.waiting.set(number, { resolve, reject })
      this.worker.postMessage({ number, task }, transfer)
    })
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.number)
    this.waiting.delete(answer.number)
    if ('error' in answer) waiting?.reject(errorFrom(answer.error))
    else waiting?.resolve(answer.result as Result)
  }

  private fail(cause: Error): void {
    this.failure ??= new DatelinesError(
      'E_WORKER',
      `A worker thread of the build died: ${cause.message}. Nothing was published; give the process more memory, or build with fewer workers or none (workers: 0).`,
      { cause },
    )
    for (const { reject } of this.waiting.values()) reject(this.failure)
    this.waiting.clear()
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }
}

/** Some workers of one kind. */
export class WorkerPool<Task, Result> {
  private readonly threads: Thread<Task, Result>[]
  private count = 0

  /** @param setup what each is told once; it is copied */
  constructor(kind: JobKind, size: number, setup: unknown) {
    const file = workerFile()
    if (file === undefined) throw new RangeError('there is no file for workers')
    this.threads = Array.from({ length: size }, () => new Thread<Task, Result>(file, { kind, setup }))
  }

  get size(): number {
    return this.threads.length
  }

  /** Gives a task to the worker that has the fewest; what is in `transfer` is no longer here then. */
  run(task: Task, transfer: ArrayBuffer[]): Promise<Result> {
    const thread = this.threads.reduce((least, other) => (other.load < least.load ? other : least))
    return thread.send(this.count++, task, transfer)
  }

  /** Gives the same task to each worker. */
  async runInEach(task: Task): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.send(this.count++, task, [])))
  }

  /** Ends the workers, whatever they do. */
  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()))
  }
}

/** Results in the order of their tasks; a task is made when a worker is about to be free. */
export async function* inOrder<Task, Result>(
  pool: WorkerPool<Task, Result>,
  tasks: Iterable<{ task: Task; transfer: ArrayBuffer[] }> | AsyncIterable<{ task: Task; transfer: ArrayBuffer[] }>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = []
  for await (const { task, transfer } of tasks) {
    const result = pool.run(task, transfer)
    // It is awaited in its turn; until then a failure is not unheard.
    result.catch(() => {})
    pending.push(result)
    if (pending.length > pool.size) yield await pending.shift()!
  }
  while (pending.length > 0) yield await pending.shift()!
}
