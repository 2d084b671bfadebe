/** How many cells of a terminal does a text take, and where may it be broken into lines? */

/** Characters that take two cells: East Asian wide and full-width ones, and emoji. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}])/u

/** Marks that stand on the character before them, and characters that are not seen. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u

/** Closing punctuation, which does not begin a line. */
const CLOSING = /^[\p{Pe}\p{Pf}、。，．：；！？,.:;!?…]/u

/** Opening punctuation, which does not end one. */
const OPENING = /^[\p{Ps}\p{Pi}]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Printable ASCII needs no segmenter. */
const ASCII = /^[\x20-\x7e]*$/

/** Pieces that end before a space, or where there is none for long. */
const PIECES = /[\s\S]{1,400}(?=\s|$)|[\s\S]{1,400}/gu

/** A character as a reader sees it, and where it begins, in UTF-16 units. */
interface Grapheme {
  segment: string
  index: number
}

/** The characters of a text, piece by piece: the time that the segmenter takes grows with the square of the length. */
function* graphemesOf(text: string): Generator<Grapheme> {
  for (const { 0: piece, index: start } of text.matchAll(PIECES)) {
    if (ASCII.test(piece)) for (let i = 0; i < piece.length; i++) yield { segment: piece[i]!, index: start + i }
    else for (const { segment, index } of segmenter.segment(piece)) yield { segment, index: start + index }
  }
}

function graphemeWidth(grapheme: string): number {
  if (WIDE.test(grapheme) || grapheme.includes('\ufe0f')) return 2
  const [first = ''] = grapheme
  return NO_WIDTH.test(first) ? 0 : 1
}

/** The number of cells that a text without line breaks takes. */
export function textWidth(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemesOf(text)) width += graphemeWidth(segment)
  return width
}

/** The text with spaces after it, up to a width; longer texts stay as they are. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)))
}

/** The text with spaces before it, up to a width; longer texts stay as they are. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text
}

/** The text, cut to a width with an ellipsis when it is longer. */
export function truncate(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let kept = ''
  let used = 1
  for (const { segment } of graphemesOf(text)) {
    used += graphemeWidth(segment)
    if (used > width) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** A line of a wrapped text: `[start, end)` in UTF-16 units, without the spaces around it. */
export interface Line {
  start: number
  end: number
}

/** A piece of text without a place to break it, and the cells of the spaces after it. */
interface Atom extends Line {
  cells: number
  gap: number
}

function atomsOf(text: string, width: number): Atom[] {
  const atoms: Atom[] = []
  let before = ''
  for (const { segment, index } of graphemesOf(text)) {
    const last = atoms.at(-1)
    if (/^\s+$/.test(segment)) {
      if (last !== undefined) last.gap++
    } else {
      const cells = graphemeWidth(segment)
      const end = index + segment.length
      if (last === undefined || last.gap > 0 || breaksBetween(before, segment) || last.cells + cells > width) {
        atoms.push({ start: index, end, cells, gap: 0 })
      } else {
        last.end = end
        last.cells += cells
      }
    }
    before = segment
  }
  return atoms
}

/**
 * Breaks a text without line breaks into lines: at spaces, after hyphens, dashes and slashes, and beside wide characters. A word
 * that is longer than a line is broken where the line ends.
 */
export function wrapLines(text: string, width: number): Line[] {
  const lines: Line[] = []
  let room = 0
  let gap = 0
  for (const { start, end, cells, gap: after } of atomsOf(text, width)) {
    const line = lines.at(-1)
    if (line !== undefined && gap + cells <= room) {
      line.end = end
      room -= gap + cells
    } else {
      lines.push({ start, end })
      room = width - cells
    }
    gap = after
  }
  return lines
}

function breaksBetween(before: string, after: string): boolean {
  if (CLOSING.test(after) || OPENING.test(before)) return false
  return graphemeWidth(before) === 2 || graphemeWidth(after) === 2 || /^[-‐–—/]$/.test(before)
}

/** The lines of a text, which may have line breaks of its own. */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines = wrapLines(line, width).map(({ start, end }) => line.slice(start, end))
    return lines.length === 0 ? [''] : lines
  })
}

/**
 * Text from outside, safe to print: control characters, which could command the terminal, and direction overrides
 * become spaces one by one, so that offsets stay as they are. Line breaks are kept.
 */
export function printable(text: string): string {
  return text
    .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, ' ')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
}

/** {@link printable}, on one line. */
export function oneLine(text: string): string {
  return printable(text).replace(/\n/g, ' ')
}
