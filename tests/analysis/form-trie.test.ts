/** Does the flat trie lead where a list of the forms says? Compared with looking through all of them. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type FormEnd, FormTrie, ROOT } from '../../src/analysis/form-trie.js'

const WORDS = ['a', 'b', 'ab', 'ba', 'é', '国', '', 'constructor', ...Array.from({ length: 40 }, (_, i) => `w${i}`)]
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 })
const ends = Array.from(
  { length: 6 },
  (_, concept): FormEnd => ({ concept, isName: false, isAgainst: false, mark: '', capitals: 0, capitalWords: 0 }),
)

it('finds every form and no other', () => {
  const forms = fc.array(fc.tuple(words, fc.constantFrom(...ends)), { maxLength: 120 })
  fc.assert(
    fc.property(forms, fc.array(words, { maxLength: 20 }), (list, others) => {
      const trie = new FormTrie(list)
      for (const sequence of [...list.map(([form]) => form), ...others]) {
        let node = ROOT
        for (const [index, word] of sequence.entries()) {
          const number = trie.find(word)
          expect(number >= 0).toBe(list.some(([form]) => form.includes(word)))
          const next = number < 0 ? ROOT : trie.next(node, number)
          const begun = sequence.slice(0, index + 1).join(' ')
          const begin = list.filter(([form]) => form.slice(0, index + 1).join(' ') === begun && form.length > index)
          expect(next !== ROOT).toBe(begin.length > 0)
          if (next === ROOT) break
          expect(trie.goesOn(next)).toBe(begin.some(([form]) => form.length > index + 1))
          const here = begin.filter(([form]) => form.length === index + 1)
          expect(trie.endsAt(next)).toEqual(here.map(([, end]) => end))
          node = next
        }
      }
    }),
  )
})
