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

/** The title of a page without the name of its site: "Release – IOM" becomes "Release" when a heading or the site says so. */
export function withoutSiteName(
  title: string,
  { siteName, headings = [] }: { siteName?: string; headings?: readonly string[] } = {},
): string {
  const clean = oneLine(title)
  const key = (text: string): string => oneLine(text).toLowerCase()
  for (const heading of headings) {
    if (heading.length >= 8 && key(clean).includes(key(heading)) && heading.length < clean.length)
      return oneLine(heading)
  }
  const parts = clean.split(/\s+(?:[|–—»·:•]|-|::)\s+/u)
  if (parts.length < 2) return clean
  const site = siteName === undefined ? '' : key(siteName)
  const kept = parts.filter((part) => site === '' || key(part) !== site)
  if (kept.length < parts.length && kept.length === 1) return kept[0] as string
  // The name of a site is short; the name of a release is not.
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  const rest = clean.length - longest.length
  return longest.split(' ').length >= 4 &&
    rest < longest.length * 0.6 &&
    (parts[0] === longest || parts.at(-1) === longest)
    ? longest
    : clean
}
