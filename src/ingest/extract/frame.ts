/** Which lines of a text dump are the release, and which its frame? Menu, title, text, notes, contacts and metadata, told apart. */

import type { Contact } from '../../types.js'
import { isEndMark, takeContacts } from './contacts.js'
import { readDateLine } from './date-line.js'
import { isFurniture } from './furniture.js'
import { readHeadline } from './headline.js'
import { readMailHeader } from './mail-header.js'
import { menuEnd } from './menu.js'
import { joinLines } from './paragraphs.js'
import { plainText } from './plain-text.js'
import { type TrailingMetadata, takeTrailingMetadata } from './trailing-metadata.js'

/** What the frame of a text says of it. */
export interface FrameEvidence extends TrailingMetadata {
  /** Lines by the title and at the end that hold a date. */
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

export interface FrameOptions {
  /** A title that is known already: its own line is taken out of the text. */
  title?: string
  /** `lines`: the text may be hard-wrapped. `blocks`: paragraphs are separated by blank lines. Default `lines`. */
  layout?: 'lines' | 'blocks'
  /** Takes out lines that other documents have too. Contacts are read before. */
  strip?: (lines: readonly string[]) => string[]
}

/** A date on a line of its own stands no further from the end than so many lines. */
const LAST_LINES = 14

/** Takes a text dump apart. */
export function readFramedText(raw: string, options: FrameOptions = {}): FramedText {
  const { text, metadata } = takeTrailingMetadata(plainText(raw))
  const printed = text.split('\n')
  const mail = options.layout === 'blocks' ? undefined : readMailHeader(printed)
  const lines = mail?.rest ?? printed
  const known = options.title ?? mail?.subject
  const { lines: reachable, contacts } = takeContacts(lines.slice(menuEnd(lines)))
  const headline = readHeadline(options.strip === undefined ? reachable : options.strip(reachable), known)
  const { kept, dateLines } = takeLastDates(headline.rest)
  const bodyLines = withoutEnd(kept).map((line) => (isLoneFurniture(line) ? '' : line))
  const paragraphs = joinLines(bodyLines, options.layout === 'blocks' ? 'blocks' : undefined)
  const body = [...headline.datelines, ...paragraphs].join('\n\n')
  const mailed = mail?.dateLine === undefined ? [] : [mail.dateLine]
  const framed: FramedText = {
    body,
    contacts,
    evidence: { ...metadata, dateLines: [...mailed, ...headline.dateLines, ...dateLines] },
  }
  const title = mail?.subject ?? headline.title
  if (title !== undefined) framed.title = title
  return framed
}

/** Furniture of several words; a single word may be an item of a list. */
function isLoneFurniture(line: string): boolean {
  const text = line.trim()
  return text.length < 80 && /\s/.test(text) && isFurniture(text)
}

/** Dates that stand on a line of their own below the text. */
function takeLastDates(lines: readonly string[]): { kept: string[]; dateLines: string[] } {
  const kept = [...lines]
  const dateLines: string[] = []
  let seen = 0
  for (let i = kept.length - 1; i > 0 && seen < LAST_LINES; i--) {
    const line = (kept[i] as string).trim()
    if (line === '') continue
    seen++
    const isAlone = (kept[i - 1] ?? '').trim() === '' && (kept[i + 1] ?? '').trim() === ''
    if (isAlone && readDateLine(line.replace(/\.$/, '')) !== undefined) {
      dateLines.unshift(line)
      kept[i] = ''
    }
  }
  return { kept, dateLines }
}

const NOTES =
  /^\s*(?:notes?\s+(?:to|for)\s+(?:the\s+)?(?:editors?|journalists?|media|broadcasters?)|notes? (?:aux|à l['’]attention des|à l['’]intention des) (?:rédact|journal|éditeur)|nota(?:s)? (?:a|para) (?:los |la )?(?:editor|redac|period))/iu

/** The lines up to the end mark and the notes; marks between parts of the text only go themselves. */
function withoutEnd(lines: readonly string[]): string[] {
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  let seen = 0
  const kept: string[] = []
  for (const line of lines) {
    const isNote = NOTES.test(line)
    const isMark = isEndMark(line)
    // What follows the end is short: else the mark stands between two parts.
    if (seen > 0 && (isNote || (isMark && !/^[\s*_=-]+$/.test(line))) && total - seen <= total * 0.5) break
    seen += line.length
    kept.push(isMark ? '' : line)
  }
  return kept
}
