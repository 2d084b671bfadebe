/** What is read ahead of while others work on it? What was started comes back in order, and only so much of it waits. */

/** Work that has been started. */
export interface Started<T> {
  /** What it holds in memory, roughly, in characters. */
  size: number
  /** Called once, in turn. */
  finish(): Promise<T>
}

/** Work without a text holds something too. */
const LEAST_SIZE = 500

/** The results in the order in which they were started, with about `ahead` characters of work in flight; 0 for one at a time. */
export async function* inFlight<T>(started: AsyncIterable<Started<T>>, ahead: number): AsyncGenerator<T> {
  const waiting: Started<T>[] = []
  let size = 0
  for await (const work of started) {
    waiting.push(work)
    size += LEAST_SIZE + work.size
    while (size > ahead) {
      const first = waiting.shift()!
      size -= LEAST_SIZE + first.size
      yield await first.finish()
    }
  }
  for (const work of waiting) yield await work.finish()
}
