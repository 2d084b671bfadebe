/** Which dates does a page print around its title, and which of them is the day of publication? */

import type { MarkedDate } from './date.js'
import { isoDate, mayHoldDate, printedDates, readTimestamp } from './date-forms.js'
import { spacedText, walkNodes } from './node-walk.js'
import {
  isElement,
  isText,
  nextNode,
  type PageElement,
  type PageNode,
  parentElement,
  previousNode,
  textContent,
} from './page-node.js'
import { oneLine } from './plain-text.js'

/** Lines longer than this are running text. */
const LONGEST_LINE = 160
/** Candidates considered; a calendar widget holds hundreds. */
const MOST_CANDIDATES = 60
/** Candidates that score less are not trusted at all. */
const LEAST_SCORE = 4

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'select',
  'option',
  'iframe',
  'svg',
  'textarea',
  'button',
])
const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'big',
  'cite',
  'code',
  'data',
  'em',
  'font',
  'i',
  'ins',
  'label',
  'mark',
  'nobr',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
])
const NAMED_FOR_DATES =
  /(?:^|[\s_-])(?:date|datum|dato|fecha|data|publish(?:ed)?|pub(?:lished)?[-_]?(?:on|at|date|time)|posted(?:[-_]?on)?|byline|dateline|timestamp|entry-(?:date|meta)|post-(?:date|meta|info)|article-(?:date|meta|info)|meta|info|erstellt|veroeffentlicht)(?:$|[\s_-])/i
const OTHER_VOICES = /comment|kommentar|reply|replies|disqus|respond|pingback|trackback|gaestebuch|guestbook/i
const OTHER_PAGES =
  /related|recent|popular|latest|sidebar|widget|teaser|archive|calendar|kalender|(?:^|\s)(?:site|page|global|main)?[-_]?footer(?:$|\s)|navi?(?:gation)?(?:$|[\s_-])|menu|breadcrumb|event|termin|similar|more-?(?:news|posts|stories)|most-?read|ticker|slider|carousel|banner|copyright/i
const SAID_OF_PUBLISHING =
  /\b(?:posted|published|publication|released|issued|created|written|erstellt|veröffentlicht|publiziert|geschrieben|verfasst|online seit|publié|paru|mis en ligne|publicado|pubblicato|publicerad|geplaatst|опубликовано|date|datum)\b|发布|نشر/iu
const SAID_OF_UPDATING =
  /\b(?:updated?|modified|revised|edited|mis à jour|mise à jour|modifié|aktualisiert|geändert|bearbeitet|actualizado|modificado|aggiornato|atualizado|bijgewerkt|обновлено|stand)\b|更新/iu
const SAID_OF_OTHER_DAYS =
  /©|copyright|\b(?:deadline|anmeldeschluss|bewerbungsschluss|born|geboren|died|until|bis zum|ab dem|gültig|valid|accessed|abgerufen|retrieved|heute|today is|birth|naissance|nacimiento|geburtsdatum)\b|出生|生日/iu

interface Candidate {
  value: string
  line: string
  score: number
  isUpdate: boolean
}

/**
 * The dates printed in short lines and `time` elements of a page, best first: those by the title, named as dates or
 * said to be of publishing. Dates in comments, side bars and running text are left out.
 */
export function printedPageDates(body: PageNode, title: string | undefined): MarkedDate[] {
  const candidates = collect(body, title)
  candidates.sort((a, b) => b.score - a.score)
  return candidates
    .filter((candidate) => candidate.score >= LEAST_SCORE && !candidate.isUpdate)
    .map(({ value, line }) => ({ value, label: `line "${line.slice(0, 60)}"`, kind: 'visible' as const }))
}

