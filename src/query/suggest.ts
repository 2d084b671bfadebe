/** What may the person be typing? Words of the archive that begin so, after the words that are already there. */

import type { Snapshot } from '../reader/snapshot.js'
import type { Suggestion } from '../types.js'
import { type ExpandedForm, expandPrefix } from './expand.js'
import { searchPage } from './page.js'
import { readOptions } from './understanding.js'

const DEFAULT_LIMIT = 8

/** Continuations that are tried after the words before. */
const CANDIDATES = 24

/**
 * The word being typed, from where it says enough: of so few letters the continuations lie all over the archive, and each is read
 * with its positions. Signs of scripts without spaces are words by themselves.
 */
const SAYS_ENOUGH = /[\p{L}\p{M}\p{N}]{3}|[\p{scx=Han}\p{scx=Kana}\p{scx=Thai}]/u

/** A longer text is no phrase that a release may hold, and each of its continuations would be looked for. */
const MAX_TYPED = 200

/** Completions, most releases first. With several words, the last is completed, from its third letter on, and the whole must occur as a phrase. */
export async function suggestFor(
  snapshot: Snapshot,
  text: string,
  options: { limit?: number; signal?: AbortSignal },
): Promise<Suggestion[]> {
  const { limit = DEFAULT_LIMIT, signal } = options
  if (text.length > MAX_TYPED) return []
  const { tokens } = snapshot.analyser.analyseQuery(text, { concepts: false })
  const last = tokens.at(-1)
  if (last === undefined || last.end < text.trimEnd().length) return []
  if (tokens.length > 1 && !SAYS_ENOUGH.test(last.surface)) return []
  const { forms } = await expandPrefix(snapshot.segments, last.surface, signal)
  const words = joinDisplays(forms)
  if (tokens.length === 1) return words.slice(0, limit)
  const before = text.slice(0, last.start)
  const checked = await readOptions({ limit: 0, signal })
  const tried = await Promise.all(
    words.slice(0, CANDIDATES).map(async ({ text: word }) => {
      const phrase = before + word
      const page = await searchPage(snapshot, { phrase }, checked)
      return { text: phrase, releases: page.total }
    }),
  )
  return tried
    .filter(({ releases }) => releases > 0)
    .sort((a, b) => b.releases - a.releases || (a.text < b.text ? -1 : 1))
    .slice(0, limit)
}

/** Forms that are written alike in several languages are one suggestion. */
function joinDisplays(forms: readonly ExpandedForm[]): Suggestion[] {
  const joined = new Map<string, number>()
  for (const { display, releases } of forms) joined.set(display, (joined.get(display) ?? 0) + releases)
  return [...joined]
    .map(([text, releases]) => ({ text, releases }))
    .sort((a, b) => b.releases - a.releases || (a.text < b.text ? -1 : 1))
}
