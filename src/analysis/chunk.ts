/**
 * Which words does an unbroken run of text hold? A chunk is what stands between two borders ("l'après-guerre",
 * "U.S.-Mexico", "1,234.5"); its parts are the words, numbers and joined forms in it. The same in every language.
 */

import { APOSTROPHE, classAt, DIGIT, DOT, HYPHEN, IGNORED, JOINER, MARK } from './characters.js'
import { foldWritten, writtenForm } from './fold.js'

/** A surface form is cut to this many UTF-16 units, before folding and after. */
export const MAX_SURFACE = 64

/** The two spellings of a word. */
export interface Spelling {
  /** Folded; what is searched by prefix and with typos. */
  surface: string
  /** Lower case with its diacritics, which some stemmers need. */
  written: string
}

/** A word of a chunk; offsets are from the chunk's start. */
export interface ChunkPart extends Spelling {
  kind: 'word' | 'number' | 'bigram'
  /** Positions after the chunk's first. */
  position: number
  start: number
  end: number
  /** Number of parts a joined form stands for, itself coming right after the first of them; 0 for a part. */
  joins: number
}

/** The parts of a chunk in order, and how many positions they take. */
export interface Chunk {
  parts: ChunkPart[]
  positions: number
}

/** A maximal run of word units, or several of them that make one word. */
interface Run extends Spelling {
  start: number
  end: number
  isNumber: boolean
  hasDigit: boolean
  /** The joiner before it, or '' when it stands at the front or must not be joined to what is before it. */
  joiner: string
}

const MAX_JOINED = 4
const MAX_JOINED_DIGITS = 4

// Articles, pronouns and prepositions that lose their vowel before another word, in French, Italian and Catalan.
const ELIDED = new Set(
  'l d qu j n s c m t jusqu lorsqu puisqu quoiqu presqu quelqu dell all nell sull dall coll un quest quell bell sant anch senz nessun gl degl agl negl dagl sugl'.split(
    ' ',
  ),
)
// What English leaves of a verb after an apostrophe.
const CONTRACTED = new Set(['t', 're', 've', 'll', 'd', 'm', 's'])

/** Parts of a chunk, folded. Positions and offsets ascend but for joined forms, which repeat those of their first part. */
export function parseChunk(text: string): Chunk {
  const runs = joinAcronyms(joinApostrophes(joinNumbers(splitRuns(text)), text), text)
  const kept = dropPossessives(runs)
  const parts: ChunkPart[] = []
  let joinedTo = 0
  kept.forEach((run, position) => {
    if (run.surface === '') return
    parts.push({
      surface: run.surface,
      written: run.written,
      kind: run.hasDigit ? 'number' : 'word',
      position,
      start: run.start,
      end: run.end,
      joins: 0,
    })
    if (position < joinedTo) return
    let end = position + 1
    while (end < kept.length && kept[end]!.joiner !== '') end++
    joinedTo = end
    const whole = joinedForm(kept.slice(position, end))
    if (whole !== undefined) {
      parts.push({ ...whole, position, start: run.start, end: kept[end - 1]!.end, joins: end - position })
    }
  })
  return { parts, positions: kept.length }
}

function joinedForm(members: readonly Run[]): (Spelling & Pick<ChunkPart, 'kind'>) | undefined {
  if (members.length < 2 || members.length > MAX_JOINED || members[0]!.hasDigit) return undefined
  let hasDigit = false
  for (const { isNumber, surface, hasDigit: mixed } of members) {
    if (mixed && !isNumber) return undefined
    if (isNumber && (surface.length > MAX_JOINED_DIGITS || surface.includes('.'))) return undefined
    hasDigit ||= mixed
  }
  return { ...joinedSpelling(members), kind: hasDigit ? 'number' : 'word' }
}

function splitRuns(text: string): Run[] {
  const runs: Run[] = []
  let joiner = ''
  let index = 0
  while (index < text.length) {
    const start = index
    let digits = 0
    let units = 0
    let unitClass = classAt(text, index)
    while (unitClass < JOINER) {
      const width = text.codePointAt(index)! > 0xffff ? 2 : 1
      if (unitClass === DIGIT) digits++
      if (unitClass !== MARK && unitClass !== IGNORED) units++
      index += width
      unitClass = index < text.length ? classAt(text, index) : JOINER
    }
    if (units > 0) {
      const spelling = spellingOf(text.slice(start, index))
      const isNumber = digits === units
      runs.push({
        start,
        end: index,
        ...spelling,
        isNumber,
        hasDigit: digits > 0,
        joiner: runs.length === 0 ? '' : joiner,
      })
    }
    joiner = text[index] ?? ''
    index++
  }
  return runs
}

/** The spellings of the raw text of a word, bounded. */
export function spellingOf(raw: string): Spelling {
  const written = cut(writtenForm(cut(raw)))
  return { surface: cut(foldWritten(written)), written }
}

function joinedSpelling(members: readonly Spelling[]): Spelling {
  return {
    surface: cut(members.map(({ surface }) => surface).join('')),
    written: cut(members.map(({ written }) => written).join('')),
  }
}

function cut(text: string): string {
  if (text.length <= MAX_SURFACE) return text
  const last = text.charCodeAt(MAX_SURFACE - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_SURFACE - 1 : MAX_SURFACE)
}

const COMMAS = /[,\u066c\uff0c]/
const ARABIC_POINT = '\u066b'
const DOTS = /[.\uff0e]/
const GROUP_SPACE = /[\u00a0\u2009\u202f]/

