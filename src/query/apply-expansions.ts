/** What do the widened words of a plan stand for? The forms that the archive holds are put into its groups. */

import type { Segment } from '../reader/segment.js'
import type { Applied } from '../types.js'
import { automaticEdits } from './edits.js'
import { type ExpandedForm, type ExpandedWord, expandFuzzy, expandPrefix, variantsOf } from './expand.js'
import { findTerms, loadPacks } from './leaf-lists.js'
import type { GroupNode } from './node.js'
import type { Expansion } from './planner.js'

/** Different words of a query that are widened; what more there are stand for themselves, and the answer says that it was cut. */
const MAX_WIDENED = 20

/** Edits that all of them together may be away, a prefix counting as two: a look for many of them can pass over nothing. */
const MAX_EDITS_OF_ALL = 40
const EDITS_OF_PREFIX = 2

/** Forms that all of them together may stand for, each widening its share; fewer where there are many. */
const MAX_FORMS = 5000
const MANY_WIDENED = 10
const MAX_FORMS_OF_MANY = 1000

/** Puts the forms that were found into the plan's groups. */
export async function applyExpansions(
  segments: readonly Segment[],
  expansions: readonly Expansion[],
  signal: AbortSignal | undefined,
): Promise<Omit<Applied, 'relaxed'>> {
  const applied: Omit<Applied, 'relaxed'> = { prefixes: [], fuzzy: [], cut: false }
  const isWanted = await Promise.all(
    expansions.map(
      async ({ node, edits, kind }) =>
        kind === 'prefix' || edits !== 'auto' || !(await isKnown(segments, node, signal)),
    ),
  )
  const wanted = expansions.flatMap((expansion, index): (Expansion & { edits: number })[] => {
    const edits = expansion.edits === 'auto' ? automaticEdits(expansion.word) : expansion.edits
    return isWanted[index] && (expansion.kind === 'prefix' || edits > 0) ? [{ ...expansion, edits }] : []
  })
  // The same word may be widened in several places.
  const keyOf = ({ word, kind, edits }: Expansion): string => `${kind} ${edits} ${word}`
  const costs = new Map<string, number>()
  for (const { word, kind, edits } of wanted)
    costs.set(word, Math.max(costs.get(word) ?? 0, kind === 'prefix' ? EDITS_OF_PREFIX : edits))
  let left = MAX_EDITS_OF_ALL
  const used = new Set([...costs].slice(0, MAX_WIDENED).flatMap(([word, cost]) => ((left -= cost) < 0 ? [] : [word])))
  applied.cut = used.size < costs.size
  const distinct = [
    ...new Map(wanted.filter(({ word }) => used.has(word)).map((expansion) => [keyOf(expansion), expansion])),
  ]
  const most = distinct.length > MANY_WIDENED ? MAX_FORMS_OF_MANY : MAX_FORMS
  const share = Math.floor(most / Math.max(1, distinct.length))
  const found = new Map(
    await Promise.all(
      distinct.map(
        async ([key, { word, kind, edits }]): Promise<[string, ExpandedWord]> => [
          key,
          await (kind === 'prefix'
            ? expandPrefix(segments, word, signal, share)
            : expandFuzzy(segments, word, edits, signal, share)),
        ],
      ),
    ),
  )
  for (const expansion of wanted) {
    const expanded = found.get(keyOf(expansion))
    if (expanded === undefined) continue
    const { node, word, kind } = expansion
    widen(node, expanded.forms)
    // One form may be a word of several languages.
    const forms = [...new Set(expanded.forms.map(({ display }) => display))]
    if (kind === 'prefix') applied.prefixes.push({ word, forms: forms.length })
    else applied.fuzzy.push({ word, forms })
    applied.cut ||= expanded.cut
  }
  return applied
}

function widen(node: GroupNode, forms: readonly ExpandedForm[]): void {
  const known = new Set(node.variants.map(({ stem, tag }) => `${tag} ${stem}`))
  node.variants.push(...variantsOf(forms).filter(({ stem, tag }) => !known.has(`${tag} ${stem}`)))
  node.overlapping = true
}

/** True when a live release holds one of the group's terms. */
async function isKnown(
  segments: readonly Segment[],
  node: GroupNode,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const wait: Promise<unknown>[] = []
  const packs = segments.map((segment) => loadPacks(segment, [node], wait, signal))
  if (wait.length > 0) await Promise.all(wait)
  let docFreq = 0
  segments.forEach((segment, index) => {
    for (const { entry } of findTerms(segment, packs[index]!, node.variants)) {
      docFreq += entry.docFreq - (entry.removed?.docFreq ?? 0)
    }
  })
  return docFreq > 0
}
