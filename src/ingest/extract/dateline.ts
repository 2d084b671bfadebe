/** Does a text begin with a dateline: a place, a date, a dash? */

/** A dateline ends in the first so many characters of a text. */
export const LONGEST_DATELINE = 160
const CLOSES_DAY = /^(?:\s?(?:года|год|г\.|年))?[)\].]{0,2}\s*(?:[-–—:./|(]|$|\n)/u
const CLOSES_MONTH = /^(?:\s?(?:года|год|г\.|年))?[)\].]{0,2}\s*[-–—]/u

/** True where a date at the start of a text stands between the name of a place and what closes a dateline. */
export function isInDateline(text: string, { start, end }: { start: number; end: number }, hasDay: boolean): boolean {
  const before = text.slice(0, start)
  // "In March 2007 – …" is a sentence.
  if (start > 70 || !isPlaceName(before) || (!hasDay && !/\p{L}{3}/u.test(before))) return false
  return (hasDay ? CLOSES_DAY : CLOSES_MONTH).test(text.slice(end, end + 12))
}

/** Words that may stand in lower case in the name of a place or between it and the date. */
const SMALL_WORDS = new Set([
  'de',
  'del',
  'au',
  'aux',
  'sur',
  'an',
  'der',
  'la',
  'le',
  'el',
  'los',
  'las',
  'les',
  'al',
  'the',
  'of',
  'and',
  'in',
  'on',
  'am',
  'den',
  'do',
  'da',
  'e',
  'y',
  'et',
  'und',
  'd',
  'l',
  'des',
  'di',
  'dos',
  'du',
  'es',
  'sous',
  'upon',
])

/** True when nothing but names stands before a date: "Port-au-Prince, Haïti", "القاهرة،". */
function isPlaceName(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '')
  return words.length <= 8 && words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || SMALL_WORDS.has(word))
}
