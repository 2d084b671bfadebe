/** Is a form meant where its words stand? By its capitals, and for some names by what is around them. */

type Mark = '' | '=' | '@' | '~'

/** How a form must be written to be meant. */
export interface Writing {
  /** How many of the first letters must be capitals. */
  readonly capitals: number
  /** How many words must begin with one, in a name. */
  readonly capitalWords: number
  readonly mark: Mark
}

/** A form without its mark (see `Concept.forms`), and how it must be written. */
export function readForm(marked: string, isName: boolean): { form: string; writing: Writing } {
  const mark = (/^[=@~]/.exec(marked)?.[0] ?? '') as Mark
  const form = marked.slice(mark.length)
  return { form, writing: { mark, capitals: capitalsOf(form), capitalWords: isName ? capitalWords(form) : 0 } }
}

/** Capital letters that a form begins with, two at most. */
function capitalsOf(form: string): number {
  const letters = form.replace(/[^\p{L}]/gu, '')
  if (!isCapital(letters[0])) return 0
  return isCapital(letters[1]) ? 2 : 1
}

function capitalWords(text: string): number {
  return text.match(CAPITAL_WORD)?.length ?? 0
}

const CAPITAL_WORD = /(?<!\p{L})\p{Lu}/gu

function isCapital(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase()
}

/** Whether a release has a form, from `start` to `end`, written as it must be. */
export function isWrittenSo(
  { capitals, capitalWords: wanted, mark }: Writing,
  text: string,
  start: number,
  end: number,
): boolean {
  if (mark === '~') return !isCapital(text[start])
  if (capitals === 0) return true
  const first = text[start]!
  // Letters without case (Arabic) are as good as capitals.
  if (first !== first.toUpperCase()) return false
  if (capitals === 2) {
    const second = text.slice(start + 1, end).replace(/[^\p{L}]/gu, '')[0]
    if (second !== second?.toUpperCase()) return false
  }
  if (wanted > 1 && capitalWords(text.slice(start, end)) < wanted) return false
  if (mark === '=') return !isShouted(text, start, end)
  return mark !== '@' || !isPerson(text, start, end)
}

/** Whether a query has a form typed as it must be. */
export function isTypedSo({ mark }: Writing, text: string, start: number, end: number): boolean {
  if (mark !== '=') return true
  const typed = text.slice(start, end)
  return typed === typed.toUpperCase()
}

/** Between other words in capitals, capitals say nothing: "JOIN US TODAY". */
function isShouted(text: string, start: number, end: number): boolean {
  return (
    /\p{Lu}{2}[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, start - 6), start)) ||
    /^ \p{Lu}{2}(?!\p{Ll})/u.test(text.slice(end, end + 4))
  )
}

const PLACE_WORD =
  /(?:^|[^\p{L}])(?:in|to|from|of|for|and|or|with|near|across|into|throughout|between|via|through|over|southern|northern|eastern|western|central|neighbou?ring)\s+$/iu

const TITLED =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sen|Senator|Judge|Justice|Capt|Captain|Col|Colonel|Gen|General|Sgt|Officer|Sr|Sra|Señor|Señora|Don|Doña|Mme)\.? (?:\p{Lu}[\p{L}.'-]* ){0,2}$/u

/**
 * A name with a further name after it, and nothing before it that says it is a place: "Chad Blair", not "in Chad Thursday";
 * or one that a title and perhaps first names stand before: "Senator Juan Montenegro".
 */
function isPerson(text: string, start: number, end: number): boolean {
  if (TITLED.test(text.slice(Math.max(0, start - 48), start))) return true
  return (
    /^ (?:[A-Z]\. )?\p{Lu}\p{Ll}/u.test(text.slice(end, end + 6)) &&
    !PLACE_WORD.test(text.slice(Math.max(0, start - 16), start))
  )
}
