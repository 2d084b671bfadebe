#!/usr/bin/env node
/** What does `datelines …` do? Picks the command, runs it, and turns its outcome into an exit code. */

import { setMaxListeners } from 'node:events'
import { runCommandLine } from './run-command-line.js'
import { Terminal } from './terminal.js'

/** What shells report for a program that was interrupted. */
const INTERRUPTED = 130

const terminal = new Terminal(process.stdout, process.stderr, process.env)
const interruption = new AbortController()
// Every read of a part listens to it, and there may be hundreds at once.
setMaxListeners(0, interruption.signal)

// Whoever reads our output may stop reading (`| head`): there is nothing left to say then.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    if (stream === process.stdout) terminal.note(`datelines: the output cannot be written: ${error.message}`)
    process.exit(1)
  })
}

process.on('SIGINT', () => {
  terminal.clearStatus()
  // A second time means now.
  if (interruption.signal.aborted) process.exit(INTERRUPTED)
  interruption.abort()
})

const code = await runCommandLine(process.argv.slice(2), { terminal, signal: interruption.signal })
process.exitCode = interruption.signal.aborted ? INTERRUPTED : code
