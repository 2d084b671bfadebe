/** What was planned lately? Pages, facets and exports ask again with the same words. */

import type { Analyser } from '../analysis/analyser.js'
import type { QueryTree } from '../types.js'
import type { Plan, PlanOptions } from './planner.js'

/** Plans that are kept for an analyser, and the longest key of one in UTF-16 units. */
const MAX_PLANS = 256
const MAX_KEY = 400

/** An analyser that learns more is another one. */
const plans = new WeakMap<Analyser, Map<string, Plan>>()

/** What a plan depends on beside the analyser; undefined where it is not worth keeping, as the forms of a widened word are put into its plan. */
export function planKey(tree: QueryTree, { languages, concepts, prefix, fuzzy }: PlanOptions): string | undefined {
  if (prefix !== false || fuzzy !== false) return undefined
  const key = JSON.stringify([tree, languages, concepts])
  return key.length > MAX_KEY ? undefined : key
}

/** A plan that was kept. */
export function knownPlan(analyser: Analyser, key: string | undefined): Plan | undefined {
  return key === undefined ? undefined : plans.get(analyser)?.get(key)
}

/** Keeps a plan for which everything is known, unless it is to be widened. */
export function keepPlan(analyser: Analyser, key: string | undefined, plan: Plan): void {
  if (key === undefined || plan.expansions.length > 0) return
  let kept = plans.get(analyser)
  if (kept === undefined) plans.set(analyser, (kept = new Map()))
  if (kept.size >= MAX_PLANS) kept.clear()
  kept.set(key, plan)
}
