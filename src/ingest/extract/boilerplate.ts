/** Which lines does a folder or site repeat from document to document? They are learnt in one pass, then taken out. */

import { printedDates } from './date-forms.js'
import { readDateLine } from './date-line.js'
import { isKind } from './headline.js'
import { oneLine, wordCount } from './plain-text.js'
import { isCopy } from './shared-prose.js'

/** Lines counted in a folder; beyond this, the rarest are forgotten. */
const MOST_LINES = 1 << 16
/** Documents remembered whole in a folder, so that copies teach nothing. */
const MOST_DOCUMENTS = 1 << 16
/** A line is boilerplate when this share of a folder's different documents has it, but … */
const SHARE = 0.05
/** … at least so many documents, and no more than so many are asked for. */
const FEWEST_DOCUMENTS = 3
const ENOUGH_DOCUMENTS = 20
/** The very same date is boilerplate only when this share of them has it, and enough of them: it is more often the day of several releases. */
const DATE_SHARE = 0.5
const LONGEST_DATE_LINE = 80
/** Words of a sentence that is prose, of a line that is prose without an end, and of a line that is more than a label within prose. */
const SENTENCE_WORDS = 8
const PARAGRAPH_WORDS = 20
const QUOTED_WORDS = 6

interface Group {
  documents: number
  /** By the line's key: in how many documents. */
  lines: Map<number, number>
  /** Keys of whole documents. */
  whole: Set<number>
}

/** What the folders repeat, as plain data: by folder, how many documents taught, and the keys of lines with their counts. */
export type RepeatedLines = [folder: string, documents: number, lines: [key: number, count: number][]][]

/**
 * Learns over the documents of each folder which lines repeat. Lines are kept as 32-bit hashes with a count, and memory
 * is bounded per folder: when there are too many, those seen in the fewest documents are forgotten (they count from one
 * again if they return, so that only lines repeated rarely and far apart are missed).
 */
export class BoilerplateModel {
  readonly #groups = new Map<string, Group>()

  /** A model that knows what another has learnt, on another thread. It cannot learn more. */
  static from(repeated: RepeatedLines): BoilerplateModel {
    const model = new BoilerplateModel()
    for (const [folder, documents, lines] of repeated)
      model.#groups.set(folder, { documents, lines: new Map(lines), whole: new Set() })
    return model
  }

  repeated(): RepeatedLines {
    return [...this.#groups].map(([folder, group]) => [
      folder,
      group.documents,
      [...group.lines].filter(([key]) => isRepeatedIn(group, key)),
    ])
  }

  /**
   * Counts the lines of one document of a folder. A document whose text was seen before, whole or nearly, is a copy and
   * teaches nothing: a release in three versions is no frame.
   */
  learn(file: string, text: string): void {
    const folder = folderOf(file)
    let group = this.#groups.get(folder)
    if (group === undefined) this.#groups.set(folder, (group = { documents: 0, lines: new Map(), whole: new Set() }))
    const lines = text.split('\n')
    const keys = lines.map(lineKey)
    const whole = keys.reduce((hash, key) => (key === 0 ? hash : Math.imul(hash ^ key, 0x01000193)), 0x811c9dc5) >>> 0
    if (group.whole.has(whole)) return
    if (group.whole.size < MOST_DOCUMENTS) group.whole.add(whole)
    const counts = keys.map((key) => group.lines.get(key) ?? 0)
    const isSeen = counts.map((count) => count > 0)
    if (isSeen.includes(true) && isCopy(lines, isSeen, (i) => (counts[i] as number) >= FEWEST_DOCUMENTS)) return
    group.documents++
    for (const key of new Set(keys)) if (key !== 0) group.lines.set(key, (group.lines.get(key) ?? 0) + 1)
    for (let rarest = 1; group.lines.size > MOST_LINES; rarest++) {
      for (const [key, count] of group.lines) if (count <= rarest) group.lines.delete(key)
    }
  }

  /** True when the line is repeated in the folder of the file. */
  isRepeated(file: string, line: string): boolean {
    const group = this.#groups.get(folderOf(file))
    return group !== undefined && isRepeatedIn(group, lineKey(line))
  }

  /**
   * The lines without those that the folder repeats. A line that only happens to be the end of a wrapped sentence stays,
   * and so does a repeated line right above the text when nothing else could be the title, and prose within the text: several
   * releases may quote the same words. All lines stay where the prose is among those repeated.
   */
  strip(file: string, lines: readonly string[]): string[] {
    const group = this.#groups.get(folderOf(file))
    if (group === undefined || group.documents < FEWEST_DOCUMENTS) return [...lines]
    const isRepeated = lines.map((line) => isRepeatedIn(group, lineKey(line)))
    const [first, last] = ownProse(lines, isRepeated)
    const isWithin = (i: number): boolean => first < i && i < last && wordCount(lines[i] as string) >= QUOTED_WORDS
    const isOut = isRepeated.map((repeated, i) => repeated && !isWithin(i) && standsAlone(lines, isRepeated, i))
    const title = titleWithin(lines, isOut)
    if (title !== undefined) isOut[title] = false
    // A document of nothing but repeated lines is a copy, or all there is.
    if (!lines.some((line, i) => !isOut[i] && wordCount(line) > 2) || isCopy(lines, isOut)) return [...lines]
    return lines.filter((_, i) => !isOut[i])
  }
}

