/** How many edits may a word be away from what was typed? */

/** The most edits that are looked for. */
export const MAX_EDITS = 6

/** Fuzzy edits for a word, as MiniSearch counts them: a fraction of its length below 1, else a number; at most {@link MAX_EDITS}. */
export function maxEdits(fuzzy: number, word: string): number {
  return Math.min(MAX_EDITS, fuzzy < 1 ? Math.round(word.length * fuzzy) : Math.floor(fuzzy))
}

/** Edits that a person may make in a word of this length. */
export function automaticEdits(word: string): number {
  if (word.length < 4) return 0
  return word.length < 8 ? 1 : 2
}
