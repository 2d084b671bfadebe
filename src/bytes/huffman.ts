/** How are skewed symbols written short? Canonical Huffman codes of bounded length, lowest bit first, decoded by table, two at a time. */

/** Longest code, in bits; the decode table has 2^12 entries. */
export const MAX_CODE_BITS = 12

/** Code length per symbol (0: never occurs) for symbol counts; at most 2^12 symbols may occur. */
export function codeLengths(counts: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const lengths = new Uint8Array(counts.length)
  const symbols: number[] = []
  for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol]! > 0) symbols.push(symbol)
  if (symbols.length === 0) return lengths
  if (symbols.length === 1) {
    lengths[symbols[0]!] = 1
    return lengths
  }
  symbols.sort((a, b) => counts[a]! - counts[b]! || a - b)
  packageMerge(symbols, counts, lengths)
  return lengths
}

/**
 * Length-limited codes by package-merge (Larmore and Hirschberg 1990): `symbols` ascending by count;
 * each of the 2n-2 cheapest items of the last level adds one bit to the symbols it contains.
 */
function packageMerge(symbols: readonly number[], counts: ArrayLike<number>, lengths: Uint8Array): void {
  interface Item {
    weight: number
    members: readonly number[]
  }
  const leaves: Item[] = symbols.map((symbol) => ({ weight: counts[symbol]!, members: [symbol] }))
  let level: Item[] = leaves
  for (let bit = 1; bit < MAX_CODE_BITS; bit++) {
    const packages: Item[] = []
    for (let i = 0; i + 1 < level.length; i += 2) {
      const a = level[i]!
      const b = level[i + 1]!
      packages.push({ weight: a.weight + b.weight, members: a.members.concat(b.members) })
    }
    level = mergeByWeight(leaves, packages)
  }
  for (const item of level.slice(0, 2 * symbols.length - 2)) {
    for (const symbol of item.members) lengths[symbol] = lengths[symbol]! + 1
  }
}

function mergeByWeight<T extends { weight: number }>(a: readonly T[], b: readonly T[]): T[] {
  const merged: T[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const fromA = j >= b.length || (i < a.length && a[i]!.weight <= b[j]!.weight)
    merged.push(fromA ? a[i++]! : b[j++]!)
  }
  return merged
}

/** Canonical codes for code lengths, bit-reversed so that they can be written lowest bit first. */
export function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const counts = new Uint16Array(MAX_CODE_BITS + 1)
  for (let symbol = 0; symbol < lengths.length; symbol++) counts[lengths[symbol]!]!++
  const next = new Uint16Array(MAX_CODE_BITS + 1)
  for (let length = 2; length <= MAX_CODE_BITS; length++) next[length] = (next[length - 1]! + counts[length - 1]!) << 1
  const codes = new Uint16Array(lengths.length)
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!
    if (length > 0) codes[symbol] = reverseBits(next[length]!++, length)
  }
  return codes
}

/** True when the lengths form a complete (or single-symbol, or empty) prefix code. */
export function isPrefixCode(lengths: Uint8Array): boolean {
  let space = 0
  let used = 0
  for (const length of lengths) {
    if (length > MAX_CODE_BITS) return false
    if (length > 0) {
      space += 1 << (MAX_CODE_BITS - length)
      used++
    }
  }
  return used <= 1 || space === 1 << MAX_CODE_BITS
}

/**
 * Table from the next 12 bits to the symbols that they begin with: `first | second << 9 | bits << 18 | count << 22`.
 * `count` is 2 where two codes are whole within the 12 bits, else 1, and `bits` is what they take together. Symbols from
 * `followed` on, which bits of their own follow, have a count and bits of 0; `second` is then the length of their code.
 *
 * @param lengths of at most 512 symbols
 */
export function decodeTable(lengths: Uint8Array, followed = lengths.length): Uint32Array {
  const single = new Uint16Array(1 << MAX_CODE_BITS)
  const codes = canonicalCodes(lengths)
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!
    if (length === 0) continue
    const entry = (symbol << 4) | length
    for (let bits = codes[symbol]!; bits < single.length; bits += 1 << length) single[bits] = entry
  }
  // A plain loop: an archive that was just opened waits for this, before anything is compiled.
  const table = new Uint32Array(single.length)
  for (let bits = 0; bits < table.length; bits++) {
    const symbol = single[bits]! >> 4
    const length = single[bits]! & 15
    if (symbol >= followed) {
      table[bits] = symbol | (length << 9)
      continue
    }
    const next = single[bits >> length]!
    const both = length + (next & 15)
    table[bits] =
      next > 0 && next >> 4 < followed && both <= MAX_CODE_BITS
        ? symbol | ((next >> 4) << 9) | (both << 18) | (2 << 22)
        : symbol | (length << 18) | (1 << 22)
  }
  return table
}

function reverseBits(value: number, count: number): number {
  let reversed = 0
  for (let bit = 0; bit < count; bit++) {
    reversed = (reversed << 1) | (value & 1)
    value >>>= 1
  }
  return reversed
}