function isRepeatedIn(group: Group, key: number): boolean {
  if (key === 0) return false
  const asked = isDated(key)
    ? Math.max(ENOUGH_DOCUMENTS, group.documents * DATE_SHARE)
    : Math.min(ENOUGH_DOCUMENTS, Math.max(FEWEST_DOCUMENTS, Math.ceil(group.documents * SHARE)))
  return (group.lines.get(key) ?? 0) >= asked
}

/** The first and the last line of prose that is a document's own; what a frame says stands before or behind them. */
function ownProse(lines: readonly string[], isRepeated: readonly boolean[]): [first: number, last: number] {
  const isOwn = (line: string, i: number): boolean => !isRepeated[i] && isProse(line)
  return [lines.findIndex(isOwn), lines.findLastIndex(isOwn)]
}

/** A sentence, or more than a heading has. */
function isProse(line: string): boolean {
  const words = wordCount(line)
  return words >= PARAGRAPH_WORDS || (words >= SENTENCE_WORDS && /[.!?:؟。]["”»)]*$/u.test(line.trim()))
}

/** True unless the line begins or ends within a sentence of its neighbours. */
function standsAlone(lines: readonly string[], isRepeated: readonly boolean[], at: number): boolean {
  const before = at === 0 ? '' : (lines[at - 1] as string).trim()
  const after = (lines[at + 1] ?? '').trim()
  const line = (lines[at] as string).trim()
  const startsFresh =
    before === '' || isRepeated[at - 1] === true || /[.!?:؟。]["”»)]?$/u.test(before) || before.length < 40
  const endsWhole = after === '' || isRepeated[at + 1] === true || !/^\p{Ll}/u.test(after)
  return startsFresh && endsWhole && !/^\p{Ll}/u.test(line)
}

/**
 * The last line taken out above the text, when the text begins right below it: many releases may bear one title
 * ("Humanitarian Update"), and a menu is followed by a title of the document's own. A number of the release, or what
 * kind it is, is no title; its date may stand between title and text.
 */
function titleWithin(lines: readonly string[], isOut: readonly boolean[]): number | undefined {
  const isOwnDate = (i: number): boolean => !isOut[i] && readDateLine(lines[i] as string) !== undefined
  const first = lines.findIndex((line, i) => line.trim() !== '' && !isOut[i] && !isKind(line) && !isOwnDate(i))
  if (first <= 0) return undefined
  const below = (lines[first] as string).trim()
  const startsText =
    below.length > 100 ||
    /[.!?]["”»]?$/u.test(below) ||
    (/[\p{L},]$/u.test(below) && /^\s*\p{Ll}/u.test(lines[first + 1] ?? ''))
  if (!startsText) return undefined
  for (let i = first - 1; i >= 0; i--) {
    const line = (lines[i] as string).trim()
    if (line !== '' && !isOwnDate(i))
      return isOut[i] && !isKind(line) && wordCount(line) >= 2 && line.length <= 200 && !/[.;:]$/.test(line)
        ? i
        : undefined
  }
  return undefined
}

function folderOf(file: string): string {
  const slash = file.lastIndexOf('/')
  return slash < 0 ? '' : file.slice(0, slash)
}

/**
 * A number for the line's words; 0 for lines without any. Digits are all alike, so that counters match, but those of a line with
 * a date, whose key is odd: in each release of a month it is that of the release.
 */
function lineKey(line: string): number {
  if (!/[\p{L}\p{N}]/u.test(line)) return 0
  const whole = oneLine(line).toLowerCase()
  const isOfDate =
    whole.length <= LONGEST_DATE_LINE && /\d{4}/.test(whole) && printedDates(whole, { months: 'all' }).length > 0
  const text = isOfDate ? whole : whole.replace(/\d+/g, '0')
  // FNV-1a over UTF-16 units, 32 bits.
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return isOfDate ? (value | 1) >>> 0 : (value & ~1) >>> 0 || 2
}

function isDated(key: number): boolean {
  return (key & 1) === 1
}
