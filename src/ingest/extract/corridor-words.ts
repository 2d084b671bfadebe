/** Which words say that people move, who they are, and in which direction? English, French and Spanish, folded; written by hand. */

import { foldName } from '../../places/fold-name.js'

function foldedSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(foldName))
}

/** People on the move by their very name: "refugees from Syria" says where they come from. */
export const MIGRANTS = foldedSet(`
  refugees refugee migrants migrant returnees returnee asylum-seekers seekers evacuees deportees emigrants exiles expatriates
  réfugiés réfugiées réfugié migrants migrantes rapatriés rapatriées exilés demandeurs demandeuses déplacés déplacées
  refugiados refugiadas refugiado migrantes migrante retornados retornadas repatriados repatriadas solicitantes desplazados desplazadas deportados deportadas
`)

/** People who are on the move only where the sentence says so. */
export const PEOPLE = foldedSet(`
  women girls men boys children minors people persons families nationals citizens workers labourers laborers victims students youths communities villagers households individuals civilians
  femmes filles hommes enfants mineurs personnes familles ressortissants ressortissantes citoyens travailleurs travailleuses victimes étudiants jeunes civils
  mujeres niñas niños hombres menores personas familias nacionales ciudadanos ciudadanas trabajadores trabajadoras víctimas estudiantes jóvenes
`)

// Stems of words that are said of people on the move only.
const MIGRATION =
  /^(?:traffick|smuggl|migrat|emigrat|immigrat|flee|fled|deport|repatriat|evacuat|resettl|relocat|displac|exodus|refugee|migrant|asylum|influx|traite|migr|fui|fuyant|expuls|rapatri|reinstall|deplac|renvoy|huy|huid|huir|reasent|reubic|desplaz|traficad)/
// Stems of words that may be said of goods and aeroplanes too.
const TRAVEL =
  /^(?:flight|transfer|travel|journey|return|cross(?:ed|ing)?$|mov(?:e|ed|ing|ement)$|transport|fly|flew|flown|airlift|sail|boat|brought|carried|sent$|route|corridor|stranded|arriv|trafic|passeur|fuite|evacu|retour|rentr|revenu|voyag|travers|achemin|parti|traslad|repatri|viaj|retorn|regres|cruz|llega|trata$|transfer)/
const NO_MIGRATION = /^(?:extradit|bann?(?:ed|ing|s)?$|barr(?:ed|ing)$|interdi|prohib)/

/** True for a word (folded) that speaks of people on the move. */
export function isMigration(folded: string): boolean {
  return MIGRATION.test(folded)
}

/** True for a word (folded) that speaks of a way from one place to another, of people or not. */
export function isTravel(folded: string): boolean {
  return TRAVEL.test(folded)
}

/** True for a word (folded) that turns "from" into something else: banned from, extradition from. */
export function isNoMigration(folded: string): boolean {
  return NO_MIGRATION.test(folded)
}

/** Movement back: "Moroccans returned from Libya" went to Morocco. */
export function isReturn(folded: string): boolean {
  return /^(?:return|repatriat|evacuat|deport|came$|rapatri|rentr|retour|revenu|evacu|expuls|retorn|regres|repatri|deport)/.test(
    folded,
  )
}

export const FROM: ReadonlySet<string> = foldedSet(
  'from de du des d depuis desde del provenance procedentes procedente',
)
export const TO: ReadonlySet<string> = foldedSet('to into toward towards vers au aux à a al hacia destination destino')
export const IN: ReadonlySet<string> = foldedSet('in inside across throughout within en au aux dans')

/** Articles and small words that may stand between a preposition and a country, or between two countries of a list. */
export const LIST_WORDS: ReadonlySet<string> = foldedSet(
  'the and or as well both also mainland neighbouring neighboring northern southern eastern western et ou la le les l y e o u el los las así como tanto du de des d del from in en au aux nearby post war torn',
)

/** Words that may stand between people and the place where they are. */
export const STATES_OF_PEOPLE: ReadonlySet<string> = foldedSet(`
  stranded living residing sheltering hosted registered held detained working arriving arrived who are is were live have been currently still now trapped camped settled staying seeking refuge safety remain remaining children women families
  bloqués vivant résidant hébergés enregistrés détenus installés qui sont vivent réfugiés accueillis actuellement
  varados varadas que viven residentes alojados registrados registradas detenidos acogidos actualmente están se encuentran
`)

/** Before "from X to Y" these say that it is a range, not a way. */
export const RANGE_WORDS: ReadonlySet<string> = foldedSet(
  'range ranges ranging ranged varying allant van yendo everything anywhere',
)

/** What a country is for the people who come: "Macao is a destination for …". */
export const DESTINATION_WORDS: ReadonlySet<string> = foldedSet('destination destinations destino destinos')
