/** What does a worker thread of a build run? One kind of job, told by what it was started with. */

import { parentPort, workerData } from 'node:worker_threads'
import { sendable } from './sent-error.js'
import type { Answer, Job, WorkerStart } from './worker-pool.js'

const JOBS = {
  analyse: async (setup: unknown) => (await import('./analyse-documents.js')).createJob(setup as never),
  extract: async (setup: unknown) => (await import('./extract-documents.js')).createJob(setup as never),
}

const { kind, setup } = workerData as WorkerStart
const job: Promise<Job<unknown, unknown>> = JOBS[kind](setup) as never
// Its failure is the answer to every task.
job.catch(() => {})
const port = parentPort!

const answer = (value: Answer, transfer: ArrayBuffer[]): void => port.postMessage(value, transfer)

async function work(number: number, task: unknown): Promise<void> {
  try {
    const { result, transfer } = await (await job)(task)
    answer({ number, result }, transfer)
  } catch (error) {
    answer({ number, error: sendable(error) }, [])
  }
}

// One task at a time: a job waits in the middle of one, and its state is that of one.
let last: Promise<void> = Promise.resolve()
port.on('message', ({ number, task }: { number: number; task: unknown }) => {
  last = last.then(() => work(number, task))
})
