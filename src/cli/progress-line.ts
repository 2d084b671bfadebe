/** How far is it? One line on a terminal: phase, share, count, rate and remaining time. */

import { formatBytes, formatCount, formatDuration } from './quantities.js'
import type { Terminal } from './terminal.js'
import { truncate } from './text-width.js'

/** How far a phase is. */
export interface Step {
  phase: string
  done: number
  total?: number
  bytes?: number
  /** Bytes in all, where they say better than `total` how far it is. */
  totalBytes?: number
}

/** Draws at most so often. */
const INTERVAL_MS = 100
/** Before this, a rate says little. */
const SETTLED_MS = 500

/** Shows steps on the status line of a terminal; shows nothing anywhere else. */
export class ProgressLine {
  private phase = ''
  private phaseStart = 0
  private drawn = Number.NEGATIVE_INFINITY

  /**
   * @param verbs what to call each phase
   * @param noun what is counted, in the plural
   * @param now a clock in milliseconds
   */
  constructor(
    private readonly terminal: Terminal,
    private readonly verbs: Readonly<Record<string, string>>,
    private readonly noun: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes note of a step, and draws it when it is time to. */
  show(step: Step): void {
    if (!this.terminal.live) return
    const now = this.now()
    if (step.phase !== this.phase) {
      this.phase = step.phase
      this.phaseStart = now
      this.drawn = Number.NEGATIVE_INFINITY
    }
    if (now - this.drawn < INTERVAL_MS) return
    this.drawn = now
    const verb = Object.hasOwn(this.verbs, step.phase) ? this.verbs[step.phase]! : step.phase
    const line = stepLine(verb, this.noun, step, now - this.phaseStart)
    this.terminal.showStatus(truncate(line, this.terminal.noteWidth - 1))
  }

  /** Takes the line away. */
  end(): void {
    this.terminal.clearStatus()
  }
}

/** The line of a step, `elapsed` milliseconds after its phase began. */
export function stepLine(verb: string, noun: string, step: Step, elapsed: number): string {
  const { done, total, bytes, totalBytes } = step
  const share = shareOf(bytes, totalBytes) ?? shareOf(done, total)
  const items = [
    share === undefined ? verb : `${verb} ${Math.floor(share * 100)}%`,
    total === undefined ? `${formatCount(done)} ${noun}` : `${formatCount(done)} of ${formatCount(total)} ${noun}`,
  ]
  if (bytes !== undefined && bytes > 0) items.push(formatBytes(bytes))
  if (elapsed >= SETTLED_MS && done > 0) {
    items.push(`${formatCount(Math.round((done * 1000) / elapsed))}/s`)
    if (share !== undefined && share > 0)
      items.push(`${formatDuration(Math.max(1000, (elapsed * (1 - share)) / share))} left`)
  }
  return items.join(' · ')
}

function shareOf(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole <= 0 ? undefined : Math.min(1, part / whole)
}
