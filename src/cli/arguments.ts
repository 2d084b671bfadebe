/** What do the words of a command line mean, by the command's own table of options? */

import { parseArgs } from 'node:util'
import { didYouMean } from './near-names.js'
import { UsageError } from './usage-error.js'

/** What an option takes. */
export type OptionKind =
  /** Nothing. */
  | { kind: 'flag' }
  /** Text; `value` names it in the help. */
  | { kind: 'text'; value: string }
  /** A whole number of at least `least` (default 0) and at most `most`. */
  | { kind: 'count'; value: string; least?: number; most?: number }
  /** Values with commas between, of those allowed if some are named; may be repeated. */
  | { kind: 'list'; value: string; allowed?: readonly string[] }
  /** Text, one value an occurrence; may be repeated. */
  | { kind: 'texts'; value: string }
  /** `NAME=VALUE`; may be repeated. */
  | { kind: 'pairs'; value: string }
  /** One of some words. */
  | { kind: 'choice'; values: readonly string[] }

/** One option in a command's table. */
export type OptionSpec = OptionKind & {
  /** One letter for short. */
  short?: string
  /** One sentence for the help. */
  help: string
}

export type OptionTable = Readonly<Record<string, OptionSpec>>

/** The value of an option by its kind. */
type OptionValue<O extends OptionSpec> = O extends { kind: 'flag' }
  ? true
  : O extends { kind: 'count' }
    ? number
    : O extends { kind: 'list' | 'texts' }
      ? string[]
      : O extends { kind: 'pairs' }
        ? [name: string, value: string][]
        : O extends { kind: 'choice'; values: readonly (infer V)[] }
          ? V
          : string

/** Options as given, by name; what was not given is absent. */
export type OptionValues<T extends OptionTable> = { [N in keyof T]?: OptionValue<T[N]> }

/** The shape of a command line: options, and how many words stand beside them. */
export interface ArgumentSpec<T extends OptionTable> {
  /** The command, for error messages. */
  command: string
  options: T
  /** What the words are, in order. The last one may stand for several. */
  words: readonly { name: string; optional?: boolean; several?: boolean }[]
}

/** A command line, understood. */
export interface ParsedArguments<T extends OptionTable> {
  options: OptionValues<T>
  words: string[]
}

/** Options that every command has. */
export const COMMON_OPTIONS = {
  help: { kind: 'flag', short: 'h', help: 'Show this help.' },
} as const satisfies OptionTable

/**
 * Reads the words after a command.
 *
 * @throws UsageError for an option that is not in the table (the message names the near ones), a value that is missing,
 *   not wanted or of the wrong kind, and too many or too few words. Too few are no fault when help is asked for.
 */
export function parseArguments<T extends OptionTable>(
  args: readonly string[],
  spec: ArgumentSpec<T>,
): ParsedArguments<T & typeof COMMON_OPTIONS> {
  const { command } = spec
  const table: OptionTable = { ...spec.options, ...COMMON_OPTIONS }
  const values: Record<string, unknown> = {}
  const words: string[] = []
  for (const token of tokensOf(args, table)) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined
    if (option === undefined) throw unknownOption(args[token.index] ?? token.rawName, table, command)
    const flag = `--${token.name}`
    if (option.kind === 'flag') {
      if (token.value !== undefined) throw new UsageError(`${flag} takes no value, got "${token.value}".`, command)
      values[token.name] = true
      continue
    }
    if (token.value === undefined || (!token.inlineValue && /^-./.test(token.value))) {
      const hint = token.value === undefined ? '' : ` (to give it ${token.value}, write ${flag}=${token.value})`
      throw new UsageError(`${flag} needs a value: ${valueName(option)}${hint}.`, command)
    }
    values[token.name] = readValue(option, flag, token.value, values[token.name], command)
  }
  if (values.help === undefined) checkWords(words, spec)
  return { options: values as OptionValues<T & typeof COMMON_OPTIONS>, words }
}

function tokensOf(args: readonly string[], table: OptionTable) {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(table).map(([name, { kind, short }]) => [
        name,
        {
          type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(short === undefined ? {} : { short }),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  return tokens
}

/** How the help writes an option's value. */
export function valueName(option: OptionSpec): string {
  return option.kind === 'flag' ? '' : option.kind === 'choice' ? option.values.join('|') : option.value
}

function readValue(option: OptionSpec, flag: string, text: string, before: unknown, command: string): unknown {
  switch (option.kind) {
    case 'count': {
      const { least = 0, most = Number.MAX_SAFE_INTEGER } = option
      const number = Number(text)
      if (/^\d+$/.test(text) && number >= least && number <= most) return number
      const range = `${least}${option.most === undefined ? '' : ` to ${most}`}`
      throw new UsageError(`${flag}: expected a whole number from ${range}, got "${text}".`, command)
    }
    case 'list': {
      const items = text.split(',').flatMap((item) => (item.trim() === '' ? [] : [item.trim()]))
      for (const item of items) if (option.allowed !== undefined) checkWord(item, option.allowed, flag, command)
      return [...((before as string[] | undefined) ?? []), ...items]
    }
    case 'texts':
      return [...((before as string[] | undefined) ?? []), text]
    case 'pairs': {
      const equals = text.indexOf('=')
      if (equals < 1) throw new UsageError(`${flag}: expected ${option.value}, got "${text}".`, command)
      const pair = [text.slice(0, equals).trim(), text.slice(equals + 1)]
      return [...((before as [string, string][] | undefined) ?? []), pair]
    }
    case 'choice':
      return checkWord(text, option.values, flag, command)
    default:
      return text
  }
}

function checkWord(word: string, allowed: readonly string[], flag: string, command: string): string {
  if (allowed.includes(word)) return word
  throw new UsageError(`${flag}: expected ${allowed.join(', ')}, got "${word}".${didYouMean(word, allowed)}`, command)
}

function unknownOption(typed: string, table: OptionTable, command: string): UsageError {
  const name = typed.replace(/=.*$/s, '')
  if (!name.startsWith('--')) {
    return new UsageError(
      `Unknown option ${name}. Before a text that begins with - put --, as in: datelines search DIR -- '-casino'`,
      command,
    )
  }
  const known = Object.keys(table).map((option) => `--${option}`)
  return new UsageError(`Unknown option ${name}.${didYouMean(name, known)}`, command)
}

function checkWords(words: readonly string[], spec: ArgumentSpec<OptionTable>): void {
  const missing = spec.words.slice(words.length).filter(({ optional }) => !optional)
  if (missing.length > 0) {
    throw new UsageError(`${missing.map(({ name }) => name).join(' and ')} missing.`, spec.command)
  }
  const extra = words[spec.words.length]
  if (extra !== undefined && !spec.words.at(-1)?.several) {
    throw new UsageError(`One word too many: "${extra}".`, spec.command)
  }
}
