/** How is a wrong option or query tree refused? With its path, what was expected and what was found. */

import { DatelinesError } from '../errors.js'

/** Throws `E_OPTION` about the value at a path. */
export function refuseOption(path: string, message: string): never {
  throw new DatelinesError('E_OPTION', `${path.slice(0, 99)}: ${message}`, { where: path })
}

/** Throws `E_OPTION` with the path of the value, what was expected and what was found. */
export function refuse(path: string, expected: string, got: unknown): never {
  const found = Array.isArray(got)
    ? `a list of ${got.length}`
    : typeof got === 'object' && got
      ? 'an object'
      : typeof got === 'string'
        ? JSON.stringify(got.slice(0, 60))
        : String(got).slice(0, 60)
  return refuseOption(path, `expected ${expected}, got ${found}`)
}

/** The entries of a plain object that are not `undefined`. */
export function entriesOf(value: unknown, path: string): [name: string, value: unknown][] {
  if (typeof value !== 'object' || !value || Array.isArray(value)) refuse(path, 'an object', value)
  return Object.entries(value).filter((entry) => entry[1] !== undefined)
}
