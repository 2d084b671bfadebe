/** What is each UTF-16 unit to the tokenizer: part of a word, something that may join words, or a border? */

/** Classes of units. Those below {@link JOINER} make up words; those below {@link BORDER} may join two of them. */
export const LETTER = 1
export const DIGIT = 2
/** A combining mark: continues a word, does not begin one. */
export const MARK = 3
/** Soft hyphen, joiners, direction marks: inside a word they are passed over. */
export const IGNORED = 4
/** First or second half of a pair; what it is, the code point says. */
export const SURROGATE = 5
export const APOSTROPHE = 6
export const HYPHEN = 7
export const DOT = 8
export const COMMA = 9
/** A space that no line breaks at: separates groups of digits. */
export const NUMBER_SPACE = 10
/** A letter of a script written without spaces. */
export const BIGRAM = 11
export const NEWLINE = 12
export const OTHER = 13

/** First class that is not part of a word. */
export const JOINER = APOSTROPHE
/** First class that always ends a word. */
export const BORDER = BIGRAM

/** Filled as units turn up: naming the class of all 65,536 in advance would cost every page that loads the library 10 ms. */
const CLASSES = new Uint8Array(0x10000)

for (const [units, unitClass] of [
  ["'\u2019\u02bc\uff07\u2018\u0060\u00b4", APOSTROPHE],
  ['-\u2010\u2011\ufe63\uff0d\u058a\u05be', HYPHEN],
  ['.\uff0e', DOT],
  [',\u066b\u066c\uff0c', COMMA],
  ['\u00a0\u2009\u202f', NUMBER_SPACE],
  ['\u00ad\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069', IGNORED],
  // Modifier letters that transliterations use for ayn and hamza: "Ta\u02bfizz" is Taizz.
  ['\u02b9\u02ba\u02bb\u02bd\u02be\u02bf\u02c8', IGNORED],
  // Letters by category that folding leaves nothing of: stretching mark, small letters and vowel signs of Arabic.
  [
    '\u0374\u037a\u0640\u06e5\u06e6\ufc5e\ufc5f\ufc60\ufc61\ufc62\ufc63\ufcf2\ufcf3\ufcf4\ufe70\ufe71\ufe72\ufe74\ufe76\ufe77\ufe78\ufe79\ufe7a\ufe7b\ufe7c\ufe7d\ufe7e\ufe7f',
    IGNORED,
  ],
  ['\n\r\u0085\u2028\u2029\u000b\u000c', NEWLINE],
  ['\u30fc\u3005\u3006\u3007\u303b\uff70', BIGRAM],
] as const) {
  for (const unit of units) CLASSES[unit.charCodeAt(0)] = unitClass
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const LETTERS = /[\p{L}\p{Nl}]/u
const DIGITS = /\p{Nd}/u
const MARKS = /\p{M}/u

/** The class of a unit; for either half of a surrogate pair it is {@link SURROGATE}. */
export function classOf(unit: number): number {
  return CLASSES[unit]! || classify(unit)
}

function classify(unit: number): number {
  return (CLASSES[unit] = unit >= 0xd800 && unit <= 0xdfff ? SURROGATE : classOfPoint(unit))
}

/**
 * The class of a whole code point. Superscripts, fractions and circled digits (category No) are no part of a word: most
 * of them are footnote marks. Digits of unspaced scripts are digits.
 */
export function classOfPoint(point: number): number {
  const character = String.fromCodePoint(point)
  if (DIGITS.test(character)) return DIGIT
  if (MARKS.test(character)) return MARK
  if (LETTERS.test(character)) return UNSPACED.test(character) ? BIGRAM : LETTER
  return OTHER
}

/** Class of what begins at `index`, looking at both halves of a pair. A lone half is {@link OTHER}. */
export function classAt(text: string, index: number): number {
  const unitClass = classOf(text.charCodeAt(index))
  if (unitClass !== SURROGATE) return unitClass
  const point = text.codePointAt(index)!
  return point > 0xffff ? classOfPoint(point) : OTHER
}
