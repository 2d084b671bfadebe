/** How are files damaged? Bit flips, cuts, fillings, swaps and insertions, chosen by a seed. */

import { Random } from './random.js'

export interface Mutation {
  /** What was done, for messages. */
  label: string
  bytes: Uint8Array
}

/** A copy with one bit turned over. */
export function flipBit(bytes: Uint8Array, offset: number, bit: number): Uint8Array {
  const copy = bytes.slice()
  copy[offset]! ^= 1 << bit
  return copy
}

/** `count` damaged copies of `bytes`, each different from it; none when there is nothing to damage. */
export function* mutations(bytes: Uint8Array, seed: number, count: number): Generator<Mutation> {
  if (bytes.length === 0) return
  const random = new Random(seed)
  for (let i = 0; i < count; i++) {
    const mutation = mutate(bytes, random)
    if (!equalBytes(mutation.bytes, bytes)) yield mutation
  }
}

function mutate(bytes: Uint8Array, random: Random): Mutation {
  const at = random.below(bytes.length)
  return random.choose<Mutation>([
    [
      6,
      () => {
        const bit = random.below(8)
        return {
          label: `bit ${bit} of byte ${at} flipped`,
          bytes: flipBit(bytes, at, bit),
        }
      },
    ],
    [2, () => ({ label: `cut after ${at} bytes`, bytes: bytes.slice(0, at) })],
    [
      2,
      () => {
        const copy = bytes.slice()
        const value = random.pick([0, 0x7f, 0x80, 0xff])
        copy.fill(value, at, at + random.between(1, 9))
        return { label: `filled with ${value} from byte ${at}`, bytes: copy }
      },
    ],
    [
      1,
      () => {
        const copy = new Uint8Array(bytes.length + 1)
        copy.set(bytes.subarray(0, at))
        copy[at] = random.below(256)
        copy.set(bytes.subarray(at), at + 1)
        return { label: `a byte inserted at ${at}`, bytes: copy }
      },
    ],
    [
      1,
      () => {
        const copy = bytes.slice()
        const other = random.below(bytes.length)
        ;[copy[at], copy[other]] = [copy[other]!, copy[at]!]
        return { label: `bytes ${at} and ${other} swapped`, bytes: copy }
      },
    ],
  ])
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
