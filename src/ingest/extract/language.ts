/** In which language is a text written? */

/** What is known of a text's language: a BCP 47 tag, and whether the evidence is strong. */
export interface LanguageFinding {
  language: string
  reliable: boolean
}

interface Detector {
  detect(text: string): { language: string; getScores(): Record<string, number>; isReliable(): boolean }
}

/** More than this adds time and no certainty. */
const SAMPLE_LENGTH = 700
/** Below so many letters (or Han, Kana, Hangul signs counted threefold) nothing is said. */
const FEWEST_LETTERS = 12

let loading: Promise<Detector> | undefined

function loadDetector(): Promise<Detector> {
  // The n-gram table is 2 MB: it is loaded when a language is first asked for.
  loading ??= import('eld/medium').then((module) => module.eld)
  return loading
}

/**
 * The language of a text, or undefined when it is too short or too strange to tell. With `among`, only those languages
 * are considered (compared by their primary subtag), and the given tag is returned.
 */
export async function detectLanguage(text: string, among?: readonly string[]): Promise<LanguageFinding | undefined> {
  if (among !== undefined && among.length === 1) return { language: among[0] as string, reliable: true }
  const sample = sampleOf(text)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const dense = sample.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0
  if (letters + 2 * dense < FEWEST_LETTERS) return undefined
  const detector = await loadDetector()
  const result = detector.detect(sample)
  if (among === undefined || among.length === 0) {
    if (result.language === '') return undefined
    return { language: result.language, reliable: result.isReliable() }
  }
  const scores = result.getScores()
  let best: LanguageFinding | undefined
  let bestScore = 0
  for (const tag of among) {
    const score = scores[tag.toLowerCase().split('-', 1)[0] as string] ?? 0
    if (score > bestScore) {
      bestScore = score
      best = { language: tag, reliable: true }
    }
  }
  return best
}

/** The start of the text without addresses and figures; a little later when it opens with a menu or a caption. */
function sampleOf(text: string): string {
  const head = text.slice(0, SAMPLE_LENGTH * 2)
  return head
    .replace(/https?:\S+|\S+@\S+|\d+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, SAMPLE_LENGTH)
}
