/** Is a plan that was kept the one that would be made? Against a plain table of what was kept last. */

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analyser } from '../../src/analysis/analyser.js'
import { keepPlan, knownPlan, planKey } from '../../src/query/known-plans.js'
import type { Plan, PlanOptions } from '../../src/query/planner.js'
import type { QueryTree } from '../../src/types.js'
import { ENGLISH_RELEASES } from '../helpers/english-releases.js'
import { archiveOf } from '../helpers/memory-archive.js'

const planOf = (word: string, isWidened = false): Plan => ({
  root: { kind: 'none' },
  expansions: isWidened
    ? [{ node: { kind: 'group', word, variants: [], overlapping: true }, word, kind: 'prefix', edits: 0 }]
    : [],
  words: [word],
  cut: false,
})

const text = fc.constantFrom('a', 'b', '"', '["a"]')
const leaf = fc.oneof(
  text.map((term): QueryTree => ({ term })),
  text.map((phrase): QueryTree => ({ phrase })),
  text.map((term): QueryTree => ({ term, field: 'title' })),
)
const tree = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((and): QueryTree => ({ and })),
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((or): QueryTree => ({ or })),
)
interface Asked {
  tree: QueryTree
  languages: string[] | undefined
  concepts: boolean
}

const asked: fc.Arbitrary<Asked> = fc.record(
  {
    tree,
    languages: fc.constantFrom(undefined, ['en'], ['fr'], ['en', 'fr']),
    concepts: fc.boolean(),
  },
  { noNullPrototype: true },
)
const optionsOf = ({ languages, concepts }: Omit<Asked, 'tree'>): PlanOptions => ({
  ...(languages && { languages }),
  concepts,
  prefix: false,
  fuzzy: false,
})

describe('the key of a plan', () => {
  it('is the same for what asks the same, and for nothing else', () => {
    let same = 0
    fc.assert(
      fc.property(asked, asked, (a, b) => {
        const isSame = isDeepStrictEqual(a, b)
        if (isSame) same++
        expect(planKey(a.tree, optionsOf(a)) === planKey(b.tree, optionsOf(b))).toBe(isSame)
      }),
      { numRuns: 2000 },
    )
    expect(same).toBeGreaterThan(0)
  })

  it('is none for widened words and for long queries', () => {
    const options = optionsOf({ languages: undefined, concepts: true })
    const long: QueryTree = { and: Array.from({ length: 60 }, (_, index) => ({ term: `w${index}` })) }
    expect(planKey({ term: 'a' }, options)).toBeDefined()
    expect(planKey(long, options)).toBeUndefined()
    for (const prefix of [true, { term: 'a' }]) expect(planKey({ term: 'a' }, { ...options, prefix })).toBeUndefined()
    for (const fuzzy of [true, 1, 0.2, 'auto'] as const)
      expect(planKey({ term: 'a' }, { ...options, fuzzy })).toBeUndefined()
  })
})

describe('plans that were kept', () => {
  it('are those that were kept last, of the same analyser, or forgotten', () => {
    const step = fc.record({
      analyser: fc.integer({ min: 0, max: 2 }),
      key: fc.option(
        fc.integer({ min: 0, max: 600 }).map((number) => `key ${number}`),
        { nil: undefined, freq: 20 },
      ),
      isWidened: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 800, maxLength: 1200 }), (steps) => {
        const analysers = Array.from({ length: 3 }, () => ({}) as Analyser)
        const last = analysers.map(() => new Map<string, Plan>())
        for (const { analyser, key, isWidened } of steps) {
          const plan = planOf(key ?? '', isWidened)
          keepPlan(analysers[analyser]!, key, plan)
          if (key !== undefined && !isWidened) {
            last[analyser]!.set(key, plan)
            expect(knownPlan(analysers[analyser]!, key)).toBe(plan)
          }
          expect(knownPlan(analysers[analyser]!, undefined)).toBeUndefined()
        }
        analysers.forEach((analyser, index) => {
          let kept = 0
          for (let number = 0; number <= 600; number++) {
            const known = knownPlan(analyser, `key ${number}`)
            if (known === undefined) continue
            kept++
            expect(known).toBe(last[index]!.get(`key ${number}`))
          }
          expect(kept).toBeLessThanOrEqual(256)
        })
      }),
      { numRuns: 20 },
    )
  })

  it('give the answers of an archive that has none', async () => {
    const kept = await archiveOf(ENGLISH_RELEASES)
    for (const query of ['boats OR families', '"labour inspectors"', 'fam*']) {
      for (const options of [{}, { fuzzy: 'auto' }, { prefix: true }] as const) {
        const fresh = await (await archiveOf(ENGLISH_RELEASES)).search(query, options)
        for (let times = 0; times < 3; times++)
          expect({ ...(await kept.search(query, options)), ms: 0 }).toEqual({ ...fresh, ms: 0 })
      }
    }
  })
})
