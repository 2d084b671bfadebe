/** What does a query ask of each release, once its words are terms? The plan that is loaded and evaluated. */

import type { QueryVariant } from '../analysis/analyser.js'
import type { TextField } from '../types.js'
import type { FilterClause } from './filter-clause.js'

/** Several terms taken as one: matched when any of them is there, scored with their joint frequencies. */
export interface GroupNode {
  kind: 'group'
  /** The query's own words, for messages and `explain`. */
  word: string
  variants: QueryVariant[]
  /** Only in this field. */
  field?: TextField
  /** True when one release can hold several of the variants, so that joint frequencies must be counted. */
  overlapping: boolean
}

/** Words at fixed distances from each other. */
export interface PhraseNode {
  kind: 'phrase'
  word: string
  /** Each word's variants, and its position less that of the first word. */
  words: { variants: QueryVariant[]; offset: number }[]
  /** How far the words may be moved altogether. */
  slop: number
  field?: TextField
}

export type LeafNode = GroupNode | PhraseNode

export type PlanNode =
  | LeafNode
  | { kind: 'and' | 'or'; children: PlanNode[] }
  | { kind: 'not'; child: PlanNode }
  | { kind: 'where'; clauses: FilterClause[] }
  | { kind: 'all' }
  | { kind: 'none' }

/** Every word or phrase that scores: those not under a NOT, in query order. */
export function scoringLeaves(node: PlanNode): LeafNode[] {
  switch (node.kind) {
    case 'group':
    case 'phrase':
      return [node]
    case 'and':
    case 'or':
      return node.children.flatMap(scoringLeaves)
    default:
      return []
  }
}

/** Every word or phrase, in query order. */
export function allLeaves(node: PlanNode): LeafNode[] {
  if (node.kind === 'not') return allLeaves(node.child)
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap(allLeaves)
  return node.kind === 'group' || node.kind === 'phrase' ? [node] : []
}

/** What a leaf looks for, whatever it was typed as: the same text for the same. */
export function meaningOf(leaf: LeafNode): string {
  return JSON.stringify([leaf.field, leaf.kind === 'phrase' ? [leaf.slop, leaf.words] : leaf.variants])
}

/** Every filter inside the tree. */
export function innerClauses(node: PlanNode): FilterClause[] {
  if (node.kind === 'not') return innerClauses(node.child)
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap(innerClauses)
  return node.kind === 'where' ? node.clauses : []
}
