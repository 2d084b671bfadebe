/** Which lines of a text dump are the release, and which its frame: the site's menu, trailing metadata, end marks? */

import type { Contact } from '../../types.js'
import { isEndMark, takeContacts } from './contacts.js'
import { printedDates } from './date-forms.js'
import { isFurniture, isKindLine } from './furniture.js'
import { joinLines } from './paragraphs.js'
import { plainText } from './plain-text.js'
import { cleanTitle, mayBeTitle } from './title.js'

/** What trailing metadata and the lines around the title say. */
export interface FrameEvidence {
  /** "Wednesday, September 30, 2020 - 15:28". */
  posted?: string
  language?: string
  /** "Democratic Republic of the Congo". */
  region?: string
  /** Lines above and below the title that hold a date. */
  dateLines: string[]
}

/** A text dump taken apart. */
export interface FramedText {
  title?: string
  /** Paragraphs separated by a blank line. */
  body: string
  contacts: Contact[]
  evidence: FrameEvidence
}

/** A site's menu is not longer than this many lines. */
const LONGEST_MENU = 120
/** Trailing metadata stands within so many characters of the end. */
const TRAILING = 2500

/** Takes a text dump apart. With a title that is already known, its own line is taken out of the text. */
export function readFramedText(
  raw: string,
  { title: stated, wrapped = true }: { title?: string; wrapped?: boolean } = {},
): FramedText {
  const { text, evidence } = takeTrailingMetadata(plainText(raw))
  let lines = text.split('\n')
  lines = lines.slice(menuEnd(lines))
  const head = readHead(lines, stated)
  evidence.dateLines.push(...head.dateLines)
  const { lines: kept, contacts } = takeContacts(head.rest)
  const bodyLines = withoutEnd(kept).filter((line) => line.trim() === '' || !isFurnitureInBody(line))
  const body = (wrapped ? joinLines(bodyLines) : joinLines(bodyLines, 'blocks')).join('\n\n')
  const framed: FramedText = { body, contacts, evidence }
  if (head.title !== undefined) framed.title = head.title
  return framed
}

function isFurnitureInBody(line: string): boolean {
  return line.length < 60 && isFurniture(line) && !/^[\p{L} ]{1,12}$/u.test(line.trim())
}

// ------------------------------------------------------------------ the menu above

/**
 * The number of lines the site's menu takes at the top: up to the last dash alone on a line, heading given twice,
 * heading glued to a sentence ("WHO WE AREThe …"), or dashed entry. Zero when there is no menu.
 */
export function menuEnd(lines: readonly string[]): number {
  let end = 0
  let signs = 0
  let previous = ''
  let sinceSign = 0
  const limit = Math.min(lines.length, LONGEST_MENU)
  for (let i = 0; i < limit; i++) {
    const line = (lines[i] as string).trim()
    if (line === '') continue
    const isSign = isMenuSign(line, previous) || (signs > 0 && isFurniture(line))
    if (isSign) {
      if (!isFurniture(line) || line.length < 3) signs++
      end = i + 1
      sinceSign = 0
    } else {
      sinceSign++
      // A few entries between the signs belong to the menu; a text does not.
      if (sinceSign > 6 || (line.length > 90 && signs > 0)) break
    }
    previous = line
  }
  // One dash is a list, one repeated line an accident.
  return signs >= 3 ? end : 0
}

function isMenuSign(line: string, previous: string): boolean {
  if (/^[-–—•*+]$/.test(line)) return true
  if (/^[-–—•*+]\s+\S/.test(line) && line.length <= 40 && !/[.;:,!?]$/.test(line)) return true
  if (previous === '') return false
  if (line === previous && line.length <= 60) return true
  return isGlued(line, previous)
}

/** "Our WorkAs the leading …" after "Our Work": the heading again, then a capital without a space. */
function isGlued(line: string, previous: string): boolean {
  if (previous.length > 60 || line.length <= previous.length) return false
  if (!line.toLowerCase().startsWith(previous.toLowerCase())) return false
  return /^\p{Lu}/u.test(line.slice(previous.length))
}

// ------------------------------------------------------------------ title and lines around it

interface Head {
  title?: string
  dateLines: string[]
  rest: string[]
}

/** Lines looked at for a title. */
const HEAD_LINES = 25

function readHead(lines: readonly string[], stated: string | undefined): Head {
  const dateLines: string[] = []
  const rest = [...lines]
  const dropBlank = (): void => {
    while (rest.length > 0 && (rest[0] as string).trim() === '') rest.shift()
  }
  const dropFrame = (): void => {
    for (let seen = 0; seen < HEAD_LINES && rest.length > 0; seen++) {
      dropBlank()
      const line = (rest[0] ?? '').trim()
      if (line === '') return
      if (isDateLine(line)) dateLines.push(line)
      else if (!isFurniture(line) && !isKindLine(line)) return
      rest.shift()
    }
  }
  dropFrame()
  if (stated !== undefined) {
    if (sameTitle(rest[0] ?? '', stated)) rest.shift()
    dropFrame()
    return { dateLines, rest }
  }
  const first = rest[0]?.trim()
  if (first === undefined || !mayBeTitle(first)) return { dateLines, rest }
  const size = titleSize(rest)
  if (size === 0) return { dateLines, rest }
  const title = cleanTitle(rest.splice(0, size).join(' '))
  dropBlank()
  // A title given twice.
  if (sameTitle(rest[0] ?? '', title)) rest.shift()
  dropFrame()
  return { title, dateLines, rest }
}

