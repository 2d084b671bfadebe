/** How does a page stay quick to answer keys while it works? Work is cut into tasks, between which the browser has its turn. */

/** What newer browsers have beside timers; it goes on before other things that wait. */
interface Scheduler {
  yield?(): Promise<void>
}

/** Lets the browser have its turn. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler }
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}
