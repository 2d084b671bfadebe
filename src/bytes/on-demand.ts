/** How is a part of the library loaded only when it is needed? Once; a load that failed is tried again. */

import { DatelinesError } from '../errors.js'

/** Gives a module: at once when it is there, else a promise. A page may have gone offline since it began, which is `E_SOURCE`. */
export function onDemand<T>(load: () => Promise<T>): () => T | Promise<T> {
  let loaded: T | undefined
  let again = load
  let failures = 0
  return () =>
    loaded ??
    again().then(
      (module) => (loaded = module),
      (cause) => {
        // Chromium never asks again for an address that failed once, which it names; with a fragment it is another address.
        const address = /https?:\S+\.js/.exec(cause?.message)?.[0]
        if (address !== undefined) again = () => import(/* @vite-ignore */ `${address}#${++failures}`)
        throw new DatelinesError(
          'E_SOURCE',
          `A part of the library could not be loaded (${cause}). Try again, or reload the page.`,
          { cause },
        )
      },
    )
}
