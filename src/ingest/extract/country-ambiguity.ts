/** Which names of places are also something else, and what settles it? Tables and rules; written by hand. */

import type { CountryMention } from './country-mentions.js'

/** Names, folded, that count only where something else in the text names the same country. */
export const NEEDS_SUPPORT: ReadonlySet<string> = new Set([
  'granada',
  'grenade',
  'salvador',
  'maurice',
  'mauricio',
  'reunion',
  'antigua',
  'jersey',
  'guernsey',
  'montserrat',
  'island',
  'lao',
  'saint martin',
  'san martin',
  'sao martinho',
  'st martin',
  'saint vincent',
  'st vincent',
  'saint helena',
  'st helena',
  'saint barth',
  'trinidad',
  'persia',
  'gold coast',
  'liban',
  'emirate',
  'emirates',
  'emirati',
  'emiratos',
  'emirados',
  'virginie',
  'sinai',
  'christmas island',
  'tanganyika',
  'niue',
  'cayman',
  'pitcairn',
  'svalbard',
  'san marino',
  'sidney',
  'santa elena',
  'belen',
  // The West Bank, or the western bank of any river.
  'الضفه الغربيه',
])

/** Forms that name one state of two present countries, and the second of them. */
export const STATE_UNIONS: ReadonlyMap<string, string> = new Map(
  [
    'serbia and montenegro',
    'serbia montenegro',
    'serbie et montenegro',
    'serbia y montenegro',
    'صربيا والجبل الاسود',
    'servia e montenegro',
    'сербия и черногория',
    'serbien und montenegro',
    'serbia e montenegro',
  ].map((form) => [form, 'ME']),
)

/** Short forms, folded, that in an all-capitals line are more likely the plain word. */
export const PLAIN_WORDS_IN_CAPITALS: ReadonlySet<string> = new Set([
  'us',
  'turkey',
  'chad',
  'polish',
  'jordan',
  'guinea',
  'jersey',
  'car',
  'niger',
  'poles',
  'finns',
  'scots',
  'nice',
  'mobile',
  'reading',
  'bath',
  'split',
  'buffalo',
  'phoenix',
  'providence',
  'maine',
  'como',
])

/** Given after a preposition, these say that a nationality's word means its language. */
export const LANGUAGE_PREPOSITIONS: ReadonlySet<string> = new Set(
  'in into speak speaks speaking spoke spoken fluent learn learns learning learned study studies studying teach teaches taught en parle parlent parler parlant apprend apprennent apprendre habla hablan hablar aprende aprenden aprender em fala falam falar aprendem auf lernt lernen parla parlano parlare imparano imparare'.split(
    ' ',
  ),
)

/** What is taught: "un profesor de español", "des cours de français", "aulas de português". Folded. */
export const LESSONS: ReadonlySet<string> = new Set(
  'profesor profesora profesores maestro maestra clase clases curso cursos libro libros cours professeur professeurs prof lecon lecons manuel aula aulas professor professora professores corso corsi lezione lezioni insegnante'.split(
    ' ',
  ),
)

/** Languages whose names are no people's and no country's, folded: what is listed with one of them is a language too. */
export const LANGUAGES_ONLY: ReadonlySet<string> = new Set(
  'tagalog bahasa swahili kiswahili kirundi kinyarwanda tigrinya amharic dari pashto pashtu farsi urdu hindi hausa yoruba igbo wolof pulaar kurmanji sorani quechua aymara guarani creole lingala tamil sinhala punjabi mandarin cantonese esperanto oromo tigre bambara'.split(
    ' ',
  ),
)

/** Kin, folded: "Jordan, his grandson, keeps goal". */
export const KIN: ReadonlySet<string> = new Set(
  'son sons daughter grandson granddaughter brother sister wife husband mother father cousin nephew niece uncle aunt child baby boy girl twin friend fils fille frere soeur mari femme mere pere hijo hija nieto nieta hermano hermana esposo esposa madre padre filho filha neto neta irmao irma sohn tochter bruder schwester enkel figlio figlia fratello sorella'.split(
    ' ',
  ),
)

/** After a city, these make it the name of what was agreed there. */
export const AGREEMENTS: ReadonlySet<string> = new Set(
  'accord accords agreement agreements pact treaty convention conventions protocol declaration compact process principles statute club'.split(
    ' ',
  ),
)

/** Words of currency, folded: the country before them says what was paid, not where. */
export const CURRENCIES: ReadonlySet<string> = new Set(
  'dollar dollars dlr dlrs dlr cent cents franc francs yen yuan pound pounds sterling peso pesos mark marks euro euros lira lire riyal rial rupee rupees krona crown crowns guilder guilders shilling shillings dinar dinars won dolares dolar real'.split(
    ' ',
  ),
)

