/** What does a worker thread of a build run? One kind of job, told by what it was started with. */

import { parentPort, workerData } from 'node:worker_threads'
import { sendable } from './sent-error.js'
import type { Answer, Job, WorkerStart } from './worker-pool.js'

const JOBS = {
  analyse: async (setup: unknown) => (await import('./analyse-documents.js')).createJob(setup as never),
}

const { kind, setup } = workerData as WorkerStart
const job: Promise<Job<unknown, unknown>> = JOBS[kind](setup) as never
// Its failure is the answer to every task.
job.catch(() => {})
const port = parentPort!

port.on('message', async ({ number, task }: { number: number; task: unknown }) => {
  const answer = (value: Answer, transfer: ArrayBuffer[]): void => port.postMessage(value, transfer)
  try {
    const { result, transfer } = await (await job)(task)
    answer({ number, result }, transfer)
  } catch (error) {
    answer({ number, error: sendable(error) }, [])
  }
})
