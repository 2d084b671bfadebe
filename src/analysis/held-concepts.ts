/** Which concepts does an archive need to know? Those that its releases have, and the longer names around theirs. */

import { formSequences } from './concept-forms.js'
import { decodeConcept } from './concept-rows.js'
import { ConceptMatcher } from './concepts.js'

/** Rows of the ids that are held, and rows without an id whose forms have a held form inside. */
export function heldRows(rows: readonly string[], held: ReadonlySet<string>): string[] {
  const concepts = rows.map((row) => ({ row, concept: decodeConcept(row) }))
  const names = concepts.filter(({ concept }) => concept.isName && held.has(concept.id)).map(({ concept }) => concept)
  const matcher = new ConceptMatcher(names, formSequences)
  return concepts
    .filter(({ concept: { id, forms } }) => (id === '' ? forms.some((form) => holdsName(form, matcher)) : held.has(id)))
    .map(({ row }) => row)
}

function holdsName(form: string, matcher: ConceptMatcher): boolean {
  return formSequences(form).some((words) => {
    for (const [i, word] of words.entries()) matcher.word(matcher.keysOf(word), i, i, 0, 0, '', 'query')
    matcher.close()
    return matcher.take().length > 0
  })
}
