/** Which command is meant, and how did it end? The exit codes: 0 done, 1 failed, 2 wrong usage. */

import { version } from '../../package.json'
import { isDatelinesError } from '../errors.js'
import type { Context } from './command.js'
import { COMMANDS } from './commands.js'
import { overallHelp } from './help.js'
import { didYouMean } from './near-names.js'
import { printable } from './text-width.js'
import { UsageError } from './usage-error.js'

/** Exit code of a command that failed. */
const FAILED = 1
/** Exit code of a command line that cannot be understood. */
const WRONG_USAGE = 2

/** Runs a command line, without `node` and the program's own path; gives the exit code. Prints what goes wrong. */
export async function runCommandLine(args: readonly string[], context: Context): Promise<number> {
  try {
    return await dispatch(args, context)
  } catch (error) {
    context.terminal.clearStatus()
    return report(error, context)
  }
}

async function dispatch(args: readonly string[], context: Context): Promise<number> {
  const { terminal } = context
  const [first, ...rest] = args
  if (first === undefined) {
    for (const line of overallHelp(COMMANDS, { paint: terminal.paintNote, width: terminal.width })) terminal.note(line)
    return WRONG_USAGE
  }
  if (first === '--version' || first === '-v' || first === '-V') {
    await terminal.print([version])
    return 0
  }
  const asked = first === 'help' ? rest[0] : first
  if (asked === undefined || asked === '--help' || asked === '-h') {
    await terminal.print(overallHelp(COMMANDS, terminal))
    return 0
  }
  const entry = COMMANDS.find(({ name }) => name === asked)
  if (entry === undefined) {
    const names = COMMANDS.map(({ name }) => name)
    const what = asked.startsWith('-') ? 'option' : 'command'
    throw new UsageError(`Unknown ${what} ${asked}.${didYouMean(asked, names) || ` Commands: ${names.join(', ')}.`}`)
  }
  const command = await entry.load()
  return command(first === 'help' ? ['--help'] : rest, context)
}

function report(error: unknown, { terminal, signal }: Context): number {
  const prefix = terminal.paintNote('bad', 'datelines:')
  if (error instanceof UsageError) {
    const { command } = error
    terminal.note(`${prefix} ${printable(error.message)}`)
    terminal.note(`See datelines ${command === undefined ? '' : `${command} `}--help`)
    return WRONG_USAGE
  }
  if (signal.aborted) {
    terminal.note(`${prefix} interrupted`)
    return FAILED
  }
  if (isDatelinesError(error)) {
    terminal.note(`${prefix} ${printable(error.message)} ${terminal.paintNote('dim', `(${error.code})`)}`)
    return error.code === 'E_OPTION' ? WRONG_USAGE : FAILED
  }
  // A defect, or code of the user's own that threw: where it happened is worth more than a tidy line.
  terminal.note(`${prefix} unexpected failure`)
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return FAILED
}
