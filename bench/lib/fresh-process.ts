/** How does a bench measure what only happens once? By itself again, in a process of its own. */

import { spawnSync } from 'node:child_process'

const TASK = 'BENCH_TASK'

/** What this process was started for by {@link inFreshProcess}; undefined in the first one. */
export function freshTask<Task>(): Task | undefined {
  const task = process.env[TASK]
  return task === undefined ? undefined : (JSON.parse(task) as Task)
}

/** Runs a bench again with a task; returns what it printed last, which must be JSON. */
export function inFreshProcess<Result>(bench: string, task: unknown): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, bench], {
    env: { ...process.env, [TASK]: JSON.stringify(task) },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(`${bench}, ${JSON.stringify(task)} failed: ${stderr.slice(-2000)}`)
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n', stdout.length - 2) + 1)) as Result
}
