/** What has been read already? Decoded packs, bounded in bytes, least recently used out first; reads under way are shared. */

/** A value that is there now, or later. */
export type Loaded<T> = T | Promise<T>

/** What is loaded for each item, without waiting when all is there. */
export function allLoaded<Item, T>(items: readonly Item[], load: (item: Item) => Loaded<T>): Loaded<T[]> {
  const loaded: Loaded<T>[] = []
  try {
    for (const item of items) loaded.push(load(item))
  } catch (error) {
    // Nobody waits any more for what is under way; that it fails too must not be an unhandled rejection, which ends a process.
    for (const each of loaded) if (each instanceof Promise) each.catch(() => {})
    throw error
  }
  return loaded.some((each) => each instanceof Promise) ? Promise.all(loaded) : (loaded as T[])
}

interface Entry {
  value: unknown
  byteLength: number
}

interface Flight {
  promise: Promise<unknown>
  controller: AbortController
  /** Callers that still wait; the read is aborted when none does. */
  waiting: number
}

/** Keeps what `load` gave, by key. A failed load is forgotten. */
export class PackCache {
  private readonly entries = new Map<string, Entry>()
  private readonly flights = new Map<string, Flight>()
  private used = 0

  /**
   * @param limit bytes of packs to keep
   * @param onFailure told of every read that failed, so that damaged bytes are not held further down; true when it is worth another
   */
  constructor(
    private readonly limit: number,
    private readonly onFailure: (error: unknown) => boolean = () => false,
  ) {}

  /** Bytes kept now. */
  get byteLength(): number {
    return this.used
  }

  /** The value at once when it is resident, else a promise. `load` says how many bytes the value stands for. */
  get<T>(
    key: string,
    load: (signal: AbortSignal) => Promise<{ value: T; byteLength: number }>,
    signal?: AbortSignal,
  ): Loaded<T> {
    const entry = this.entries.get(key)
    if (entry !== undefined) {
      if (this.used > this.limit / 2) {
        this.entries.delete(key)
        this.entries.set(key, entry)
      }
      return entry.value as T
    }
    let flight = this.flights.get(key)
    if (flight === undefined) {
      const controller = new AbortController()
      flight = { controller, waiting: 0, promise: this.load(key, load, controller.signal) }
      this.flights.set(key, flight)
    }
    return this.wait(key, flight, signal) as Promise<T>
  }

  private async load<T>(
    key: string,
    load: (signal: AbortSignal) => Promise<{ value: T; byteLength: number }>,
    signal: AbortSignal,
  ): Promise<T> {
    try {
      const { value, byteLength } = await load(signal).catch((error: unknown) => {
        if (this.onFailure(error)) return load(signal)
        throw error
      })
      this.used += byteLength - (this.entries.get(key)?.byteLength ?? 0)
      this.entries.set(key, { value, byteLength })
      this.evict(key)
      return value
    } finally {
      if (this.flights.get(key)?.controller.signal === signal) this.flights.delete(key)
    }
  }

  private async wait(key: string, flight: Flight, signal: AbortSignal | undefined): Promise<unknown> {
    flight.waiting++
    try {
      if (signal === undefined) return await flight.promise
      signal.throwIfAborted()
      return await new Promise((resolve, reject) => {
        const stop = onAbort(signal, () => reject(signal.reason))
        flight.promise.then(resolve, reject).finally(stop)
      })
    } finally {
      flight.waiting--
      if (flight.waiting === 0 && signal?.aborted) {
        flight.promise.catch(() => {})
        // Who asks from now on must not be given the read that is being aborted.
        if (this.flights.get(key) === flight) this.flights.delete(key)
        flight.controller.abort(signal.reason)
      }
    }
  }

  private evict(newest: string): void {
    for (const [key, entry] of this.entries) {
      if (this.used <= this.limit) return
      if (key === newest) continue
      this.entries.delete(key)
      this.used -= entry.byteLength
    }
  }

  /** Forgets entries whose key starts with `prefix`. */
  drop(prefix: string): void {
    for (const [key, entry] of this.entries) {
      if (!key.startsWith(prefix)) continue
      this.entries.delete(key)
      this.used -= entry.byteLength
    }
  }
}

/** What is to be called by signal. Searches read many packs, and one signal may stop many searches: each gets one listener. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>()

/** Calls something when a signal is aborted; what is returned takes that back. */
function onAbort(signal: AbortSignal, call: () => void): () => void {
  let calls = waiting.get(signal)
  if (calls === undefined) {
    const added = new Set<() => void>()
    calls = added
    waiting.set(signal, added)
    const callAll = (): void => {
      for (const each of added) each()
    }
    signal.addEventListener('abort', callAll, { once: true })
  }
  calls.add(call)
  return () => calls.delete(call)
}
