/** Is the hyphen at the end of a hard-wrapped line that of the word, or of the wrap? */

/** The start of a word at the end of a line, and the rest of it on the next. */
const LEFT = /([\p{L}\p{M}]+)[-‐]$/u
const RIGHT = /^\p{Ll}[\p{L}\p{M}]*/u
const WORDS = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu

/** Ends of words that are no word of their own, so that no compound ends with them; by language: en and fr, es, pt, it, de. */
const ENDINGS = new RegExp(
  `^(?:${[
    '[b-df-hj-np-tv-z]{0,2}(?:ations?|ational|ationally|ators?|atives?|itions?|i[sz]ations?|ity|ities|ances?|ences?|ments?|mental)',
    '[ts]ions?|[ts]ional(?:ly)?|[ts]ionnaires?|tives?|tively|ness|tures?|cial|cially|tial|tially|ously|ingly|[bdglmnprstvz]ing|[bdglmnprstv]ed',
    'tés?|ités?|[ct]ión|[cs]iones|[b-df-hj-np-tv-z]{1,2}aci(?:ón|ones)|mientos?|mente|dad|dades|ad[ao]s?|[sç]ões|ção|mentos?|zion[ei]|menti',
    'ung|ungen|lich(?:e[nrs]?)?|keit|keiten|schaft|schaften|linge?n?',
  ].join('|')})$`,
  'u',
)
/** Words of the field, which are never written with a hyphen. */
const OF_THE_FIELD = new Set(
  'international internationally internationale internationaux internationales internacional internacionales internazionale internazionali migration migrations migrant migrants refugee refugees returnee returnees displaced displacement organization organisation humanitarian government region regional réfugiés déplacés migrantes refugiados desplazados organización gobierno región'.split(
    ' ',
  ),
)
/** Words that look like such an end. */
const WORDS_OF_THEIR_OWN = new Set(
  'nation nations national nación naciones ración raciones ration rations station stations cation city cities pity ring ming king wing bring spring red bed led fed ted'.split(
    ' ',
  ),
)

/**
 * Joins the halves of a word that was broken at a line's end; undefined where the hyphen may be its own. It is the
 * wrap's when the joined word stands elsewhere in the text, and the hyphenated one does not, when it is one of the
 * field, or when the second half is no word.
 */
export function joinedWord(left: string, right: string, words: ReadonlySet<string>): string | undefined {
  const first = LEFT.exec(left)?.[1]
  const second = RIGHT.exec(right)?.[0]
  if (first === undefined || second === undefined) return undefined
  const whole = `${first}${second}`.toLowerCase()
  if (words.has(`${first}-${second}`.toLowerCase())) return undefined
  const isEnding = first.length > 1 && ENDINGS.test(second) && !WORDS_OF_THEIR_OWN.has(second)
  return words.has(whole) || OF_THE_FIELD.has(whole) || isEnding ? left.slice(0, -1) + right : undefined
}

/** The words that stand whole on the lines of a text; none when no line ends in a hyphen. */
export function wholeWords(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>()
  if (!lines.some((line) => LEFT.test(line.trimEnd()))) return words
  for (const line of lines) {
    const text = line.trim()
    for (const word of text.replace(/[\p{L}\p{M}]+[-‐]$/u, '').match(WORDS) ?? [])
      words.add(word.toLowerCase().replaceAll('‐', '-'))
  }
  return words
}
