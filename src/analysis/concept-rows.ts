/**
 * How are concepts written down? One row each, `id|form;form` or `id*|form;form` for names, with `|form;form` more for what
 * speaks against it: in an archive they take half the room of objects. Phrases that are no concepts, each its own, share
 * the rows `-*|form;form`.
 */

import { type Concept, NO_CONCEPT } from './concept.js'

/** Characters of a form, and of all forms of a row: more is damage. */
export const MAX_FORM = 300
const MAX_ROW = 40_000

/** The row of a concept. */
export function encodeConcept({ id, forms, isName, unless }: Concept): string {
  return [`${id}${isName ? '*' : ''}`, forms.join(';'), ...(unless === undefined ? [] : [unless.join(';')])].join('|')
}

/** The concepts of a row; undefined for a row that is damaged. */
export function decodeConcepts(row: string): Concept[] | undefined {
  if (row.length > MAX_ROW) return undefined
  const [head = '', list = '', against] = splitOutside(row, '|')
  const isName = head.endsWith('*')
  const id = isName ? head.slice(0, -1) : head
  const forms = splitOutside(list, ';')
  const unless = against === undefined ? undefined : splitOutside(against, ';')
  if (id === '' || [...forms, ...(unless ?? [])].some((form) => form.length > MAX_FORM)) return undefined
  const rest = { ...(isName ? { isName } : {}), ...(unless === undefined ? {} : { unless }) }
  if (id === NO_CONCEPT) return forms.map((form) => ({ id: `${NO_CONCEPT}${form}`, forms: [form], ...rest }))
  return [{ id, forms, ...rest }]
}

/** The id of a concept's row. */
export function idOfRow(row: string): string {
  return splitOutside(row, '|')[0]!.replace(/\*$/, '')
}

/** Rows with the phrases that are no concepts joined into one, which stands last. */
export function joinPhrases(rows: readonly string[]): string[] {
  const isPhrase = (row: string): boolean => row === encodeConcept(phraseConcept(idOfRow(row)))
  const phrases = rows.filter(isPhrase).map((row) => idOfRow(row).slice(NO_CONCEPT.length))
  const others = rows.filter((row) => !isPhrase(row))
  return phrases.length === 0 ? others : [...others, `${NO_CONCEPT}*|${phrases.join(';')}`]
}

function phraseConcept(id: string): Concept {
  return { id, forms: [id.startsWith(NO_CONCEPT) ? id.slice(NO_CONCEPT.length) : ''], isName: true }
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
    .replace(/[()|;*=@~\s]+/g, ' ')
    .trim()
}
