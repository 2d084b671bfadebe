/** Which names and phrases mean the same? The whole lexicon, for builds; archives carry the part that they hold. */

import { splitOutside } from '../concept-rows.js'
import type { Concept } from '../concepts.js'
import { FIELD_TERMS } from './field-terms.js'
import { cityConcepts, countryConcepts, otherPlaces } from './place-names.js'

function fieldConcepts(): Concept[] {
  return FIELD_TERMS.trim()
    .split('\n')
    .map((row) => {
      const [id = '', ...languages] = splitOutside(row, '|')
      return { id, forms: [...new Set(languages.flatMap((forms) => splitOutside(forms, ';')))] }
    })
}

const SCRIPTS = [/^[^\u0400-\u04ff\u0600-\u06ff]*$/, /[\u0400-\u04ff]/, /[\u0600-\u06ff]/]

/** Names apart by script, several concepts of one id: so the root of an archive is an eighth smaller. */
function byScript(concepts: readonly Concept[]): Concept[] {
  return SCRIPTS.flatMap((script) =>
    concepts
      .map((concept) => ({ ...concept, forms: concept.forms.filter((form) => script.test(form)) }))
      .filter(({ forms }) => forms.length > 0),
  )
}

/** Every concept the library knows: countries, cities, the terms of the field, and names that are none of them. */
export const FULL_LEXICON: readonly Concept[] = [
  ...byScript([...countryConcepts(), ...cityConcepts()]),
  ...fieldConcepts(),
  ...otherPlaces(),
]
