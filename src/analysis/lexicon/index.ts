/** Which names and phrases mean the same? The whole lexicon, for builds; archives carry the part that they hold. */

import { type Concept, NO_CONCEPT } from '../concept.js'
import { splitOutside } from '../concept-rows.js'
import { FIELD_OTHERWISE, FIELD_TERMS } from './field-terms.js'
import { cityConcepts, countryConcepts, otherPlaces } from './place-names.js'

function fieldConcepts(): Concept[] {
  return FIELD_TERMS.trim()
    .split('\n')
    .map((row) => {
      const [id = '', ...languages] = splitOutside(row, '|')
      const concept: Concept = { id, forms: [...new Set(languages.flatMap((forms) => splitOutside(forms, ';')))] }
      const unless = FIELD_OTHERWISE[id]
      return unless === undefined ? concept : { ...concept, unless }
    })
}

const SCRIPTS = [/^[^\u0400-\u04ff\u0600-\u06ff]*$/, /[\u0400-\u04ff]/, /[\u0600-\u06ff]/]

/** Names apart by script, several concepts of one id: each script is a part of the lexicon in an archive. */
function byScript(concepts: readonly Concept[]): Concept[] {
  return SCRIPTS.flatMap((script) =>
    concepts
      .map((concept) => ({ ...concept, forms: concept.forms.filter((form) => script.test(form)) }))
      .filter(({ forms }) => forms.length > 0),
  )
}

/** Diacritics make no difference to the match, and in an archive they cost room. */
function plain(concepts: readonly Concept[]): Concept[] {
  return concepts.map((concept) => {
    const forms = [...new Set(concept.forms.map(withoutDiacritics))]
    return { ...concept, id: concept.id.startsWith(NO_CONCEPT) ? `${NO_CONCEPT}${forms[0]}` : concept.id, forms }
  })
}

function withoutDiacritics(form: string): string {
  return form.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
}

/** Every concept the library knows: countries, cities, the terms of the field, and names that are none of them. */
export const FULL_LEXICON: readonly Concept[] = plain([
  ...byScript([...countryConcepts(), ...cityConcepts()]),
  ...fieldConcepts(),
  ...otherPlaces(),
])