/** How many lines the title takes; 0 when the text starts at once. */
function titleSize(lines: readonly string[]): number {
  const blank = lines.findIndex((line) => line.trim() === '')
  const block = blank < 0 ? lines : lines.slice(0, blank)
  const text = block.map((line) => line.trim()).join(' ')
  const isAlone = blank > 0 && blank < lines.length
  if (isAlone && block.length <= 3 && text.length <= 250 && !endsLikeProse(text)) return block.length
  const first = (lines[0] as string).trim()
  if (first.length > 200 || (endsLikeProse(first) && first.length > 80)) return 0
  if (lines.length === 1) return endsLikeProse(first) ? 0 : 1
  const second = (lines[1] ?? '').trim()
  if (second === '') return 1
  // A line that starts in lower case continues the first: that is a wrapped text, or a wrapped title when it is short.
  if (/^\p{Ll}/u.test(second)) {
    const third = (lines[2] ?? '').trim()
    return second.length < first.length * 0.8 && !endsLikeProse(second) && /^\p{Lu}/u.test(third) ? 2 : 0
  }
  return /(?:[,:–—-]|\b(?:of|and|the|for|in|to|with|by|de|des|du|la|et|y|à|en|sur|pour|para|con|von|und|der|die))$/iu.test(
    first,
  ) &&
    !endsLikeProse(second) &&
    second.length < 90
    ? 2
    : 1
}

function endsLikeProse(text: string): boolean {
  return /[.!;:,]["”»]?$/.test(text) && !/\b(?:\p{L}\.){2,}$/u.test(text)
}

function sameTitle(line: string, title: string): boolean {
  const key = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return key(line) !== '' && key(line) === key(title)
}

/** A line that is a date, alone or behind a label or a place: "Posted on Fri. July-01-2016", "Geneva, 12 May 2009". */
export function isDateLine(line: string): boolean {
  if (line.length > 90) return false
  const date = printedDates(line)[0]
  if (date === undefined) return false
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`
    .replace(
      /\b(?:posted|published|updated|released|on|date|le|the|at|by|publié|mis à jour|publicado|el|veröffentlicht|am|vom|briefing notes?|press release|news)\b|\d{1,2}[:.h]\d{2}(?::\d{2})?|\b(?:am|pm|gmt|utc|cet|cest|est)\b|[^\p{L}]+/giu,
      ' ',
    )
    .trim()
  return rest.split(/\s+/).filter((word) => word !== '').length <= 3 && rest.length <= 40
}

// ------------------------------------------------------------------ what follows the text

const NOTES =
  /^\s*(?:notes?\s+(?:to|for)\s+(?:the\s+)?(?:editors?|journalists?|media|broadcasters?)|notes? (?:aux|à l['’]attention des|à l['’]intention des) (?:rédact|journal|éditeur)|nota(?:s)? (?:a|para) (?:los |la )?(?:editor|redac|period)|background(?: notes?)?\s*:)/iu

/** The lines up to the end mark and the notes; marks between parts of the text only go themselves. */
function withoutEnd(lines: readonly string[]): string[] {
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  let seen = 0
  const kept: string[] = []
  for (const line of lines) {
    const isNote = NOTES.test(line)
    if (isNote || isEndMark(line)) {
      // What follows the end is short: else the mark stands between two parts.
      if (kept.length > 0 && (isNote || !/^[\s*_=-]+$/.test(line)) && total - seen <= total * 0.5) break
      seen += line.length
      if (!isNote) {
        kept.push('')
        continue
      }
    } else seen += line.length
    kept.push(line)
  }
  return kept
}

const TRAILING_LABEL =
  /\b(?:(Language)(?=\s+(?:English|French|Spanish|Arabic|Russian|Portuguese|German|Italian|Chinese|Français|Español)\b)|(Posted|Region-Country|Themes?|Press Release Type|Image(?: File)?|Related Documents?|Default|Multimedia|Migration Updates|Thumbnail|Keywords|Country|Region)\s*:)/g

/** Cuts metadata that trails the text run together, and reads it. */
function takeTrailingMetadata(text: string): { text: string; evidence: FrameEvidence } {
  const evidence: FrameEvidence = { dateLines: [] }
  const from = Math.max(0, text.length - TRAILING)
  const tail = text.slice(from)
  if (!/\bPosted\s*:|\bRegion-Country\s*:/.test(tail)) return { text, evidence }
  const labels = [...tail.matchAll(TRAILING_LABEL)]
  // Labels that follow each other closely, to the end: from the last one backwards.
  let first = labels.length
  for (let i = labels.length - 1; i >= 0; i--) {
    const next = labels[i + 1]?.index ?? tail.trimEnd().length
    if (next - (labels[i]?.index as number) > 220) break
    first = i
  }
  const run = labels.slice(first)
  const names = run.map((label) => label[1] ?? label[2] ?? '')
  if (run.length < 2 || !names.some((name) => name === 'Posted' || name === 'Region-Country')) return { text, evidence }
  for (const [i, label] of run.entries()) {
    const value = tail
      .slice(label.index + label[0].length, run[i + 1]?.index ?? tail.length)
      .replace(/\s+/g, ' ')
      .trim()
    if (value === '') continue
    if (names[i] === 'Posted') evidence.posted = `Posted: ${value}`
    else if (names[i] === 'Language') evidence.language = value
    else if (names[i] === 'Region-Country') evidence.region = value
  }
  return { text: text.slice(0, from + (run[0]?.index as number)).trimEnd(), evidence }
}
