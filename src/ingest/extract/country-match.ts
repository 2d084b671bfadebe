/** Which name of a place begins at a word of a text, as far as its spelling tells? */

import type { PlaceForm, PlaceNode } from '../../places/gazetteer.js'
import { PLACE_LANGUAGES } from '../../places/place-language.js'
import { BREAK, type Words } from './country-words.js'

/** A form that was found, and the last word of it. */
export interface Match {
  form: PlaceForm
  last: number
}

/**
 * The longest acceptable form that begins at word `first`, or undefined. `languageBit` is the bit of the text's language
 * in `PlaceForm.languages`, 0 when it is not known.
 */
export function longestMatch(words: Words, first: number, languageBit: number): Match | undefined {
  const info = words.infos[first]
  if (info === undefined || info.nodes.length === 0) return undefined
  let best: Match | undefined
  for (const start of info.nodes) {
    let node: PlaceNode | undefined = start
    let last = first
    let isInterrupted = false
    while (node !== undefined) {
      if (best === undefined || last > best.last) {
        const form = node.forms.find((f) => isWrittenAs(f, words, first, last, isInterrupted, languageBit))
        if (form !== undefined) best = { form, last }
      }
      if (node.next === undefined) break
      const next: PlaceNode['next'] = node.next
      const following = words.infos[last + 1]
      const gap = words.breaks[last + 1] ?? BREAK.paragraph
      if (following === undefined || gap === BREAK.paragraph) break
      // A full stop ends the name, except after "St." and the like.
      if (gap === BREAK.stop && (words.infos[last]?.text.length ?? 0) > 3) break
      if (gap === BREAK.comma || gap === BREAK.other) isInterrupted = true
      node = undefined
      for (const key of following.keys) {
        node = next.get(key)
        if (node !== undefined) break
      }
      last++
    }
  }
  return best
}

function isWrittenAs(
  form: PlaceForm,
  words: Words,
  first: number,
  last: number,
  isInterrupted: boolean,
  languageBit: number,
): boolean {
  if (isInterrupted && !form.comma) return false
  const head = words.infos[first]
  const tail = words.infos[last]
  if (head === undefined || tail === undefined) return false
  if (head.genitive && languageBit !== GERMAN_BIT) return false
  if (form.spelling === 'acronym') {
    if (head.case !== 'upper') return false
  } else if (form.spelling === 'capital') {
    if (form.capitals !== 'last' && head.case === 'lower') return false
    if (form.capitals !== 'first' && tail.case === 'lower') return false
  }
  switch (form.kind) {
    case 'nationality':
      return languageBit === 0 || (form.languages & languageBit) !== 0
    case 'abbreviation':
      return isProvinceAbbreviation(form, words, first, last)
    default:
      return true
  }
}

const GERMAN_BIT = 1 << PLACE_LANGUAGES.indexOf('de')

/** "Conn." and "CT" count only after a capitalised word and a comma; "CT" also needs a known town or a postal code. */
function isProvinceAbbreviation(form: PlaceForm, words: Words, first: number, last: number): boolean {
  const before = words.infos[first - 1]
  if (before === undefined || before.case === 'lower' || words.breaks[first] !== BREAK.comma) return false
  const head = words.infos[first]?.text ?? ''
  if (form.spelling !== 'acronym') return words.text.charCodeAt(words.ends[last] ?? 0) === 46
  return head.includes('.') || before.nodes.length > 0 || /^\d{5}$/.test(words.infos[last + 1]?.text ?? '')
}
