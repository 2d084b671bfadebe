/** Workers that run another program than their own: for `vi.mock('node:worker_threads', …)`. */

import type * as Threads from 'node:worker_threads'

/** What workers run instead of their file, where there is something; and how many were started. */
export const replaced: { program: string | undefined; started: number } = { program: undefined, started: 0 }

export function withReplacedWorkers(threads: typeof Threads): typeof Threads {
  class Worker extends threads.Worker {
    constructor(file: string, options: object) {
      replaced.started++
      if (replaced.program === undefined) super(file, options)
      else super(replaced.program, { ...options, eval: true })
    }
  }
  return { ...threads, Worker } as typeof Threads
}
