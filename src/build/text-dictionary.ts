/** What do the releases of a collection have in common? A preset dictionary for deflate, learnt from a sample of them. */

/** Bytes of the dictionary at the most; more pays little with 4 KiB blocks. */
const DICTIONARY_BYTES = 16 * 1024
const SEGMENT = 48
const GRAM = 8
const SAMPLE_BYTES = 4 * 1024 * 1024
const HASH_BITS = 18

/**
 * A small COVER (Liao, Petri, Moffat, Wirth 2016): counts 8-byte strings over a sample, cuts the sample into as many
 * slices as the dictionary has segments, and takes from each slice the 48 bytes whose strings occur most. What
 * is most valuable stands last, where deflate reaches it with the shortest distances. Empty for collections that
 * are too small to gain by it.
 */
export function learnDictionary(samples: readonly Uint8Array[]): Uint8Array {
  const sample = join(samples)
  if (sample.length < 8 * DICTIONARY_BYTES) return new Uint8Array(0)
  const counts = new Uint16Array(1 << HASH_BITS)
  const last = sample.length - GRAM
  for (let i = 0; i <= last; i++) {
    const slot = hash(sample, i)
    if (counts[slot]! < 0xffff) counts[slot]!++
  }
  const slices = Math.floor(DICTIONARY_BYTES / SEGMENT)
  const sliceLength = Math.floor(sample.length / slices)
  const chosen: { at: number; score: number }[] = []
  for (let slice = 0; slice < slices; slice++) {
    const best = bestSegment(sample, counts, slice * sliceLength, Math.min((slice + 1) * sliceLength, last))
    if (best.score === 0) continue
    chosen.push(best)
    for (let i = best.at; i < best.at + SEGMENT - GRAM; i++) counts[hash(sample, i)] = 0
  }
  chosen.sort((a, b) => a.score - b.score || a.at - b.at)
  const dictionary = new Uint8Array(chosen.length * SEGMENT)
  chosen.forEach(({ at }, index) => {
    dictionary.set(sample.subarray(at, at + SEGMENT), index * SEGMENT)
  })
  return dictionary
}

function bestSegment(
  sample: Uint8Array,
  counts: Uint16Array,
  start: number,
  end: number,
): { at: number; score: number } {
  const width = SEGMENT - GRAM + 1
  let score = 0
  let best = { at: start, score: 0 }
  const value = (at: number): number => {
    const count = counts[hash(sample, at)]!
    return count > 1 ? count : 0
  }
  for (let i = start; i < end; i++) {
    score += value(i)
    if (i - start >= width) score -= value(i - width)
    if (i - start >= width - 1 && score > best.score) best = { at: i - width + 1, score }
  }
  return best
}

function hash(bytes: Uint8Array, at: number): number {
  const low = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
  const high = bytes[at + 4]! | (bytes[at + 5]! << 8) | (bytes[at + 6]! << 16) | (bytes[at + 7]! << 24)
  return (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - HASH_BITS)
}

function join(samples: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of samples) length += part.length
  const joined = new Uint8Array(Math.min(length, SAMPLE_BYTES))
  let at = 0
  for (const part of samples) {
    if (at === joined.length) break
    const taken = part.subarray(0, joined.length - at)
    joined.set(taken, at)
    at += taken.length
  }
  return joined
}