function collect(body: PageNode, title: string | undefined): Candidate[] {
  const found: (Candidate & { at: number })[] = []
  const titleAt: number[] = []
  const headingAt: number[] = []
  const wanted = title === undefined ? '' : key(title)
  const seen = new Set<PageNode>()
  let at = 0
  walkNodes(body, (node) => {
    if (isText(node)) {
      const text = node.data
      if (found.length < MOST_CANDIDATES && mayHoldDate(text)) {
        const { line, block, first } = lineAround(node)
        if (!seen.has(first)) {
          seen.add(first)
          if (block !== undefined) addLine(`${labelOf(block)} ${line}`.trim(), block, at)
        }
      }
      at += text.trim().length
      return false
    }
    if (!isElement(node)) return true
    const { name } = node
    if (isSkipped(node)) return false
    if (name === 'h1' || name === 'h2' || name === 'h3') {
      if (wanted !== '' && isTitle(node)) titleAt.push(at)
      else if (name === 'h1') headingAt.push(at)
    } else if (name === 'time') addStamp(node)
    return true
  })
  for (const candidate of found) candidate.score += nearness(candidate.at, titleAt.length > 0 ? titleAt : headingAt)
  const days = new Set(
    found.filter((candidate) => candidate.score > 0 && !candidate.isUpdate).map((candidate) => dayOf(candidate.value)),
  )
  // The only day that a page prints is most likely its own.
  if (days.size === 1) for (const candidate of found) if (candidate.score > 0) candidate.score += 2
  return found

  function isTitle(element: PageElement): boolean {
    const text = key(textContent(element))
    return (
      text === wanted || (text.length >= 12 && wanted.includes(text)) || (wanted.length >= 12 && text.includes(wanted))
    )
  }

  function addStamp(element: PageElement): void {
    const stamp = element.attribs.datetime
    if (stamp === undefined || found.length >= MOST_CANDIDATES || readTimestamp(stamp, 'local') === undefined) return
    const line = oneLine(textContent(parentElement(element) ?? element)).slice(0, LONGEST_LINE)
    const isUpdate = SAID_OF_UPDATING.test(line) && !SAID_OF_PUBLISHING.test(line)
    found.push({ value: stamp, line: oneLine(textContent(element)) || stamp, at, ...judged(element, isUpdate, 4) })
  }

  function addLine(line: string, block: PageElement, position: number): void {
    const dates = printedDates(line, { order: 'day-first' }).filter((date) => date.day !== undefined)
    const first = dates[0]
    if (first === undefined || dates.length > 2) return
    const near = line.slice(Math.max(0, first.start - 60), first.end + 60)
    if (SAID_OF_OTHER_DAYS.test(near)) return
    const isPublishing = SAID_OF_PUBLISHING.test(near)
    const rest = `${line.slice(0, first.start)} ${line.slice(first.end)}`.match(/\p{L}{2,}/gu)?.length ?? 0
    if (rest > 12 && !isPublishing) return
    const isUpdate = SAID_OF_UPDATING.test(near) && !isPublishing
    const score = (isPublishing ? 3 : 0) + (rest <= 3 ? 2 : rest <= 8 ? 1 : 0)
    found.push({
      value: line.slice(Math.max(0, first.start - 20), first.end),
      line: near,
      at: position,
      ...judged(block, isUpdate, score),
    })
  }
}

function dayOf(value: string): string {
  const date = readTimestamp(value, 'local') ?? printedDates(value, { order: 'day-first' })[0]
  return date === undefined ? '' : isoDate(date)
}

/** The term that a definition belongs to: "Datum" before "12.01.2017". */
function labelOf(block: PageElement): string {
  let before: PageNode | null = /^d[dt]$|^t[dh]$/.test(block.name) ? previousNode(block) : null
  while (before !== null && !isElement(before)) before = previousNode(before)
  const text = before === null ? '' : oneLine(textContent(before))
  return text.length <= 30 ? text : ''
}

function isSkipped(element: PageElement): boolean {
  return SKIPPED.has(element.name)
}

interface Line {
  line: string
  /** The element that holds the line. */
  block: PageElement | undefined
  /** The line's first node: two texts of one line have the same. */
  first: PageNode
}

/** The line a text stands on: what is printed before and after it up to a block or a `br`. */
function lineAround(node: PageNode): Line {
  let top = node
  for (let up = parentElement(top); up !== null && INLINE.has(up.name); up = parentElement(up)) top = up
  const parts = [spacedText(top, isSkipped)]
  let first = top
  let length = 0
  for (
    let before = previousNode(top);
    before !== null && isInline(before) && length < LONGEST_LINE;
    before = previousNode(before)
  ) {
    const text = spacedText(before, isSkipped)
    length += text.length
    parts.unshift(text)
    first = before
  }
  length = 0
  for (let after = nextNode(top); after !== null && isInline(after) && length < LONGEST_LINE; after = nextNode(after)) {
    const text = spacedText(after, isSkipped)
    length += text.length
    parts.push(text)
  }
  return { line: oneLine(parts.join(' ')), block: parentElement(node) ?? undefined, first }
}

function isInline(node: PageNode): boolean {
  return !isElement(node) || INLINE.has(node.name)
}

/** What the names of an element and those around it add to a score. */
function judged(element: PageElement, isUpdate: boolean, score: number): { score: number; isUpdate: boolean } {
  let judgedScore = score
  let steps = 0
  for (
    let around: PageElement | null = element;
    around !== null && steps < 12;
    around = parentElement(around), steps++
  ) {
    const tag = around.name
    const { class: className = '', id = '', itemprop = '' } = around.attribs
    const name = `${className} ${id} ${itemprop}`
    if (steps < 3 && NAMED_FOR_DATES.test(name)) judgedScore += 2
    if (tag === 'body' || tag === 'html' || tag === 'main') break
    if (tag === 'article') {
      judgedScore += 1
      break
    }
    if (tag === 'nav' || tag === 'footer' || tag === 'aside') judgedScore -= 3
    if (OTHER_VOICES.test(name)) judgedScore -= 8
    // A name on the way that speaks of other pages: counted once.
    if (OTHER_PAGES.test(name)) {
      judgedScore -= 3
      break
    }
  }
  return { score: judgedScore, isUpdate }
}

/** By the title is where the date of publication stands; far below it are other things. */
function nearness(at: number, titleAt: readonly number[]): number {
  if (titleAt.length === 0) return at < 1500 ? 1 : 0
  let best = 0
  for (const title of titleAt) {
    const distance = at - title
    const score =
      distance >= 0 ? (distance < 400 ? 4 : distance < 1000 ? 2 : 0) : distance > -250 ? 3 : distance > -700 ? 1 : 0
    best = Math.max(best, score)
  }
  return best
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
