/** Which phrases of a query are looked for? The rarest, so that however many there are the positions read stay bounded. */

import type { Segment } from '../reader/segment.js'
import { findTerms, type SegmentPacks } from './leaf-lists.js'
import { allLeaves, meaningOf, type PhraseNode, type PlanNode } from './node.js'

/**
 * Words whose positions may be read, each in every release that may hold its phrase: two phrases of the most frequent words in
 * a large archive, and more in one where that takes no time. The rarest phrase is always looked for.
 */
const MOST_READ_BY_RELEASE = 4
const MOST_READ = 200_000

interface LoadedPacks {
  segment: Segment
  packs: SegmentPacks
}

/** The plan without the phrases that go beyond, which then match nothing; the very plan when there are none. */
export function withoutCostly(root: PlanNode, parts: readonly LoadedPacks[], releases: number): PlanNode {
  const phrases = allLeaves(root).filter((leaf) => leaf.kind === 'phrase')
  if (phrases.length < 2) return root
  const costs = new Map<string, number>()
  const meanings = new Map<PlanNode, string>()
  for (const leaf of phrases) {
    const meaning = meaningOf(leaf)
    meanings.set(leaf, meaning)
    if (!costs.has(meaning)) costs.set(meaning, costOf(leaf, parts))
  }
  let left = Math.max(MOST_READ, MOST_READ_BY_RELEASE * releases)
  const ordered = [...costs].sort(([, a], [, b]) => a - b)
  const dropped = new Set(
    ordered.filter(([, cost], index) => (left -= cost) < 0 && index > 0).map(([meaning]) => meaning),
  )
  if (dropped.size === 0) return root
  const replaced = (node: PlanNode): PlanNode => {
    if (node.kind === 'phrase' && dropped.has(meanings.get(node)!)) return { kind: 'none' }
    if (node.kind === 'not') return { kind: 'not', child: replaced(node.child) }
    if (node.kind === 'and' || node.kind === 'or') return { kind: node.kind, children: node.children.map(replaced) }
    return node
  }
  return replaced(root)
}

/** Releases with the rarest word, which are looked into for each; the same in however many segments they are. */
function costOf({ words }: PhraseNode, parts: readonly LoadedPacks[]): number {
  const releasesWith = words.map(({ variants }) =>
    parts
      .flatMap(({ segment, packs }) => findTerms(segment, packs, variants))
      .reduce((sum, { entry }) => sum + entry.docFreq - (entry.removed?.docFreq ?? 0), 0),
  )
  return Math.min(...releasesWith) * words.length
}
