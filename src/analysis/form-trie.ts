/** Which forms begin with these words? A trie over folded words in flat arrays: as objects it takes ten times the room. */

import type { Writing } from './form-writing.js'
import { hashOf } from './raw-table.js'

/** Where a form ends: what it means and how it must be written. */
export interface FormEnd extends Writing {
  readonly concept: number
  readonly isName: boolean
  /** The form speaks against its concept. */
  readonly isAgainst: boolean
}

/** The node that forms begin at. Nothing leads to it, so it also stands for "none". */
export const ROOT = 0

/** The forms of all concepts. Nodes and words are numbered. */
export class FormTrie {
  private readonly words: readonly string[]
  /** Number of a word plus one by its hash, 0 for a free slot; linear probing. */
  private readonly wordSlots: Int32Array
  /** By node: the one before it, the word that leads here, whether forms go on, and which of the lists of ends it has. */
  private readonly parents: Int32Array
  private readonly steps: Int32Array
  private readonly isInner: Uint8Array
  private readonly endsOf: Int32Array
  /** Nodes by parent and word, 0 for a free slot; linear probing. */
  private readonly slots: Int32Array
  /** Lists of ends; many nodes have the same. */
  private readonly ends: FormEnd[][] = [[]]

  /**
   * @param forms word by word, in the order in which forms of the same words are to be found; an end that many have should be one
   *   object
   */
  constructor(forms: Iterable<readonly [words: readonly string[], end: FormEnd]>) {
    const numbers = new Map<string, number>()
    const children: (Map<number, number> | null)[] = [null]
    const endsOf = [0]
    const single = new Map<FormEnd, number>()
    for (const [words, end] of forms) {
      let node = ROOT
      for (const word of words) {
        let number = numbers.get(word)
        if (number === undefined) numbers.set(word, (number = numbers.size))
        const known = (children[node] ??= new Map())
        let next = known.get(number)
        if (next === undefined) {
          known.set(number, (next = endsOf.push(0) - 1))
          children.push(null)
        }
        node = next
      }
      if (node === ROOT) continue
      const before = this.ends[endsOf[node]!]!
      let list = before.length === 0 ? single.get(end) : undefined
      if (list === undefined) {
        list = this.ends.push(before.concat(end)) - 1
        if (before.length === 0) single.set(end, list)
      }
      endsOf[node] = list
    }
    this.words = [...numbers.keys()]
    this.wordSlots = slotsFor(this.words.length)
    this.words.forEach((word, index) => {
      place(this.wordSlots, wordHash(word), index + 1)
    })
    const nodes = endsOf.length
    this.endsOf = Int32Array.from(endsOf)
    this.parents = new Int32Array(nodes)
    this.steps = new Int32Array(nodes)
    this.isInner = new Uint8Array(nodes)
    this.slots = slotsFor(nodes)
    children.forEach((known, parent) => {
      if (known === null) return
      this.isInner[parent] = 1
      for (const [word, node] of known) {
        this.parents[node] = parent
        this.steps[node] = word
        place(this.slots, mixed(parent, word), node)
      }
    })
  }

  /** The number of a word; -1 for one that is in no form. */
  find(word: string): number {
    const { wordSlots, words } = this
    const mask = wordSlots.length - 1
    let slot = wordHash(word) & mask
    for (; wordSlots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = wordSlots[slot]! - 1
      if (words[index] === word) return index
    }
    return -1
  }

  /** The node that a word leads to; {@link ROOT} when there is none. */
  next(node: number, word: number): number {
    const { slots, parents, steps } = this
    const mask = slots.length - 1
    for (let slot = mixed(node, word) & mask; ; slot = (slot + 1) & mask) {
      const child = slots[slot]!
      if (child === ROOT || (parents[child] === node && steps[child] === word)) return child
    }
  }

  /** Whether longer forms go on from a node. */
  goesOn(node: number): boolean {
    return this.isInner[node] === 1
  }

  /** The forms that end at a node. */
  endsAt(node: number): readonly FormEnd[] {
    return this.ends[this.endsOf[node]!]!
  }
}

function place(slots: Int32Array, hash: number, value: number): void {
  const mask = slots.length - 1
  let slot = hash & mask
  while (slots[slot] !== 0) slot = (slot + 1) & mask
  slots[slot] = value
}

/** Free slots for so many values: more than half as many again, a power of two. */
function slotsFor(count: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(count * 1.5 + 1)))
}

function wordHash(word: string): number {
  const hash = hashOf(word, 0, word.length)
  return hash ^ (hash >>> 13)
}

function mixed(node: number, word: number): number {
  const hash = Math.imul(node, 0x9e3779b1) + Math.imul(word, 0x85ebca6b)
  return hash ^ (hash >>> 15)
}
