/** When are two spellings of a word the same word? Case, width, diacritics and the letters that stand for one another. */

// Letters that no decomposition turns into their plain form.
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ı: 'i',
  ə: 'e',
  ς: 'σ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ە: 'ه',
}
const PLAIN_LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

// Cyrillic й, ї and ў are letters of their own; ё is written е as often as not, and a stress mark is an aid to readers.
const CYRILLIC_LETTERS = /([иуі])([\u0306\u0308])/g
const CYRILLIC_COMPOSED: Record<string, string> = { 'и\u0306': 'й', 'у\u0306': 'ў', 'і\u0308': 'ї' }

// Diacritics of Latin, Greek and Cyrillic; points of Hebrew and Arabic, and the Arabic stretching mark. Vowel signs of
// Indic and other scripts are not among them: without those a word is another word.
const DIACRITIC_RANGES = [
  '300-36f 483-487 1ab0-1aff 1dc0-1dff 20d0-20ff',
  '591-5c7',
  '610-61a 640-640 64b-65f 670-670 6d6-6dc 6df-6e8 6ea-6ed',
]
const DIACRITICS = new RegExp(
  `[${DIACRITIC_RANGES.join(' ')
    .replace(/[0-9a-f]+/g, '\\u{$&}')
    .replaceAll(' ', '')}]`,
  'gu',
)

// What may stand inside a word without being part of it: joiners, direction marks, apostrophes.
const SILENT = /[^\p{L}\p{M}\p{N}.]+|[\u02b9-\u02bf\u02c8]/gu

const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
]
const DIGITS_BEYOND_ASCII = /(?![0-9])\p{Nd}/gu

const ASCII = /^[a-z0-9]*$/

/**
 * The folded surface of one word: NFKC, lower case, no diacritics, letters of one sound as one (see `PLAIN`), digits of
 * the common scripts as ASCII digits. Independent of locale; the same for composed and decomposed input.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return ASCII.test(lower) ? lower : foldWritten(writtenForm(lower))
}

/** A word as it is written, but for case: NFKC, lower case, diacritics kept, without joiners and apostrophes. */
export function writtenForm(text: string): string {
  const lower = text.toLowerCase()
  return ASCII.test(lower) ? lower : lower.normalize('NFKC').toLowerCase().normalize('NFC').replace(SILENT, '')
}

/** The folded surface of a written form. */
export function foldWritten(written: string): string {
  if (ASCII.test(written)) return written
  return written
    .normalize('NFD')
    .replace(CYRILLIC_LETTERS, (pair) => CYRILLIC_COMPOSED[pair] ?? pair[0]!)
    .replace(DIACRITICS, '')
    .normalize('NFC')
    .replace(PLAIN_LETTERS, (letter) => PLAIN[letter]!)
    .replace(DIGITS_BEYOND_ASCII, asciiDigit)
}

function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0)!
  const zero = ZEROS.find((start) => point >= start && point < start + 10)
  return zero === undefined ? digit : String(point - zero)
}
