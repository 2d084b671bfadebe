/** What words is a text made of, as far as the search for countries must know? */

import { foldName } from '../../places/fold-name.js'
import { type PlaceNode, placeTree } from '../../places/gazetteer.js'
import { PLACE_LANGUAGES, type PlaceLanguage } from '../../places/place-language.js'
import { wordKeys } from '../../places/word-keys.js'
import { GIVEN_NAMES, PERSON_TITLES } from './country-people.js'

/** How a word is written: in a script without cases, small, with a capital, or all in capitals. */
export type WordCase = 'none' | 'lower' | 'capital' | 'upper'

/** What stands between a word and the one before it. */
export const BREAK = { space: 0, hyphen: 1, comma: 2, other: 3, stop: 4, paragraph: 5 } as const

/** What is known of a word wherever it stands. */
export interface WordInfo {
  text: string
  folded: string
  keys: readonly string[]
  /** The nodes of the tree of places that begin with this word, one for each key that has one. */
  nodes: readonly PlaceNode[]
  /** True when only the key without the genitive ending is in the tree. */
  genitive: boolean
  case: WordCase
  /** True for a given name or a person's title (Mr, Señora, Judge …). */
  person: boolean
  /** Bit i is set when the word is a function word of language i of `PLACE_LANGUAGES`. */
  functionWord: number
}

/** A text as words. `breaks[i]` is what stands before word i; offsets are UTF-16. */
export interface Words {
  text: string
  infos: WordInfo[]
  starts: number[]
  ends: number[]
  breaks: number[]
}

// Function words that are frequent in one language and rare in the others.
const FUNCTION_WORDS: Record<PlaceLanguage, string> = {
  en: 'the of and to in for is are was were with that has have from by its this which been will their an said',
  fr: 'le la les des du de et en pour est sont avec que qui dans une un au aux par sur leur cette ont été ces',
  es: 'el la los las de del y en para es son con que una un por su sus al se esta han más como fue',
  ar: '',
  pt: 'o a os as de do da dos das e em para é são com que uma um por no na nos nas ao foi não mais sua',
  ru: '',
  de: 'der die das und den von zu mit im für auf ist sind ein eine des dem nicht sich auch als wurde werden nach bei',
  it: 'il lo la gli le di del della dei delle e in per è sono con che una un nel nella da al alla anche si più',
}

const functionWords = new Map<string, number>()
PLACE_LANGUAGES.forEach((language, i) => {
  for (const word of FUNCTION_WORDS[language].split(' '))
    if (word !== '') functionWords.set(word, (functionWords.get(word) ?? 0) | (1 << i))
})

function caseOf(word: string): WordCase {
  const lower = word.toLowerCase()
  const upper = word.toUpperCase()
  if (lower === upper) return 'none'
  if (word === lower) return 'lower'
  if (word === upper && word.length > 1) return 'upper'
  const first = word[0] ?? ''
  return first === first.toUpperCase() && first !== first.toLowerCase() ? 'capital' : 'lower'
}

function describe(word: string): WordInfo {
  const keys = wordKeys(word)
  const tree = placeTree()
  const nodes: PlaceNode[] = []
  let literal = false
  keys.forEach((key, i) => {
    const node = tree.get(key)
    if (node === undefined) return
    nodes.push(node)
    if (i === 0) literal = true
  })
  const folded = keys[0] ?? foldName(word)
  const isLatin = /^[a-z]/.test(folded)
  return {
    text: word,
    folded,
    keys,
    nodes,
    genitive: isLatin && !literal && nodes.length > 0,
    case: caseOf(word.replaceAll('.', '')),
    person: GIVEN_NAMES.has(folded) || PERSON_TITLES.has(folded),
    functionWord: functionWords.get(word.toLowerCase()) ?? 0,
  }
}

// Distinct words seen so far; a news archive has some 100,000. Emptied when full so that memory stays bounded.
const MAX_KNOWN_WORDS = 200_000
const knownWords = new Map<string, WordInfo>()

