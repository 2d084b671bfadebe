/** Which characters of a raw text are content? Line ends, blanks and invisible characters made uniform. */

const ODD_CHARACTER =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufffe\uffff]/
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe\uffff]+/g
const LINE_END = /\r\n?|[\u000b\u0085\u2028]/g
const PARAGRAPH_END = /[\u000c\u2029]/g
const BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/**
 * The text with `\n` as its only line end, plain spaces for every kind of blank, and without controls, soft hyphens
 * and direction marks. Tabs stay: they hold the columns of tables. Letters are never touched.
 */
export function plainText(raw: string): string {
  if (!ODD_CHARACTER.test(raw)) return raw
  return raw.replace(LINE_END, '\n').replace(PARAGRAPH_END, '\n\n').replace(BLANK, ' ').replace(INVISIBLE, '')
}

/** The text on one line, runs of blanks as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The number of blank-separated words; a Han, Kana or Thai character counts as half a word. */
export function wordCount(text: string): number {
  const unspaced = text.match(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g)?.length ?? 0
  const spaced = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0
  return unspaced > 0 ? Math.max(spaced, Math.ceil(unspaced / 2)) : spaced
}
