/** What do the widened words of a plan stand for? The forms that the archive holds are put into its groups. */

import type { Segment } from '../reader/segment.js'
import type { Applied } from '../types.js'
import { automaticEdits, type ExpandedForm, expandFuzzy, expandPrefix, variantsOf } from './expand.js'
import { findTerms, loadPacks } from './leaf-lists.js'
import type { GroupNode } from './node.js'
import type { Expansion } from './planner.js'

/** Puts the forms that were found into the plan's groups. */
export async function applyExpansions(
  segments: readonly Segment[],
  expansions: readonly Expansion[],
  signal: AbortSignal | undefined,
): Promise<Omit<Applied, 'relaxed'>> {
  const applied: Omit<Applied, 'relaxed'> = { prefixes: [], fuzzy: [], cut: false }
  await Promise.all(
    expansions.map(async (expansion) => {
      const { node, word, kind } = expansion
      if (kind === 'prefix') {
        const { forms, cut } = await expandPrefix(segments, word, signal)
        widen(node, forms)
        applied.prefixes.push({ word, forms: forms.length })
        applied.cut ||= cut
        return
      }
      const edits = expansion.edits === 'auto' ? automaticEdits(word) : expansion.edits
      if (edits === 0 || (expansion.edits === 'auto' && (await isKnown(segments, node, signal)))) return
      const { forms, cut } = await expandFuzzy(segments, word, edits, signal)
      widen(node, forms)
      applied.fuzzy.push({ word, forms: forms.map(({ display }) => display) })
      applied.cut ||= cut
    }),
  )
  // Words are expanded at the same time, but told in query order.
  const order = (word: string): number => expansions.findIndex((expansion) => expansion.word === word)
  applied.prefixes.sort((a, b) => order(a.word) - order(b.word))
  applied.fuzzy.sort((a, b) => order(a.word) - order(b.word))
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
