/** Where does the site's menu end, which stands above the text in the dump of a page? */

import { isFurniture } from './furniture.js'

/** A site's menu is not longer than this many lines. */
const LONGEST_MENU = 120
/** One dash is a list and one repeated line an accident: a menu shows at least so many signs. */
const FEWEST_SIGNS = 3
/** So many lines without a sign belong to the menu still; a text has more. */
const LONGEST_GAP = 6
/** Entries of a menu are shorter than this. */
const LONGEST_ENTRY = 60

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
    const isSign = isMenuSign(line, previous)
    if (isSign || (signs > 0 && isFurniture(line))) {
      if (isSign) signs++
      end = i + 1
      sinceSign = 0
    } else {
      sinceSign++
      if (sinceSign > LONGEST_GAP || (line.length > 90 && signs > 0)) break
    }
    previous = line
  }
  return signs >= FEWEST_SIGNS ? end : 0
}

function isMenuSign(line: string, previous: string): boolean {
  if (/^[-–—•*+]$/.test(line)) return true
  if (/^[-–—•*+]\s+\S/.test(line) && line.length <= 40 && !/[.;:,!?]$/.test(line)) return true
  if (previous === '') return false
  if (line === previous && line.length <= LONGEST_ENTRY) return true
  return isGlued(line, previous)
}

/** "Our WorkAs the leading …" after "Our Work": the heading again, then a capital without a space. */
function isGlued(line: string, previous: string): boolean {
  if (previous.length > LONGEST_ENTRY || line.length <= previous.length) return false
  if (!line.toLowerCase().startsWith(previous.toLowerCase())) return false
  return /^[\p{Lu}\p{Lo}]/u.test(line.slice(previous.length))
}
