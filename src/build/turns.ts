/** When do signals, timers and other work of the process get their turn while a segment is computed? */

import { setImmediate } from 'node:timers/promises'

/** Work goes on for so many milliseconds before others have their turn. */
const TURN_MS = 50

/** Turns between long computation and everything else: an interruption is heard only when the computation pauses. */
export class Turns {
  private last = performance.now()

  constructor(private readonly signal: AbortSignal | undefined) {}

  /** True when others have waited long enough. */
  get due(): boolean {
    return performance.now() - this.last > TURN_MS
  }

  /** Lets others have their turn; throws when the work is not wanted any more. */
  async pass(): Promise<void> {
    await setImmediate()
    this.signal?.throwIfAborted()
    this.last = performance.now()
  }
}
