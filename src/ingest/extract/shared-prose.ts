/** Is a document that shares lines with others a text of its own in their frame, or a copy of their text? */

import { printedDates } from './date-forms.js'
import { isInDateline, LONGEST_DATELINE } from './dateline.js'
import { wordCount } from './plain-text.js'

/** A block with fewer words is no prose, and the first line of a text has more. */
const FEWEST_PROSE_WORDS = 8
const FEWEST_DATELINE_WORDS = 12
/** A document is a copy when so small a part of its prose is its own, in share and in words: a note on its correction. */
const OWN_SHARE = 0.2
const OWN_WORDS = 40

/**
 * True when nearly all prose of the document is shared, or the line with its dateline is: a frame stands around texts
 * that differ. Lines of a frame that is `known` say nothing either way.
 */
export function isCopy(
  lines: readonly string[],
  isShared: readonly boolean[],
  isKnown: (line: number) => boolean = () => false,
): boolean {
  let own = 0
  let shared = 0
  for (const { start, end } of proseBlocks(lines)) {
    for (let i = start; i < end; i++) {
      if (!isShared[i]) own += wordCount(lines[i] as string)
      else if (!isKnown(i)) shared += wordCount(lines[i] as string)
    }
  }
  if (shared > 0 && own < OWN_WORDS && own < shared * OWN_SHARE) return true
  return lines.some((line, i) => isShared[i] && isDatelineOfText(line))
}

/** The runs of lines between blank lines that hold a sentence. */
function proseBlocks(lines: readonly string[]): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = []
  for (let start = 0; start < lines.length; start++) {
    let end = start
    while (end < lines.length && (lines[end] as string).trim() !== '') end++
    const text = lines.slice(start, end).join('\n')
    if (/\p{L}[”"»’')\]]*[.!?؟。！？]/u.test(text) && wordCount(text) >= FEWEST_PROSE_WORDS) blocks.push({ start, end })
    start = end
  }
  return blocks
}

/** "NDJAMENA, 5 May 2005 - Refugees …": how a text begins, where enough of it follows to tell it from others. */
export function isDatelineOfText(line: string): boolean {
  if (line.length < 40 || !/\d/.test(line.slice(0, LONGEST_DATELINE))) return false
  const date = printedDates(line.slice(0, LONGEST_DATELINE), { months: 'all' })[0]
  return (
    date !== undefined &&
    isInDateline(line, date, date.day !== undefined) &&
    wordCount(line.slice(date.end)) >= FEWEST_DATELINE_WORDS
  )
}
