/** When are two spellings of a place's name the same? */

// Letters that decompose to nothing under NFD but are written plainly elsewhere.
const PLAIN: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' }

/**
 * One spelling for all: lower case, no diacritics, apostrophes, hyphens and full stops as spaces, Arabic letters of one
 * sound as one letter, `&` left out. "Côte d’Ivoire" and "cote d'ivoire" fold alike; so do "U.S." and "US".
 */
export function foldName(name: string): string {
  return name
    .replace(/(?<=(?:^|[^\p{L}])\p{L})\.(?=\s?\p{L}\.)|(?<=\.\s?\p{L})\.|(?<=\p{L}\.)\s(?=\p{L}\.)/gu, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .replace(/[łøđðþæœßı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
