/** How are strings that occur again and again kept? Once, as numbers. */

/** Strings by the order in which they were first met. */
export class StringTable {
  readonly strings: string[] = []
  private readonly numbers = new Map<string, number>()

  numberOf(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.strings.push(text) - 1
      this.numbers.set(text, number)
    }
    return number
  }
}
