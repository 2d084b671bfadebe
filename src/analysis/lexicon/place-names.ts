/** Which names mean one country, territory or city? From the tables of `places/`, less what would be found amiss. */

import { COUNTRIES, type Country, tableRows } from '../../places/countries.js'
import { NOT_PLACES } from '../../places/not-places.js'
import { PLACE_LANGUAGES } from '../../places/place-language.js'
import { type Concept, NO_CONCEPT } from '../concept.js'
import { formSequences, type KnownParts } from '../concept-forms.js'
import { titleStart } from '../state-titles.js'
import { CITY_NAMES } from './city-names.js'
import { declinedGerman, declinedRussian } from './inflection.js'

const split = (list: string): string[] => list.trim().split(/\s*;\s*/)

/** Names that are, or as often are, another place, a person or a plain word: they join nothing. */
const LEFT_OUT = new Set(
  split(`Congo;Kongo;Конго;الكونغو;Korea;Corée;Corea;Coreia;Корея;كوريا;America;América;Amérique;Amerika;Америка;
Norteamérica;أمريكا;أميركا;Maurice;Maurício;Maurizio;Maurícia;Dominique;Granada;Grenade;Salvador;Island;Réunion;Reunión;Emirates;
Emirati;Émirats;Emiratos;Emirados;Emirate;the Emirates;the Argentine;Santo Domingo;Saint-Domingue;Gold Coast;Saint Martin;Saint-Martin;
San Martín;São Martinho;St. Martin;Lao;RU;R.U.;R-U;R.-U.;Antigua;Saint Vincent;St Vincent;Saint Helena;Trinidad;Virgin Islands;
Virgin Islands, British;Burkina;Montserrat;Jersey;Guernsey;Svalbard;Christmas Island;Chagos Islands;Turks and Caicos;Porto Rico;
West Bank and Gaza;West Bank and Gaza Strip;OPT;oPt;TPO;Macedonia-Thrace;the Union;Malvinas;Malouines;EAU;E.A.U.;САР;مالي;
عمان;Того;Guyane;RSA;Tchad français;Cuba libre;Cayman;Niue;Guam;BRD;FRG;RFA;Aland;Samoa;Bundesrepublik;Perse;Persia;Hollande`).map(
    (name) => wordsOf(name).join(' '),
  ),
)

/** Short names that are also words or other bodies: in capitals only, in queries as well. */
const CAPITALS_ALWAYS = new Set(split('US;U.S.;CAR;RCA;RCI;ROK;PRC;RPC;FSM;PNG;ЦАР;РФ;É.-U.;EUA;E.U.A.'))

/** Names that people bear. */
const ALSO_PEOPLE = new Set(
  split('Holland;Liban;Chad;Georgia;Jordan;Israel;Kenya;India;Cuba;France;Paris;Sydney;Chile;Malta;Panama;Montenegro'),
)

/** Words that show that a name is another place. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  GE: ['Atlanta', 'Savannah', 'Fulton County', 'Irwin County', 'Stewart County', 'US state of Georgia'],
}

/** Short forms that the tables of places have no use for. */
const FURTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ['Vereinigte(n) Arabische(n) Emirate(n)'],
  GB: ['Britain', 'Great Britain'],
  US: ['=US', 'USA'],
  MO: ['Macau', 'Macao'],
  NL: ['@Holland'],
  PS: [
    'occupied Palestinian territor(y|ies)',
    'Palestinian territor(y|ies)',
    'territoire(s) palestinien(s) occupé(s)',
    'territorio(s) palestino(s) ocupado(s)',
  ],
  SZ: ['Swaziland', 'Eswatini', 'eSwatini'],
  MK: ['FYROM', 'former Yugoslav Republic of Macedonia', 'North Macedonia'],
  CV: ['Cape Verde', 'Cabo Verde', 'Cap-Vert'],
  TL: ['East Timor', 'Timor-Leste', 'Timor Leste', 'Timor oriental', 'Timor Oriental'],
}

/** Every country and territory as a concept, by its code. */
export function countryConcepts(): Concept[] {
  const owners = new Map<string, string>()
  const candidates = COUNTRIES.map((country) => ({ country, names: candidateNames(country) }))
  for (const { country, names } of candidates) {
    for (const { key } of names)
      owners.set(key, owners.has(key) && owners.get(key) !== country.code ? '' : country.code)
  }
  return candidates.map(({ country: { code }, names }) => {
    const concept: Concept = {
      id: code,
      forms: distinctForms(names.filter(({ key }) => owners.get(key) === code)),
      isName: true,
    }
    if (OTHERWISE[code] !== undefined) concept.unless = OTHERWISE[code]
    return concept
  })
}