function wordInfo(word: string): WordInfo {
  let info = knownWords.get(word)
  if (info === undefined) {
    // A run of letters longer than any name is not looked at: it is no word.
    info = describe(word.length > 60 ? '' : word)
    if (knownWords.size >= MAX_KNOWN_WORDS) knownWords.clear()
    knownWords.set(word.length > 60 ? '' : word, info)
  }
  return info
}

// 0 not yet known, 1 letter, mark or digit, 2 anything else; by UTF-16 unit.
const unitClasses = new Uint8Array(65536)

function isWordUnit(unit: number): boolean {
  let known = unitClasses[unit]
  if (known === 0) {
    known = /^[\p{L}\p{M}\p{N}]$/u.test(String.fromCharCode(unit)) ? 1 : 2
    unitClasses[unit] = known
  }
  return known === 1
}

const isUpperAscii = (unit: number) => unit >= 65 && unit <= 90
const isAsciiLetter = (unit: number) => isUpperAscii(unit) || (unit >= 97 && unit <= 122)

/** Extends a single capital at `start` over a dotted acronym such as U.S. or U.S.S.R.; `end` when it is none. */
function acronymEnd(text: string, start: number, end: number): number {
  if (end !== start + 1 || !isUpperAscii(text.charCodeAt(start))) return end
  let last = end
  while (
    text.charCodeAt(last) === 46 &&
    isUpperAscii(text.charCodeAt(last + 1)) &&
    !isAsciiLetter(text.charCodeAt(last + 2))
  )
    last += 2
  return last
}

/** The strongest break among the characters between two words. */
function breakBetween(text: string, from: number, to: number): number {
  let strongest: number = BREAK.space
  let newlines = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    let found: number = BREAK.space
    switch (unit) {
      case 10:
        newlines++
        if (newlines > 1) found = BREAK.paragraph
        break
      case 9:
      case 13:
      case 32:
      case 39:
      case 38:
      case 0xa0:
      case 0x2019:
        break
      case 45:
      case 0x2010:
      case 0x2011:
        found = to - from === 1 ? BREAK.hyphen : BREAK.other
        break
      case 44:
      case 0x60c:
        found = BREAK.comma
        break
      case 33:
      case 46:
      case 63:
      case 0x61f:
      case 0x2026:
        found = BREAK.stop
        break
      default:
        found = BREAK.other
    }
    if (found > strongest) strongest = found
  }
  return strongest
}

/** Splits a text into words. Dotted acronyms are one word without their points. */
export function splitWords(text: string): Words {
  const words: Words = { text, infos: [], starts: [], ends: [], breaks: [] }
  const length = text.length
  let previousEnd = 0
  let i = 0
  while (i < length) {
    if (!isWordUnit(text.charCodeAt(i))) {
      i++
      continue
    }
    const start = i
    i++
    while (i < length && isWordUnit(text.charCodeAt(i))) i++
    i = acronymEnd(text, start, i)
    words.infos.push(wordInfo(text.slice(start, i)))
    words.starts.push(start)
    words.ends.push(i)
    words.breaks.push(words.infos.length === 1 ? BREAK.paragraph : breakBetween(text, previousEnd, start))
    previousEnd = i
  }
  return words
}

/** The language whose function words are most frequent, or that the script shows; undefined in a text without either. */
export function guessLanguage(texts: readonly Words[]): PlaceLanguage | undefined {
  const counts = new Array<number>(PLACE_LANGUAGES.length).fill(0)
  for (const { infos } of texts)
    for (const info of infos) {
      if (info.functionWord !== 0) {
        for (let i = 0; i < counts.length; i++) if (info.functionWord & (1 << i)) counts[i] = (counts[i] ?? 0) + 1
      } else if (info.case === 'none' && /^[\u0600-\u06ff]/.test(info.text)) counts[3] = (counts[3] ?? 0) + 1
      else if (info.keys.length > 1 && /^[\u0400-\u04ff]/.test(info.text)) counts[5] = (counts[5] ?? 0) + 1
    }
  let best = -1
  counts.forEach((count, i) => {
    if (count > 0 && (best < 0 || count > (counts[best] ?? 0))) best = i
  })
  return best < 0 ? undefined : PLACE_LANGUAGES[best]
}
