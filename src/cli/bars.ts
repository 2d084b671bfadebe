/** How is a list of counts drawn as bars? Rows of label, bar and count, in block characters of an eighth of a cell. */

import { formatCount } from './quantities.js'
import { padEnd, padStart, textWidth } from './text-width.js'

/** One bar. */
export interface Bar {
  label: string
  count: number
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** The bar of a share, at most `width` cells long. What is not zero is seen. */
export function bar(share: number, width: number): string {
  const eighths = share <= 0 ? 0 : Math.max(1, Math.round(Math.min(1, share) * width * 8))
  return '█'.repeat(eighths >> 3) + EIGHTHS[eighths & 7]
}

/** How bars are drawn. */
export interface BarOptions {
  /** Cells of the longest bar. */
  width: number
  /** Makes the bar stand out, and a count of nothing stand back. Default: as they are. */
  paint?: (look: 'bar' | 'dim', text: string) => string
}

/** Rows of bars, all of one width: labels to the left, counts to the right of the bar column. */
export function barRows(bars: readonly Bar[], options: BarOptions): string[] {
  const { width, paint = (_look, text) => text } = options
  const most = bars.reduce((max, { count }) => Math.max(max, count), 0)
  const labelWidth = bars.reduce((max, { label }) => Math.max(max, textWidth(label)), 0)
  const countWidth = formatCount(most).length
  return bars.map(({ label, count }) => {
    const drawn = bar(most === 0 ? 0 : count / most, width)
    const rest = ' '.repeat(width - textWidth(drawn))
    const number = padStart(formatCount(count), countWidth)
    return `${padEnd(label, labelWidth)}  ${drawn === '' ? '' : paint('bar', drawn)}${rest}  ${count === 0 ? paint('dim', number) : number}`
  })
}

/** More bars than this are too many to look at: long runs of nothing are then drawn as one row. */
const MANY_BARS = 48
/** Empty rows in a run that is worth closing up. */
const LONG_GAP = 4

/** Closes up long runs of zero counts in a long list: one row of `⋮` stands for them. */
export function closeGaps(bars: readonly Bar[]): Bar[] {
  if (bars.length <= MANY_BARS) return [...bars]
  const closed: Bar[] = []
  for (let i = 0; i < bars.length; ) {
    let end = i
    while (end < bars.length && bars[end]!.count === 0) end++
    if (end - i >= LONG_GAP) closed.push({ label: '⋮', count: 0 })
    else closed.push(...bars.slice(i, Math.max(end, i + 1)))
    i = Math.max(end, i + 1)
  }
  return closed
}
