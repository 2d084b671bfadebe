/** Are the options of a call what they should be? Checks by name, and the error that names the option that was meant. */

import { DatelinesError } from '../errors.js'

/** Says whether a value is right. */
export type Check = (value: unknown) => boolean

/** By option, what is right and how to say so. */
export type OptionChecks<T> = { [Name in keyof T]-?: [check: Check, expected: string] }

export const isString: Check = (value) => typeof value === 'string'
export const isBoolean: Check = (value) => typeof value === 'boolean'
export const isSignal: Check = (value) => value instanceof AbortSignal
export const isFunction: Check = (value) => typeof value === 'function'
export const isStringList: Check = (value) => Array.isArray(value) && value.every(isString)
export const isStringRecord: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isString)
export const isIterable: Check = (value) =>
  typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value)
/** A whole number, 0 or more. */
export const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0

/**
 * Refuses options of unknown names or of the wrong type; undefined is none.
 *
 * @throws DatelinesError `E_OPTION`, naming the known option that is nearest.
 */
export function checkOptions<T extends object>(options: T, checks: OptionChecks<T>): void {
  if (typeof options !== 'object' || options === null)
    throw wrongOption(`the options must be an object, got ${typeName(options)}`)
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name)) throw unknownName('option', name, Object.keys(checks))
    const [check, expected] = checks[name as keyof T]
    if (value !== undefined && !check(value))
      throw wrongOption(`\`${name}\` must be ${expected}, got ${typeName(value)}`)
  }
}

/** The error for a name that is not among the `known` ones. */
export function unknownName(what: string, name: string, known: readonly string[]): DatelinesError {
  const near = known.filter((other) => isNear(name.toLowerCase(), other.toLowerCase()))
  const advice =
    near.length > 0
      ? `Did you mean ${near.map((other) => `\`${other}\``).join(' or ')}?`
      : `Known: ${known.join(', ')}.`
  return wrongOption(`unknown ${what}: \`${name.slice(0, 60)}\`. ${advice}`)
}

/** The error for an option that is wrong. */
export function wrongOption(message: string): DatelinesError {
  return new DatelinesError('E_OPTION', message)
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  return `a ${typeof value}${typeof value === 'string' ? ` "${value.slice(0, 40)}"` : typeof value === 'number' ? ` ${value}` : ''}`
}

/** Near enough to be meant: one begins with the other, or at most a third of the letters differ. */
function isNear(name: string, known: string): boolean {
  if (name.length >= 3 && (known.startsWith(name) || name.startsWith(known))) return true
  return editDistance(name.slice(0, 40), known) <= Math.max(1, Math.floor(known.length / 3))
}

/** Letters to add, leave out, change or swap with the next one. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(isSwap ? Math.min(best, before[j - 2]! + 1) : best)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
