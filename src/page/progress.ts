/** How does one see that the host is slow? A bar after a moment, and words after a while. */

import { element } from './element.js'

/** Milliseconds before the bar is shown, so that quick answers do not flicker, and before it is said in words. */
const BAR_MS = 250
const WORDS_MS = 2500

/** A sign that something is awaited. */
export interface Progress {
  element: HTMLElement
  /** Something is awaited; `text` says so when it takes long. */
  begin(text: string): void
  end(): void
}

/** Makes the sign, hidden until something is awaited. */
export function makeProgress(): Progress {
  const words = element('span', { class: 'help' })
  const sign = element('div', { class: 'progress', role: 'status', hidden: true }, words)
  let timers: number[] = []
  const stop = (): void => {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }
  return {
    element: sign,
    begin(text) {
      stop()
      timers = [
        window.setTimeout(() => {
          sign.hidden = false
        }, BAR_MS),
        window.setTimeout(() => {
          words.textContent = text
        }, WORDS_MS),
      ]
    },
    end() {
      stop()
      sign.hidden = true
      words.textContent = ''
    },
  }
}
