/** Which matches come first? The best k of many, by score and then by document number, newest first. */

/**
 * A bounded heap with its worst entry on top. Within a segment a higher document number is newer, and undated documents,
 * which have the highest, are last: so ties are broken by `undatedFrom` and the number alone.
 */
export class TopK {
  readonly docs: Int32Array
  readonly scores: Float64Array
  private size = 0

  constructor(
    private readonly limit: number,
    private readonly undatedFrom: number,
  ) {
    this.docs = new Int32Array(limit)
    this.scores = new Float64Array(limit)
  }

  get length(): number {
    return this.size
  }

  /** The score that a document must at least reach to enter. */
  get threshold(): number {
    return this.size < this.limit
      ? Number.NEGATIVE_INFINITY
      : this.limit === 0
        ? Number.POSITIVE_INFINITY
        : this.scores[0]!
  }

  offer(doc: number, score: number): void {
    if (this.size < this.limit) {
      this.docs[this.size] = doc
      this.scores[this.size] = score
      this.up(this.size++)
      return
    }
    if (this.limit === 0 || !this.isBetter(doc, score, this.docs[0]!, this.scores[0]!)) return
    this.docs[0] = doc
    this.scores[0] = score
    this.down(0)
  }

  /** Document numbers and scores, best first; empties the heap. */
  drain(): { doc: number; score: number }[] {
    const found: { doc: number; score: number }[] = []
    while (this.size > 0) {
      found.push({ doc: this.docs[0]!, score: this.scores[0]! })
      this.size--
      this.docs[0] = this.docs[this.size]!
      this.scores[0] = this.scores[this.size]!
      this.down(0)
    }
    return found.reverse()
  }

  private isBetter(doc: number, score: number, otherDoc: number, otherScore: number): boolean {
    if (score !== otherScore) return score > otherScore
    const undated = doc >= this.undatedFrom
    if (undated !== otherDoc >= this.undatedFrom) return !undated
    return doc > otherDoc
  }

  private up(index: number): void {
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!this.isWorse(index, parent)) return
      this.swap(index, parent)
      index = parent
    }
  }

  private down(index: number): void {
    for (;;) {
      const left = 2 * index + 1
      const right = left + 1
      let worst = index
      if (left < this.size && this.isWorse(left, worst)) worst = left
      if (right < this.size && this.isWorse(right, worst)) worst = right
      if (worst === index) return
      this.swap(index, worst)
      index = worst
    }
  }

  private isWorse(a: number, b: number): boolean {
    return this.isBetter(this.docs[b]!, this.scores[b]!, this.docs[a]!, this.scores[a]!)
  }

  private swap(a: number, b: number): void {
    const doc = this.docs[a]!
    const score = this.scores[a]!
    this.docs[a] = this.docs[b]!
    this.scores[a] = this.scores[b]!
    this.docs[b] = doc
    this.scores[b] = score
  }
}
