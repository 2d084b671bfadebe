/** Does a plan without repeats match what the plan matches? Both are evaluated over a few releases, leaf by leaf. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allLeaves, type LeafNode, type PlanNode } from '../../src/query/node.js'
import { withoutRepeats } from '../../src/query/repeats.js'

/** Everything of a leaf but what it was typed as. */
const looksFor = (leaf: LeafNode): string => {
  const terms = leaf.kind === 'group' ? { variants: leaf.variants, overlapping: leaf.overlapping } : leaf
  return JSON.stringify({ ...terms, word: '', kind: leaf.kind, field: leaf.field ?? '' })
}

const RELEASES = 16
const everything = (1 << RELEASES) - 1

/** Which releases match, as bits: a leaf is in those that its text says. */
function matches(node: PlanNode): number {
  switch (node.kind) {
    case 'group':
    case 'phrase': {
      let bits = 0
      for (const letter of looksFor(node)) bits = (Math.imul(bits, 31) + letter.charCodeAt(0)) & everything
      return bits
    }
    case 'and':
      return node.children.reduce((bits, child) => bits & matches(child), everything)
    case 'or':
      return node.children.reduce((bits, child) => bits | matches(child), 0)
    case 'not':
      return everything & ~matches(node.child)
    case 'none':
      return 0
    default:
      return everything
  }
}

const variants = fc.array(fc.record({ stem: fc.constantFrom('a', 'b'), tag: fc.constant(1) }), {
  minLength: 1,
  maxLength: 1,
})
const word = fc.constantFrom('x', 'y', 'z')
const inField = fc.option(fc.constantFrom('title' as const, 'body' as const), { nil: undefined })
const group = fc
  .record({ word, variants, overlapping: fc.boolean(), field: inField })
  .map(({ field, ...each }): PlanNode => ({ kind: 'group', ...each, ...(field && { field }) }))
const phrase = fc.record({ word, first: variants, second: variants, slop: fc.integer({ min: 0, max: 1 }) }).map(
  ({ word, first, second, slop }): PlanNode => ({
    kind: 'phrase',
    word,
    words: [
      { variants: first, offset: 0 },
      { variants: second, offset: 1 },
    ],
    slop,
  }),
)
const { plan } = fc.letrec<{ plan: PlanNode }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 4 },
    group,
    phrase,
    fc.constantFrom<PlanNode>({ kind: 'all' }, { kind: 'none' }),
    tie('plan').map((child): PlanNode => ({ kind: 'not', child })),
    fc
      .record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        children: fc.array(tie('plan'), { minLength: 1, maxLength: 5 }),
      })
      .map((node): PlanNode => node),
  ),
}))

describe('a plan without repeats', () => {
  it('matches what the plan does, and has each leaf once', () => {
    let repeated = 0
    fc.assert(
      fc.property(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(plan, { minLength: 3, maxLength: 8 }),
        (kind, children) => {
          const root: PlanNode = { kind, children }
          const distinct = withoutRepeats(root)
          expect(matches(distinct.root)).toBe(matches(root))
          const leaves = allLeaves(root)
          const kept = new Set(allLeaves(distinct.root))
          expect(kept.size).toBe(new Set(leaves.map(looksFor)).size)
          for (const leaf of leaves) {
            expect(distinct.firstOf(leaf)).toBe(leaves.find((other) => looksFor(other) === looksFor(leaf)))
            expect(kept).toContain(distinct.firstOf(leaf))
          }
          if (kept.size < leaves.length) repeated++
        },
      ),
      { numRuns: 1000 },
    )
    expect(repeated).toBeGreaterThan(50)
  })

  it('has each leaf once in an AND or an OR, and is the leaf where it is the only one', () => {
    const leaf = (word: string): PlanNode => ({
      kind: 'group',
      word,
      variants: [{ stem: 'a', tag: 0 }],
      overlapping: false,
    })
    const first = leaf('boats')
    expect(withoutRepeats({ kind: 'and', children: [first, leaf('boat'), leaf('Boats')] }).root).toBe(first)
    expect(withoutRepeats({ kind: 'or', children: [first, { kind: 'all' }, leaf('boat')] }).root).toEqual({
      kind: 'or',
      children: [first, { kind: 'all' }],
    })
  })
})
