/** Which of the known names was meant by one that is not known? */

/** The known names that are near: one begins with the other, or few letters differ. The nearest first, at most three. */
export function nearNames(name: string, known: readonly string[]): string[] {
  const typed = name.slice(0, 40).toLowerCase()
  return known
    .map((other): [string, number] => [other, nearness(typed, other.toLowerCase())])
    .filter(([other, edits]) => edits <= Math.max(1, Math.floor(other.length / 3)))
    .sort(([, a], [, b]) => a - b)
    .slice(0, 3)
    .map(([other]) => other)
}

function nearness(typed: string, known: string): number {
  const begins = typed.length >= 3 && (known.startsWith(typed) || typed.startsWith(known))
  return begins ? 1 : editDistance(typed, known)
}

/** Letters to add, leave out, change or swap with the next one. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

/** A sentence that names the near ones, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearNames(name, known)
  if (near.length === 0) return ''
  const last = near.at(-1)!
  return ` Did you mean ${near.length === 1 ? last : `${near.slice(0, -1).join(', ')} or ${last}`}?`
}
