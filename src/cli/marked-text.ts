/** How is text with marked words shown on lines of a terminal? */

import type { MarkedText } from '../types.js'
import type { Look, Paint } from './terminal.js'
import { oneLine, wrapLines } from './text-width.js'

/** The lines of a marked text, its marks painted; `around` is the look of the rest. */
export function markedLines(marked: MarkedText, width: number, paint: Paint, around?: Look): string[] {
  // The text stays as long as it is, so that the marks stay in place.
  const text = oneLine(marked.text)
  return wrapLines(text, width).map(({ start, end }) => {
    let line = ''
    let at = start
    const plain = (to: number) => {
      const piece = text.slice(at, to)
      line += around === undefined || piece === '' ? piece : paint(around, piece)
    }
    for (const [from, to] of marked.marks) {
      const [begin, finish] = [Math.max(from, at), Math.min(to, end)]
      if (begin >= finish) continue
      plain(begin)
      line += paint('mark', text.slice(begin, finish))
      at = finish
    }
    plain(end)
    return line
  })
}
