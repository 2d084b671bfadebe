/** Did it work, or fail as promised? Any failure that is not a typed error of the library is rethrown with what led to it. */

import { DatelinesError } from '../../src/errors.js'

export type Outcome<T> = { value: T } | { error: DatelinesError }

/** The value, or the typed error. `label` is put before a raw error's message. */
export function outcome<T>(label: string, run: () => T): Outcome<T> {
  try {
    return { value: run() }
  } catch (error) {
    return { error: typed(label, error) }
  }
}

/** The same for a promise. */
export async function outcomeOf<T>(label: string, run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await run() }
  } catch (error) {
    return { error: typed(label, error) }
  }
}

function typed(label: string, error: unknown): DatelinesError {
  if (error instanceof DatelinesError) return error
  throw new Error(`${label}: a raw error: ${String(error)}`, { cause: error })
}
