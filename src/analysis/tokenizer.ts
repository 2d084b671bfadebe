/** Where does a text break into chunks, and where into paragraphs? One pass over UTF-16 units. */

import {
  APOSTROPHE,
  BIGRAM,
  BORDER,
  classAt,
  classOf,
  DIGIT,
  DOT,
  HYPHEN,
  IGNORED,
  JOINER,
  LETTER,
  MARK,
  NEWLINE,
  SURROGATE,
} from './characters.js'
import { joins } from './chunk.js'
import { HASH_START, mixHash } from './raw-table.js'

/** What is told of a text, in its order. */
export interface ChunkVisitor {
  /** A run of letters with nothing joined to it, and the hash of its units. */
  letters(start: number, end: number, hash: number): void
  /** Any other chunk: digits, joined runs, marks. */
  chunk(start: number, end: number): void
  /** A run of letters of scripts written without spaces. */
  unspaced(start: number, end: number): void
  /** A blank line. */
  paragraph(): void
}

/** Tells a visitor the chunks of a text. */
export function scanChunks(text: string, visitor: ChunkVisitor): void {
  const { length } = text
  let index = 0
  while (index < length) {
    const unitClass = classOf(text.charCodeAt(index))
    if (unitClass === LETTER) {
      const start = index
      let hash = HASH_START
      let next = BORDER
      let unit = text.charCodeAt(index)
      do {
        hash = mixHash(hash, unit)
        if (++index === length) break
        unit = text.charCodeAt(index)
      } while ((next = classOf(unit)) === LETTER)
      if (index === length || next >= BORDER || !mayContinue(text, index, next, index - start)) {
        visitor.letters(start, index, hash)
      } else visitor.chunk(start, (index = chunkEnd(text, start)))
      continue
    }
    if (unitClass === NEWLINE) {
      if (isParagraphBreak(text, index)) visitor.paragraph()
      index = skipSpace(text, index)
      continue
    }
    const pointClass = unitClass === SURROGATE ? classAt(text, index) : unitClass
    if (pointClass === DIGIT || pointClass === LETTER) {
      const start = index
      visitor.chunk(start, (index = chunkEnd(text, start)))
    } else if (pointClass === BIGRAM) {
      const start = index
      visitor.unspaced(start, (index = bigramRunEnd(text, start)))
    } else index++
  }
}

/** Whether a run of letters may go on at `index`, where a unit of class `next` stands. Errs on the side of yes. */
function mayContinue(text: string, index: number, next: number, runLength: number): boolean {
  if (next < JOINER) return true
  if (next === DOT) return runLength === 1
  if (next !== HYPHEN && next !== APOSTROPHE) return false
  return index + 1 < text.length && classOf(text.charCodeAt(index + 1)) < JOINER
}

function skipSpace(text: string, index: number): number {
  while (index < text.length) {
    const unit = text.charCodeAt(index)
    if (unit !== 0x20 && unit !== 0x09 && classOf(unit) !== NEWLINE) break
    index++
  }
  return index
}

/** A chunk ends at the first joiner beyond this many units, so that what is cached stays small. */
export const MAX_CHUNK = 256

/** End of the chunk that begins at `start` with a unit that makes words. */
export function chunkEnd(text: string, start: number): number {
  let index = start
  let end = start
  let isDigit = false
  let singles = 0
  while (true) {
    const runStart = index
    let units = 0
    let unitClass = index < text.length ? classAt(text, index) : BORDER
    while (unitClass < JOINER) {
      if (unitClass !== MARK && unitClass !== IGNORED) {
        isDigit = unitClass === DIGIT
        units++
      }
      index += text.codePointAt(index)! > 0xffff ? 2 : 1
      unitClass = index < text.length ? classAt(text, index) : BORDER
    }
    if (index > runStart) end = index
    singles = units === 1 && !isDigit ? singles + 1 : 0
    if (unitClass >= BORDER || index - start > MAX_CHUNK) return end
    const next = index + 1 < text.length ? classAt(text, index + 1) : BORDER
    if (next >= JOINER || next === MARK || next === IGNORED || !joins(unitClass, isDigit, next === DIGIT)) {
      if (unitClass !== DOT || singles < 2) return end
      // The last dot of "U.N." belongs to it, and "U.N.'s" goes on.
      const isJoined = (next === APOSTROPHE || next === HYPHEN) && index + 2 < text.length
      if (!isJoined || classOf(text.charCodeAt(index + 2)) !== LETTER) return index + 1
      index += 2
      singles = 0
      continue
    }
    if (unitClass === DOT && !isDigit && units !== 1) return end
    if (unitClass !== DOT) singles = 0
    index++
  }
}

/** End of the run of letters of unspaced scripts that begins at `start`. */
export function bigramRunEnd(text: string, start: number): number {
  let index = start
  while (index < text.length) {
    const unitClass = classAt(text, index)
    if (unitClass !== BIGRAM && unitClass !== MARK && unitClass !== IGNORED && !isVoicedMark(text, index)) break
    index += text.codePointAt(index)! > 0xffff ? 2 : 1
  }
  return index
}

/** Half-width kana carry their voice marks as letters of their own. */
function isVoicedMark(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit === 0xff9e || unit === 0xff9f
}

/** Tells the overlapping pairs of characters of a run, each a letter with its marks; a single one when it stands alone. */
export function scanBigrams(
  text: string,
  start: number,
  end: number,
  tell: (start: number, end: number) => void,
): void {
  let first = start
  let second = -1
  let index = start
  while (index < end) {
    const unitClass = classAt(text, index)
    const continues = unitClass === MARK || unitClass === IGNORED || isVoicedMark(text, index)
    if (!continues && index > start) {
      if (second >= 0) {
        tell(first, index)
        first = second
      }
      second = index
    }
    index += text.codePointAt(index)! > 0xffff ? 2 : 1
  }
  tell(first, end)
}

/** True when the break that begins at `index` holds a blank line. */
export function isParagraphBreak(text: string, index: number): boolean {
  let lines = 0
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (classOf(unit) === NEWLINE) {
      if (unit === 0x2029) return true
      if (unit !== 0x0d || text.charCodeAt(index + 1) !== 0x0a) lines++
      if (lines > 1) return true
    } else if (unit !== 0x20 && unit !== 0x09 && unit !== 0xa0) return false
  }
  return false
}
