/** What is a release called? */

import { oneLine } from './plain-text.js'

/** Longer first paragraphs are text, not a title. */
const LONGEST_TITLE = 300
/** A title made from the first words of a text is cut to about this many characters. */
const MADE_TITLE = 100

/** A title as one line without the marks that only set it off. */
export function cleanTitle(raw: string): string {
  return oneLine(raw)
    .replace(/^(?:title|titre|título|headline)\s*:\s*/iu, '')
    .replace(/^[\s#*_=•|>»-]+(?=\S)|[\s*_=|<«]+$/gu, '')
    .trim()
}

/** True when a line may be a title: some letters, not too long. */
export function mayBeTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && /\p{L}{2}/u.test(line)
}

/** A title from the first words of a text, for releases that have none. */
export function titleFromText(body: string): string {
  const first = oneLine(body.split('\n\n', 1)[0] ?? '')
  const sentence = /^.{20,}?[.!?。！？؟](?=\s|$)/u.exec(first.slice(0, MADE_TITLE * 2))?.[0] ?? first
  if (sentence.length <= MADE_TITLE) return sentence.replace(/\.$/, '')
  const cut = sentence.slice(0, MADE_TITLE)
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > MADE_TITLE / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** What tells the title of a release from the name of its site. */
export interface TitleEvidence {
  /** The name the site gives itself. */
  siteName?: string
  /** Headings of the page. */
  headings?: readonly string[]
  /** The host of its address: the name of a site is often in it. */
  host?: string
}

/**
 * The title of a page without the name of its site: "Release | Newsroom" becomes "Release" when a heading is the rest,
 * or the part is the site's name. A part that could be the release's own ("CHAD – Airlift") stays.
 */
export function withoutSiteName(title: string, { siteName, headings = [], host }: TitleEvidence = {}): string {
  const clean = oneLine(title)
  const parts = titleParts(clean)
  if (parts.length < 2) return clean
  const whole = titleKey(clean)
  const keys = headings.map((heading) => ({ heading, key: titleKey(heading) }))
  if (keys.some(({ key }) => key === whole)) return clean
  const isTitle = ({ key }: { key: string }): boolean => key.length >= 8 && startsWithParts(parts, key)
  // The site's name is often a heading too: at the end of the title, the longer of the two is the release's.
  const isTitleBehind = ({ key }: { key: string }): boolean =>
    key.length * 2 > whole.length && titleKey(parts.at(-1) as string) === key
  const found = keys.find(isTitle) ?? keys.find(isTitleBehind)
  if (found !== undefined) return oneLine(found.heading)
  const isSite = (part: string): boolean => {
    const key = titleKey(part)
    if (siteName !== undefined && key === titleKey(siteName)) return true
    return key.length >= 3 && host !== undefined && titleKey(host).includes(key)
  }
  const last = parts.at(-1) as string
  const first = parts[0] as string
  if (isSite(last)) return clean.slice(0, clean.length - last.length).replace(DANGLING, '')
  if (isSite(first)) return clean.slice(first.length).replace(LEADING, '')
  // Bars and guillemets set off the site; a dash may belong to the title.
  const bar = /^(.{15,}?)\s+[|»«·•]\s+(.{2,40})$/u.exec(clean)
  return bar !== null && (bar[2] as string).split(' ').length <= 5 ? (bar[1] as string) : clean
}

const SEPARATOR = /\s+(?:[|–—»«·•]|-|::)\s+/u
const DANGLING = /\s+(?:[|–—»«·•-]|::)\s+$/u
const LEADING = /^\s+(?:[|–—»«·•-]|::)\s+/u

/** "Newsroom", "Release": what dashes, bars and guillemets set off from each other. */
export function titleParts(title: string): string[] {
  return oneLine(title).split(SEPARATOR)
}

function startsWithParts(parts: readonly string[], key: string): boolean {
  let joined = ''
  for (const part of parts) {
    joined += titleKey(part)
    if (joined === key) return true
  }
  return false
}

/** Letters and digits alone, for comparing titles. */
export function titleKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
