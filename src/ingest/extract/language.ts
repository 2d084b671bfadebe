/** In which language is a text written? The only importer of `eld`. */

/** What is known of a text's language: a BCP 47 tag, and whether the text is long and clear enough to be sure. */
export interface LanguageFinding {
  language: string
  reliable: boolean
}

interface Detector {
  detect(text: string): { language: string; getScores(): Record<string, number>; isReliable(): boolean }
}

/** More letters than this add time and no certainty. */
const SAMPLE_LENGTH = 300
/** Below so many letters (a Han, Kana or Hangul sign counts as three) nothing is said. */
const FEWEST_LETTERS = 12
/** From so many letters on, the text alone decides. */
const MANY_LETTERS = 200

/**
 * How much likelier a language is before a word is read, in the detector's units summed over letters. Migration news is
 * written in these; a headline of six words in Tagalog or Yoruba is nearly always English with foreign names in it.
 */
const EXPECTED: Record<string, number> = { en: 600, fr: 450, es: 450, pt: 320, ar: 320, de: 260, it: 260, ru: 260 }
/** The same for all others where a text is in Latin letters, whose short words could be of any: "Haiti: cholera" is no Yoruba. */
const UNEXPECTED = -600
/** In so few letters a language must lead by so much: "Haiti. Cholera." could be of any. */
const FEW_LETTERS = 20
const LEAST_LEAD = 8
/** The detector's scale: score = strength / (strength + SCALE). */
const SCALE = 25

const LATIN = /\p{Script=Latin}{3}/u

let loading: Promise<Detector> | undefined

function loadDetector(): Promise<Detector> {
  // The table of letter sequences takes 2 MB: it is loaded when a language is first asked for.
  loading ??= import('eld/medium').then((module) => module.eld)
  return loading
}

/**
 * The language of a text, or undefined when it is too short or too strange to tell. With `among`, only those languages
 * are considered (by their primary subtag), and the tag given there is returned.
 */
export async function detectLanguage(text: string, among?: readonly string[]): Promise<LanguageFinding | undefined> {
  if (among !== undefined && among.length === 1) return { language: among[0] as string, reliable: true }
  const sample = sampleOf(text)
  const letters = letterCount(sample)
  if (letters < FEWEST_LETTERS) return undefined
  const result = (await loadDetector()).detect(sample)
  if (letters >= MANY_LETTERS && (among === undefined || among.length === 0)) {
    return result.language === '' ? undefined : { language: result.language, reliable: true }
  }
  return likeliest(result.getScores(), letters, among, LATIN.test(sample) ? UNEXPECTED : 0)
}

function likeliest(
  scores: Record<string, number>,
  letters: number,
  among: readonly string[] | undefined,
  unexpected: number,
): LanguageFinding | undefined {
  const isOpen = among === undefined || among.length === 0
  const tags = isOpen ? Object.keys(scores) : among
  let best: string | undefined
  let first = 0
  let second = 0
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-', 1)[0] as string
    const score = scores[language] ?? 0
    if (score <= 0) continue
    const strength =
      (SCALE * score) / (1 - Math.min(score, 0.999)) + (EXPECTED[language] ?? (isOpen ? unexpected : 0)) / letters
    if (strength > first) {
      second = first
      first = strength
      best = tag
    } else if (strength > second) second = strength
  }
  if (isOpen && unexpected !== 0 && letters < FEW_LETTERS && first - second < LEAST_LEAD) return undefined
  return best === undefined ? undefined : { language: best, reliable: letters >= 60 && first > second * 1.1 }
}

/** "T R A N S C R I P T": letters set apart for effect. */
const SPACED_TYPE = /(?<![\p{L}\p{M}])\p{L}(?: \p{L}){3,}(?![\p{L}\p{M}])/gu

/** The start of the text without addresses and figures, spaced type closed up; in lower case when it is set in capitals. */
function sampleOf(text: string): string {
  let sample = text.slice(0, SAMPLE_LENGTH * 2)
  if (/[@/]|www/i.test(sample)) sample = sample.replace(/https?:\S+|\S+@\S+|\bwww\s?\.\S+/gi, ' ')
  sample = sample.replace(SPACED_TYPE, (letters) => letters.replaceAll(' ', ''))
  sample = sample.replace(/[\s\d_]+/g, ' ').slice(0, SAMPLE_LENGTH)
  return isMostlyCapitals(sample) ? sample.toLowerCase() : sample
}

function isMostlyCapitals(text: string): boolean {
  let capitals = 0
  let small = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) small++
    else if (code >= 65 && code <= 90) capitals++
    else if (code > 127) {
      const letter = text[i] as string
      const lower = letter.toLowerCase()
      if (letter !== lower) capitals++
      else if (lower !== letter.toUpperCase()) small++
    }
  }
  return capitals > small * 0.5
}

/** Letters in words: single ones are what a scanner made of a smudge or of spaced type. */
function letterCount(text: string): number {
  let letters = 0
  for (const word of text.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []) letters += word.length
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0
  return letters + 2 * dense
}
