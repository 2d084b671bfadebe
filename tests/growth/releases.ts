/** What do archives that grow hold? Small seeded releases in three languages, with concepts, countries and ties. */

import type { Release } from '../../src/types.js'
import type { NearCopies } from '../helpers/near-copies.js'
import type { Random } from '../helpers/random.js'

const SENTENCES: Record<string, readonly string[]> = {
  en: [
    'Human trafficking cases rose in Ivory Coast',
    'The organisation assisted internally displaced persons near Jos',
    'Migrants returned from Libya by charter flight',
    'IDP camps in South Sudan were flooded again',
    'Training for border officials ended in Macao',
    'Three hundred returnees received shelter kits',
    'The U.N. launched an appeal for 1,200 families',
    'Trafficking in persons was discussed by ministers',
    'Labour migration agreements with Burma were signed',
  ],
  fr: [
    "La traite des êtres humains en Côte d'Ivoire",
    "L'organisation a aidé les déplacés internes du Soudan",
    'Des migrants sont rentrés de Libye par avion',
    'Une formation pour les agents aux frontières',
    'Les familles ont reçu des abris',
  ],
  es: [
    'La trata de personas aumentó en Haití',
    'Los migrantes podían volver a sus hogares',
    'La organización capacitó a funcionarios de fronteras',
    'Familias desplazadas recibieron refugio',
  ],
}

const WORDS = [
  'return',
  'shelter',
  'border',
  'flight',
  'camp',
  'health',
  'data',
  'office',
  'visa',
  '2011',
  '17',
  'zebra',
]

/** Words and phrases that are looked for. */
export const QUERIES: readonly string[] = [
  'trafficking',
  'human trafficking',
  '"human trafficking"',
  'ivory coast',
  "côte d'ivoire",
  'idp',
  'internally displaced persons',
  'myanmar',
  'burma',
  'sudan',
  'south sudan',
  'migrants OR migrantes',
  'camp -shelter',
  'organisation',
  'organización',
  'return shelter',
  'office visa OR zebra',
  'the in of',
  'la traite',
  'title:border',
  '17',
  '2011',
  'familias desplazadas',
  '',
]

/** Words that texts of near-copies have, so that they are found. */
export const COPIED_WORDS: readonly string[] = [...WORDS, ...Object.values(SENTENCES).flat().join(' ').split(' ')]

/** A release with this id; any two may be alike but for their ids. Some have a text of `copies`, when that is given. */
export function makeRelease(random: Random, id: string, copies?: NearCopies): Release {
  const language = random.pick([...Object.keys(SENTENCES), 'en', 'en', undefined])
  const sentences = SENTENCES[language ?? 'en']!
  const words = (): string => random.sample(WORDS, random.between(1, 5)).join(' ')
  const paragraphs = Array.from({ length: random.between(0, 3) }, () =>
    random.chance(0.6) ? `${random.pick(sentences)}. ${words()}` : words(),
  )
  const release: Release = {
    id,
    title: random.chance(0.5) ? random.pick(sentences) : words(),
    body: paragraphs.join('\n\n'),
  }
  if (copies !== undefined && random.chance(0.5)) {
    release.body = copies.next()
    if (random.chance(0.5)) release.title = 'News'
  }
  const date = random.choose<string | undefined>([
    [1, () => undefined],
    [1, () => String(random.between(2009, 2011))],
    [1, () => `2010-0${random.between(1, 9)}`],
    [5, () => `201${random.below(3)}-0${random.between(1, 9)}-1${random.below(4)}`],
  ])
  if (date !== undefined) release.date = date
  if (language !== undefined) release.language = language
  if (random.chance(0.7)) release.countries = random.sample(['MO', 'CI', 'SS', 'HT', 'LY'], random.between(1, 2))
  if (random.chance(0.3)) release.mentions = [...(release.countries ?? []), 'MM']
  if (random.chance(0.4)) release.facets = { topic: random.pick(['return', 'trafficking', 'health']) }
  if (random.chance(0.3)) release.url = `https://example.org/${id}`
  return release
}
