/** Where do the paragraphs of a text begin and end? Hard wraps are undone; lists and tables keep their lines. */

import { joinedWord, wholeWords } from './line-hyphens.js'

/** How a text marks its paragraphs. */
type Layout = 'wrapped' | 'indented' | 'double-spaced' | 'lines' | 'blocks'

const LIST_ITEM = /^\s*(?:[-–—•●○◦▪■·*‣➢✓]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)\S/
const TABLE_ROW = /\S\s*\t\s*\S|\S {3,}\S.* {3,}\S|\S \| \S|\|.*\|/
const SENTENCE_END = /[.!?…:;][)\]"'”’»“]*\s*$|[。！？؟۔]\s*$/
const STARTS_LOWER = /^\s*[("'“«‘]?\p{Ll}/u
const CJK_EDGE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]$/
const CJK_START = /^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/

const BLANK_LINE = /\n[ \t]*\n/
/** Lines shorter than this say nothing about the width a text was wrapped at. */
const NARROWEST_WRAP = 40
/** Wrapped lines are at most this long; longer lines are paragraphs of their own. */
const WIDEST_WRAP = 100
/** A line broken this much before the margin, at the end of a sentence, ends its paragraph. */
const MARGIN = 6

/**
 * The text as paragraphs separated by a blank line, each on one line; items of a list and rows of a table keep lines
 * of their own. No word is lost or changed: only blanks are, and the hyphens of words broken at a line's end.
 */
export function paragraphs(text: string): string {
  return joinLines(text.split('\n')).join('\n\n')
}

/**
 * For stated bodies: the text as it is when its paragraphs are apart already, or when it is not hard-wrapped, else its
 * paragraphs. What their author broke into lines on purpose stays, and only the marks of a narrow page go.
 */
export function unwrapped(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.includes('\n')) return trimmed
  const lines = trimmed.split('\n')
  const layout = layoutOf(lines)
  const isApart = trimmed.search(BLANK_LINE) >= 0 && layout !== 'double-spaced'
  if (layout === 'blocks' || isApart) return trimmed.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n')
  return joinLines(lines, layout).join('\n\n')
}

/** The paragraphs of lines that belong to one text. */
export function joinLines(lines: readonly string[], layout: Layout = layoutOf(lines)): string[] {
  const width = wrapWidth(lines)
  const words = wholeWords(lines)
  const out: string[] = []
  let current = ''
  let currentIsList = false
  let previous = ''
  let blankBefore = true
  const flush = (): void => {
    if (current !== '') out.push(current)
    current = ''
    currentIsList = false
  }
  for (const line of lines) {
    const content = line.trim().replace(/ {2,}|\t+/g, (run) => (TABLE_ROW.test(line) && run.length > 1 ? '  ' : ' '))
    if (content === '') {
      blankBefore = true
      continue
    }
    const isItem = LIST_ITEM.test(line)
    const isRow = TABLE_ROW.test(line.trim())
    const startsNew = current === '' || startsParagraph({ line, previous, blankBefore, layout, width })
    if (isItem || isRow) {
      const sameList = currentIsList && (!blankBefore || layout === 'double-spaced' || isItem)
      if (sameList) current += `\n${content}`
      else {
        flush()
        current = content
        currentIsList = true
      }
    } else if (startsNew || (currentIsList && blankBefore)) {
      flush()
      current = content
    } else {
      current = joined(current, content, words)
    }
    previous = line
    blankBefore = false
  }
  flush()
  return out
}

interface Boundary {
  line: string
  previous: string
  blankBefore: boolean
  layout: Layout
  width: number
}

function startsParagraph({ line, previous, blankBefore, layout, width }: Boundary): boolean {
  switch (layout) {
    case 'lines':
      return true
    case 'blocks':
      return blankBefore
    case 'indented':
      return (
        blankBefore ||
        (/^\s{2,}/.test(line) && !/^\s{2,}/.test(previous)) ||
        (/^\s{2,}/.test(line) && SENTENCE_END.test(previous))
      )
    case 'double-spaced':
      return SENTENCE_END.test(previous) && !STARTS_LOWER.test(line) && endsShort(previous, line, width)
    case 'wrapped':
      if (blankBefore) return true
      return SENTENCE_END.test(previous) && !STARTS_LOWER.test(line) && endsShort(previous, line, width)
  }
}

/** True when the first word of the next line would have fitted: the break was meant. */
function endsShort(previous: string, line: string, width: number): boolean {
  const firstWord = line.trim().split(/\s/, 1)[0] ?? ''
  return previous.trim().length + 1 + firstWord.length <= width - MARGIN
}

function joined(left: string, right: string, words: ReadonlySet<string>): string {
  const word = joinedWord(left, right, words)
  if (word !== undefined) return word
  // A hyphen at the end of a line is kept where nothing tells that the word has none of its own.
  if (/\p{L}[-‐‑/]$/u.test(left) && /^\p{L}/u.test(right)) return left + right
  if (CJK_EDGE.test(left) && CJK_START.test(right)) return left + right
  return `${left} ${right}`
}

function layoutOf(lines: readonly string[]): Layout {
  let full = 0
  let long = 0
  let filled = 0
  let blanks = 0
  let indentedStarts = 0
  let flushLines = 0
  let runsOn = 0
  let contiguous = 0
  let previousBlank = true
  let previousLine = ''
  const width = wrapWidth(lines)
  for (const line of lines) {
    const length = line.trim().length
    if (length === 0) {
      blanks++
      previousBlank = true
      continue
    }
    filled++
    if (line.length > WIDEST_WRAP + 20) long++
    if (length >= width - 18) full++
    if (/^ {2,}\S/.test(line) || /^\t\S/.test(line)) {
      if (!LIST_ITEM.test(line)) indentedStarts++
    } else flushLines++
    if (previousLine !== '') {
      if (!previousBlank) contiguous++
      else if (STARTS_LOWER.test(line) && !SENTENCE_END.test(previousLine)) runsOn++
    }
    previousBlank = false
    previousLine = line
  }
  if (filled <= 1) return 'blocks'
  if (long > 0 && long * 4 >= filled) return blanks === 0 ? 'lines' : 'blocks'
  // Typescripts read by a machine have a blank line after every line: sentences then run on across blank lines.
  if (blanks >= filled * 0.4 && contiguous < filled * 0.4 && runsOn >= Math.max(2, filled * 0.15))
    return 'double-spaced'
  const wrapped = contiguous > 0 && full >= Math.max(1, filled * 0.35) && width >= NARROWEST_WRAP
  if (!wrapped) return 'blocks'
  if (indentedStarts > 0 && flushLines > 0 && indentedStarts <= flushLines * 1.5) return 'indented'
  return 'wrapped'
}

/** The width lines were wrapped at: the longest of the ordinary lines (one line in fifty may stick out). */
function wrapWidth(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0 && length <= WIDEST_WRAP + 20)
  if (lengths.length === 0) return 0
  lengths.sort((a, b) => b - a)
  return lengths[Math.floor(lengths.length / 50)] ?? 0
}