/** Forms less those that others stand for already. */
function distinctForms(names: readonly CandidateName[]): string[] {
  const covered = new Set<string>()
  const known: KnownParts = new Map()
  return names
    .map(({ form }) => form)
    .filter((form) => {
      const sequences = formSequences(form.replace(/^[=@]/, ''), known).map((words) => words.join(' '))
      const isNew = sequences.some((sequence) => !covered.has(sequence))
      for (const sequence of sequences) covered.add(sequence)
      return isNew
    })
}

/** A name as a form, with its words as the key by which two names are the same. */
interface CandidateName {
  form: string
  key: string
}

function candidateNames({ code, names }: Country): CandidateName[] {
  const forms = new Map<string, string>()
  for (const name of FURTHER_NAMES[code] ?? []) forms.set(wordsOf(name.replace(/^[=@]/, '')).join(' '), name)
  for (const language of PLACE_LANGUAGES) {
    for (const name of names[language]) {
      // Catalogue forms ("Korea, Republic of", "Myanmar/Burma") stand in no running text; an article is no part of a name.
      if (/[,()/]|^the /i.test(name) || LEFT_OUT.has(wordsOf(name).join(' '))) continue
      const key = wordsOf(name).join(' ')
      const form = language === 'ru' ? declinedRussian(name) : language === 'de' ? declinedGerman(name) : name
      if (!forms.has(key)) forms.set(key, `${markOf(name)}${form}`)
    }
  }
  return [...forms].map(([key, form]) => ({ key, form })).filter(({ key }) => !isStyled(key, forms))
}

function markOf(name: string): string {
  if (CAPITALS_ALWAYS.has(name)) return '='
  return ALSO_PEOPLE.has(name) ? '@' : ''
}

function wordsOf(name: string): string[] {
  return formSequences(name)[0] ?? []
}

/** True for "Republic of Chad" where "Chad" is a form: queries understand the style of a state without it. */
function isStyled(key: string, forms: ReadonlyMap<string, string>): boolean {
  const words = key.split(' ').map((surface) => ({ surface }))
  for (let from = 1; from < words.length; from++) {
    const name = words
      .slice(from)
      .map(({ surface }) => surface)
      .join(' ')
    if (forms.has(name) && titleStart(words, from) < from && onlyStyleBefore(words, from)) return true
  }
  return false
}

function onlyStyleBefore(words: readonly { surface: string }[], from: number): boolean {
  const start = titleStart(words, from)
  return start === 0 || (start === 1 && words[0]!.surface === 'the')
}

/** Cities with several names, as concepts. */
export function cityConcepts(): Concept[] {
  return tableRows(CITY_NAMES).map(([id, names]) => ({
    id: `city:${id}`,
    forms: names.map((name) => (/[а-я]/.test(name) ? declinedRussian(name) : name)),
    isName: true,
  }))
}

/** Phrases that hold a name without meaning it ("Gulf of Mexico", "New Jersey"). */
export function otherPlaces(): Concept[] {
  const forms = tableRows(NOT_PLACES).flatMap(([, names]) => names)
  const further =
    split(`New Mexico;New Jersey;New Britain;New Georgia;South Georgia;New Caledonia;Papua New Guinea;Equatorial Guinea;Guinea-Bissau;
Guinea Bissau;New Guinea;Guinea pig(s);Guinea worm;Gulf of Guinea;Gulf of Oman;Northern Ireland;Niger Delta;Niger State;Gulf of Mexico;
Panama Canal;Panama hat(s);Panama Papers;Air France;Georgia Tech;Georgia State;Georgia state (senate|legislature|capitol|patrol|law|house|university);State of Georgia;Benin City;Athens Ohio;Athens Georgia;Rome Georgia;
Santa Lucia (hospital|church|school|parish);Saint Lucia (hospital|church|school|parish);Lebanon Pennsylvania;Peru Indiana;East Palestine;Paris Texas;Cairo Illinois;Moscow Idaho;Vienna Virginia;Atlanta Georgia;Georgia USA;Chad Basin;
Lake Chad;lac Tchad;lago Chad;Jordan River;River Jordan;Air Jordan;Michael Jordan;Dr Chad;Mr Chad;Chad Wolf;Vienna Convention;
Geneva Convention(s);Dublin Regulation;Bombay Sapphire;Turkey Red;American Samoa;Western Samoa;Inner Mongolia;Mongolie intérieure;
Nouveau-Mexique;Nuevo México;Novo México;Nouvelle-Guinée;Golfe du Mexique;Golfo de México;Irlande du Nord;Irlanda del Norte;Nordirland;
Irlanda do Norte;Irlanda del Nord;Северная Ирландия;Новая Гвинея;أيرلندا الشمالية`)
  const phrases = [...forms, ...further].filter((form) => /[ -]/.test(form))
  return [...new Set(phrases)].map((form) => ({ id: `${NO_CONCEPT}${form}`, forms: [form], isName: true }))
}
