/** How do many numbers grow? In an array of 32-bit integers that doubles. */

/** A growable array of 32-bit integers. */
export class IntLog {
  values = new Int32Array(256)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(this.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }

  /** Makes it so long, filling with zeros. */
  extend(length: number): void {
    while (this.length < length) this.push(0)
  }
}