/** Kind of a separator inside a number, or '' for what separates numbers. */
function separatorKind(joiner: string): string {
  if (COMMAS.test(joiner)) return ','
  if (DOTS.test(joiner)) return '.'
  if (joiner === ARABIC_POINT) return joiner
  return GROUP_SPACE.test(joiner) ? ' ' : ''
}

/**
 * Joins digits that make one number: groups of three with one separator throughout ("1,234,567", "63.316", "63 316"),
 * then a decimal part after another separator, or a decimal part alone ("5.93", "5,93"). Dates and addresses with
 * several dots stay apart.
 */
function joinNumbers(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  let i = 0
  while (i < runs.length) {
    let last = i
    while (last + 1 < runs.length && separates(runs[last]!, runs[last + 1]!)) last++
    const members = runs.slice(i, last + 1)
    const surface = members.length > 1 ? numberSurface(members) : undefined
    if (surface === undefined) {
      for (const member of members)
        joined.push(separatorKind(member.joiner) === '' ? member : { ...member, joiner: dotOnly(member) })
    } else joined.push({ ...members[0]!, end: members.at(-1)!.end, surface: cut(surface), written: cut(surface) })
    i = last + 1
  }
  return joined
}

/** A dot may still join letters to an acronym; commas and spaces have done their work. */
function dotOnly({ joiner }: Run): string {
  return DOTS.test(joiner) ? joiner : ''
}

function separates(run: Run, next: Run): boolean {
  return run.isNumber && next.isNumber && separatorKind(next.joiner) !== ''
}

function numberSurface(members: readonly Run[]): string | undefined {
  const [first, second] = members
  const separator = separatorKind(second!.joiner)
  const decimals = members.at(-1)!
  if (separator !== ARABIC_POINT && first!.surface.length <= 3 && !first!.surface.startsWith('0')) {
    let groups = 1
    while (
      groups < members.length &&
      members[groups]!.surface.length === 3 &&
      separatorKind(members[groups]!.joiner) === separator
    ) {
      groups++
    }
    const whole = members
      .slice(0, groups)
      .map(({ surface }) => surface)
      .join('')
    if (groups === members.length) return whole
    const isDecimal =
      groups === members.length - 1 &&
      groups > 1 &&
      isDecimalPoint(decimals) &&
      separatorKind(decimals.joiner) !== separator
    if (isDecimal) return `${whole}.${decimals.surface}`
  }
  return members.length === 2 && separator !== ' ' ? `${first!.surface}.${second!.surface}` : undefined
}

function isDecimalPoint({ joiner }: Run): boolean {
  return separatorKind(joiner) !== ' '
}

const APOSTROPHES = /['\u2019\u02bc\uff07\u2018\u0060\u00b4]/
const LATIN = /\p{Script=Latin}/u

/**
 * Apostrophes inside words of other alphabets are letters ("здоров'я"); after an elided article or before a contracted verb they
 * separate; elsewhere ("Sana'a", "O'Brien") they separate, and the joined form is found too.
 */
function joinApostrophes(runs: readonly Run[], text: string): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const before = joined.at(-1)
    if (before === undefined || !APOSTROPHES.test(run.joiner)) joined.push(run)
    else if (!LATIN.test(text[before.end - 1]!) && !LATIN.test(text[run.start]!) && !before.hasDigit && !run.hasDigit) {
      joined[joined.length - 1] = { ...before, ...joinedSpelling([before, run]), end: run.end }
    } else {
      const separate = ELIDED.has(before.surface) || CONTRACTED.has(run.surface)
      joined.push(separate ? { ...run, joiner: run.surface === 's' ? POSSESSIVE : '' } : run)
    }
  }
  return joined
}

const POSSESSIVE = "'s"

function dropPossessives(runs: readonly Run[]): Run[] {
  return runs.filter(({ joiner }) => joiner !== POSSESSIVE)
}

/** Joins single letters with dots between them ("U.N.", "U.S.A"); any other dot separates. */
function joinAcronyms(runs: readonly Run[], text: string): Run[] {
  const joined: Run[] = []
  let i = 0
  while (i < runs.length) {
    let last = i
    while (
      isInitial(runs[last]!) &&
      last + 1 < runs.length &&
      isInitial(runs[last + 1]!) &&
      DOTS.test(runs[last + 1]!.joiner)
    )
      last++
    const first = runs[i]!
    const joiner = DOTS.test(first.joiner) ? '' : first.joiner
    if (last === i) joined.push({ ...first, joiner })
    else {
      const spelling = joinedSpelling(runs.slice(i, last + 1))
      const end = runs[last]!.end
      const dotted = end < text.length && DOTS.test(text[end]!)
      joined.push({ ...first, joiner, ...spelling, end: dotted ? end + 1 : end })
    }
    i = last + 1
  }
  return joined
}

function isInitial({ surface, hasDigit }: Run): boolean {
  return !hasDigit && [...surface].length === 1
}

/** Whether a joiner of class `joiner` between the units around it keeps a chunk together; all but a sentence's end do. */
export function joins(joiner: number, isAfterDigit: boolean, isBeforeDigit: boolean): boolean {
  if (joiner === HYPHEN || joiner === APOSTROPHE) return true
  if (joiner === DOT) return isAfterDigit === isBeforeDigit
  return isAfterDigit && isBeforeDigit
}
