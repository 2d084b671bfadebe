/** Which words of a long query stand for the same? They are read once, however often they are written. Loaded on demand. */

import { allLeaves, type LeafNode, meaningOf, type PlanNode } from './node.js'

/** A plan without repeated leaves. */
export interface DistinctPlan {
  root: PlanNode
  /** The first leaf that stands for the same. */
  firstOf: (leaf: LeafNode) => LeafNode
}

/** The plan with one leaf for all that stand for the same, and each once in an AND or an OR. */
export function withoutRepeats(root: PlanNode): DistinctPlan {
  const leaves = allLeaves(root)
  const byMatch = new Map<string, LeafNode>()
  const first = new Map<LeafNode, LeafNode>()
  for (const leaf of leaves) {
    const match = matchOf(leaf)
    if (!byMatch.has(match)) byMatch.set(match, leaf)
    first.set(leaf, byMatch.get(match)!)
  }
  const firstOf = (leaf: LeafNode): LeafNode => first.get(leaf)!
  return { root: replaced(root, firstOf), firstOf }
}

function replaced(node: PlanNode, firstOf: (leaf: LeafNode) => LeafNode): PlanNode {
  switch (node.kind) {
    case 'group':
    case 'phrase':
      return firstOf(node)
    case 'and':
    case 'or': {
      const children = [...new Set(node.children.map((child) => replaced(child, firstOf)))]
      return children.length === 1 ? children[0]! : { kind: node.kind, children }
    }
    case 'not':
      return { kind: 'not', child: replaced(node.child, firstOf) }
    default:
      return node
  }
}

/** The same text for leaves that match the same releases, with the same frequencies: those of a group depend on how it is counted, too. */
function matchOf(leaf: LeafNode): string {
  return `${leaf.kind === 'group' && leaf.overlapping} ${meaningOf(leaf)}`
}
