/** Which words carry no topic in an archive? Those of its languages, and those that its builder named. */

import { fold } from './fold.js'
import { primarySubtag, tagOf } from './languages.js'
import type { StopwordTest } from './vocabulary.js'

/**
 * A test for the stop words of each language with further ones by language; `*` is for every language. Languages without
 * a stemmer share one list, as they share their terms.
 */
export function stopwordTest(further: Readonly<Record<string, readonly string[]>> = {}): StopwordTest {
  const everywhere = new Set((further['*'] ?? []).map(fold))
  const byTag = new Map<number, Set<string>>()
  for (const [language, words] of Object.entries(further)) {
    if (language === '*') continue
    const tag = tagOf(primarySubtag(language))
    const list = byTag.get(tag) ?? new Set()
    for (const word of words) list.add(fold(word))
    byTag.set(tag, list)
  }
  return (surface, module) =>
    everywhere.has(surface) ||
    (module?.stopwords.has(surface) ?? false) ||
    (byTag.get(module?.tag ?? 0)?.has(surface) ?? false)
}