/**
 * Towns, folded, that have namesakes in other English-speaking countries: where the text names a state or province of
 * one of these and nothing else of the town's own country, the town is there.
 */
export const NAMESAKES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    edmonton: ['AU', 'US', 'GB'],
    glasgow: ['US'],
    birmingham: ['US'],
    manchester: ['US'],
    cambridge: ['US', 'CA'],
    oxford: ['US'],
    perth: ['CA', 'GB'],
    newcastle: ['GB', 'AU', 'US'],
    hamilton: ['CA', 'NZ', 'US'],
    richmond: ['CA', 'GB', 'AU'],
    windsor: ['CA', 'GB'],
    halifax: ['GB'],
    aberdeen: ['US'],
    dundee: ['US'],
    belfast: ['US'],
    melbourne: ['US'],
    sydney: ['CA'],
    liverpool: ['AU'],
    brighton: ['AU', 'US'],
    bristol: ['US'],
    vancouver: ['US'],
    naples: ['US'],
    odessa: ['US'],
    alexandria: ['US'],
    florence: ['US'],
    geneva: ['US'],
    venice: ['US'],
    milan: ['US'],
    bethlehem: ['US'],
    hebron: ['US'],
    guadalajara: ['ES'],
    barcelona: ['VE'],
    valencia: ['VE'],
    hyderabad: ['PK'],
  }),
)

const NEIGHBOURS_OF_GEORGIA = ['AM', 'AZ', 'RU', 'TR', 'UA', 'MD', 'BY', 'KZ']
const CONGO = /^(?:congo|kongo|конго|الكونغو|كونغو)$/
const GEORGIA = /^(?:georgia|georgie)$/
const SOUTH_KOREA =
  /^(?:south|sud|sur|sul|s |republi|rok$|coree du sud|cor\w+ d\w+ s|sudcorea|korea rep|южн|республ|كوريا الجنوبيه)/

/** What the rules look at: which countries are named by mentions that need no settling. */
export interface NamedCountries {
  /** Number of sure mentions by code. */
  sure: ReadonlyMap<string, number>
  /** Codes named by a sure city, capital or province. */
  places: ReadonlySet<string>
  /** Folded forms that are in the text. */
  forms: ReadonlySet<string>
}

type NamePart = Pick<CountryMention, 'form' | 'kind' | 'code'>

/** True for forms that several countries share: `settleCode` decides, and they support no other mention. */
export function isOpen({ form, kind, code }: NamePart): boolean {
  if (kind === 'city' || kind === 'capital' || kind === 'province') return form === 'عمان'
  if (form === 'equateur') return true
  if (GEORGIA.test(form) || CONGO.test(form) || /^(?:dominicans?|عمان\S{0,2}|virgin islands)$/.test(form)) return true
  if (kind === 'nationality') return code === 'CG' || code === 'GN' || (code === 'KR' && !SOUTH_KOREA.test(form))
  return code === 'KR' && !SOUTH_KOREA.test(form)
}

/** The code that the rest of the text makes likely for an open form. */
export function settleCode({ form, code }: NamePart, named: NamedCountries): string {
  const has = (other: string) => named.sure.has(other)
  if (GEORGIA.test(form)) return has('GE') || !isGeorgiaOfUnitedStates(named) ? 'GE' : 'US'
  switch (code) {
    case 'CD':
    case 'CG':
      return settleCongo(named)
    case 'EC':
      // Équateur is a province of the larger Congo too.
      return has('CD') && !has('EC') ? 'CD' : 'EC'
    case 'DO':
      return has('DM') && !has('DO') ? 'DM' : 'DO'
    case 'OM':
    case 'JO':
      return has('JO') && !has('OM') ? 'JO' : 'OM'
    case 'VI':
      return has('VG') && !has('VI') ? 'VG' : 'VI'
    case 'KR':
      return has('KP') && !has('KR') ? 'KP' : 'KR'
    case 'GN':
      return has('GN') ? 'GN' : has('GQ') ? 'GQ' : has('GW') ? 'GW' : 'GN'
  }
  return code
}

function isGeorgiaOfUnitedStates(named: NamedCountries): boolean {
  if (NEIGHBOURS_OF_GEORGIA.some((code) => named.sure.has(code))) return false
  return named.places.has('US') || (named.sure.has('US') && named.sure.size <= 2)
}

/** "Congo" alone is the larger one, unless the text names Brazzaville's only, or calls the larger one Zaire. */
function settleCongo(named: NamedCountries): string {
  const isLargerNamed = [...named.forms].some((form) => /d\w*mocrati|^(?:drc|rdc|kinshasa)$/.test(form))
  if (named.forms.has('zaire') && !isLargerNamed) return 'CG'
  return named.sure.has('CG') && !named.sure.has('CD') ? 'CG' : 'CD'
}
