/** Texts of which some are others again: word for word, mended, cut, or with other figures; copies of copies among them. */

import type { Random } from './random.js'

const SYLLABLES = ['ka', 'mo', 'ri', 'te', 'nu', 'sa', 'lo', 'pi', 'da', 've', 'gu', 'he']

function word(random: Random): string {
  return Array.from({ length: random.between(1, 5) }, () => random.pick(SYLLABLES)).join('')
}

/** Makes texts, each perhaps of one before. */
export class NearCopies {
  private readonly made: string[][] = []
  private readonly words: string[]

  /** @param known words that the texts have beside made up ones */
  constructor(
    private readonly random: Random,
    known: readonly string[] = [],
  ) {
    this.words = [...Array.from({ length: 250 }, () => word(random)), ...known]
  }

  /** The words of the next text, as prose. */
  next(): string {
    const { random, made } = this
    const words = made.length > 0 && random.chance(0.6) ? this.changed(random.pick(made)) : this.fresh()
    made.push(words)
    return words.join(' ')
  }

  private fresh(): string[] {
    const { random } = this
    const length = random.choose<number>([
      [1, () => random.between(1, 10)],
      [3, () => random.between(12, 59)],
      [6, () => random.between(60, 160)],
    ])
    return Array.from({ length }, () =>
      random.chance(0.06) ? String(random.between(61, 9000)) : random.pick(this.words),
    )
  }

  private changed(words: readonly string[]): string[] {
    const { random } = this
    const changed = [...words]
    const swap = (count: number, make: () => string): void => {
      for (let i = 0; i < count; i++) changed[random.below(changed.length)] = make()
    }
    random.choose<() => void>([
      [2, () => () => {}],
      [3, () => () => swap(1, () => random.pick(this.words))],
      [3, () => () => swap(Math.ceil(words.length / 25), () => random.pick(this.words))],
      [1, () => () => swap(Math.ceil(words.length / 8), () => random.pick(this.words))],
      [1, () => () => swap(3, () => String(random.between(61, 9000)))],
      [2, () => () => changed.splice(0, Math.floor(words.length * random.pick([0.1, 0.25, 0.4])))],
      [1, () => () => changed.push(...Array.from({ length: random.between(1, 30) }, () => random.pick(this.words)))],
      [1, () => () => swap(1, () => `${random.pick(this.words)}-${random.pick(this.words)}`)],
    ])()
    return changed.length === 0 ? [...words] : changed
  }
}
