/** What is a command of the shell interface? Its words for the help, its options, and what it does. */

import {
  type ArgumentSpec,
  type COMMON_OPTIONS,
  type OptionTable,
  type ParsedArguments,
  parseArguments,
} from './arguments.js'
import { commandHelp } from './help.js'
import type { Terminal } from './terminal.js'

/** What a command works with. */
export interface Context {
  terminal: Terminal
  /** Aborted when the user interrupts. */
  signal: AbortSignal
}

/** A command as it is written down. */
export interface CommandSpec<T extends OptionTable> extends ArgumentSpec<T> {
  /** The command line, without `datelines`. */
  usage: string
  /** One paragraph for the help. */
  about: string
  /** Command lines with what they do. */
  examples: readonly [line: string, purpose: string][]
  /** Does it; gives the exit code. */
  run(args: ParsedArguments<T & typeof COMMON_OPTIONS>, context: Context): Promise<number>
}

/** A command that can be run with the words after its name; gives the exit code. */
export type Command = (args: readonly string[], context: Context) => Promise<number>

/** Makes a command of what is written down: reads its options, and answers `--help` for it. */
export function defineCommand<const T extends OptionTable>(spec: CommandSpec<T>): Command {
  return async (args, context) => {
    const parsed = parseArguments(args, spec)
    if ((parsed.options as { help?: true }).help) {
      await context.terminal.print(commandHelp(spec, context.terminal))
      return 0
    }
    return spec.run(parsed, context)
  }
}
