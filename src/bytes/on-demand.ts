/** How is a part of the library loaded only when it is needed? Once; a load that failed is tried again. */

import { DatelinesError } from '../errors.js'

/** Gives a module: at once when it is there, else a promise. A page may have gone offline since it began, which is `E_SOURCE`. */
export function onDemand<T>(load: () => Promise<T>): () => T | Promise<T> {
  let loaded: T | undefined
  return () =>
    loaded ??
    load().then(
      (module) => (loaded = module),
      (cause) => {
        throw new DatelinesError(
          'E_SOURCE',
          `A part of the library could not be loaded (${cause}). Try again, or reload the page.`,
          { cause },
        )
      },
    )
}
