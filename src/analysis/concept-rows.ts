/**
 * How are concepts written down? One row each, `id|form;form` or `id*|form;form` for names, with `|form;form` more for what
 * speaks against it: in the root of an archive they take half the room of objects.
 */

import type { Concept } from './concepts.js'

/** The row of a concept. */
export function encodeConcept({ id, forms, isName, unless }: Concept): string {
  return [`${id}${isName ? '*' : ''}`, forms.join(';'), ...(unless === undefined ? [] : [unless.join(';')])].join('|')
}

/** The concept of a row. */
export function decodeConcept(row: string): Concept {
  const [head = '', forms = '', unless] = splitOutside(row, '|')
  const isName = head.endsWith('*')
  const concept: Concept = { id: isName ? head.slice(0, -1) : head, forms: splitOutside(forms, ';') }
  if (isName) concept.isName = true
  if (unless !== undefined) concept.unless = splitOutside(unless, ';')
  return concept
}

/** Splits at a separator that is not in parentheses. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === separator && depth <= 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** A form of the user's own as it is to be matched: in any case, with nothing that the notation gives a meaning. */
export function plainForm(form: string): string {
  return form
    .toLowerCase()
    .replace(/[()|;*=@~]+/g, ' ')
    .trim()
}
