/** What does the root of an archive say of releases? Their sums, dates and languages, for those that no file holds. */

import { dateRuns, monthRuns } from '../format/dates.js'
import type { Statistics } from '../format/root.js'
import type { SegmentSummary } from '../reader/segment.js'
import type { Release } from '../types.js'

/** A release with the lengths of its fields, in positions. */
interface Measured {
  release: Release
  titleLength: number
  bodyLength: number
}

/** The summary of releases in document order, and of those that they take out of older segments. */
export function summaryOf(
  live: readonly Measured[],
  masked: readonly Measured[],
): Omit<SegmentSummary, 'id' | 'facets' | 'lostFacets'> {
  return {
    statistics: statisticsOf(live),
    removed: statisticsOf(masked),
    months: monthsOf(live),
    languages: languagesOf(live),
    removedLanguages: languagesOf(masked),
    removedMonths: monthsOf(masked),
  }
}

function monthsOf(releases: readonly Measured[]): SegmentSummary['months'] {
  // What is undated stands last, and makes no run.
  const dates = releases.map(({ release }) => release.date).sort()
  return monthRuns(dateRuns(dates))
}

function statisticsOf(releases: readonly Measured[]): Statistics {
  const sums: Statistics = { releases: releases.length, undated: 0, bodyLength: 0, titleLength: 0 }
  for (const { release, titleLength, bodyLength } of releases) {
    if (release.date === undefined) sums.undated++
    sums.titleLength += titleLength
    sums.bodyLength += bodyLength
  }
  return sums
}

/** Releases by language tag; the empty one for those without. */
function languagesOf(releases: readonly Measured[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { release } of releases) {
    const tag = release.language ?? ''
    counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return counts
}
