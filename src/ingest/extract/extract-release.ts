/** How does one raw document become one clean release? The extractors in order; what is stated is always believed. */

import { DatelinesError } from '../../errors.js'
import type { InputPlace, Release, Warning } from '../../types.js'
import type { BoilerplateModel } from './boilerplate.js'
import { type DateEvidence, EARLIEST_YEAR, findDate, readStatedDate, yearOfStatedNoDay } from './date.js'
import { ambiguousDate, dateDoubts } from './date-doubts.js'
import { errorPage } from './error-page.js'
import { detectLanguage } from './language.js'
import { oneLine, plainText } from './plain-text.js'
import { type RawDocument, readDocument } from './raw-document.js'
import { settlePlaces } from './settle-places.js'
import { titleFromText } from './title.js'

/** One raw document, as a reader hands it over. */
export interface ExtractInput {
  place: InputPlace
  /**
   * `html`: a page or a fragment in `html`. `text`: a text dump that may begin with the site's menu. `markdown`: text
   * in blocks separated by blank lines. `data`: a record whose fields are stated.
   */
  kind: 'html' | 'text' | 'markdown' | 'data'
  /** Fields that the source states. They are believed; only blanks and hard wraps are mended. */
  stated: Partial<Release>
  html?: string
  text?: string
  /** Further fields of the source, such as front matter. */
  metadata?: Record<string, unknown>
  url?: string
  /** CSS selectors that say where a page has its title, body and date. */
  select?: { title?: string; body?: string; date?: string }
}

export interface ExtractOptions {
  /** Languages that may occur, as BCP 47 tags. Default: any. */
  languages?: readonly string[]
  /** Whether the people named in contact blocks are returned. They are never in the body. Default `'drop'`. */
  contacts?: 'drop' | 'keep'
  /** False: only what is stated, nothing is looked for. Default true. */
  extract?: boolean
  /** No extracted date may be later. Default: the current time. */
  now?: Date
  /** Lines learnt to be boilerplate of a folder or site. */
  boilerplate?: BoilerplateModel
}

/** A clean release, how each field was obtained, and what was doubtful. */
export interface Extraction {
  /** `id` is empty when it was not stated. */
  release: Release
  /** By field, in words: `date: 'dateline "Geneva, 12 May 2009"'`. */
  how: Record<string, string>
  warnings: Warning[]
}

/**
 * Makes one clean release of one raw document.
 *
 * @throws DatelinesError `E_INPUT` with reason `no-text` when neither a title nor a text is found. A record that states
 * both as empty is taken in, with a warning.
 */
export async function extractRelease(input: ExtractInput, options: ExtractOptions = {}): Promise<Extraction> {
  const warnings: Warning[] = []
  return settle(input, readDocument(input, options, warnings), options, warnings)
}

/**
 * Makes releases of one raw document: several when it is a digest or an aggregator's page that holds them one after the
 * other, else one. Those of a digest have an empty `id`; callers number them in this order.
 *
 * @throws DatelinesError as {@link extractRelease}.
 */
export async function extractReleases(input: ExtractInput, options: ExtractOptions = {}): Promise<Extraction[]> {
  const warnings: Warning[] = []
  const raw = readDocument(input, options, warnings)
  if (raw.parts.length === 0) return [await settle(input, raw, options, warnings)]
  const extractions: Extraction[] = []
  for (const { title, date, isAmbiguous, dateLine, text } of raw.parts) {
    const stated: Partial<Release> = { ...input.stated, title, date, dateSource: 'metadata' }
    delete stated.id
    const part: ExtractInput = { place: input.place, kind: 'text', stated, text }
    if (input.url !== undefined) part.url = input.url
    const extraction = await extractRelease(part, options)
    extraction.how.title = 'title above a date in a digest'
    extraction.how.date = `line "${dateLine}"`
    if (isAmbiguous)
      extraction.warnings.push({ ...input.place, field: 'date', value: dateLine, reason: ambiguousDate(dateLine) })
    extractions.push(extraction)
  }
  extractions[0]?.warnings.unshift(...warnings)
  return extractions
}

async function settle(
  input: ExtractInput,
  raw: RawDocument,
  options: ExtractOptions,
  warnings: Warning[],
): Promise<Extraction> {
  const { stated, place } = input
  const how: Record<string, string> = {}
  const extract = options.extract ?? true
  const body = raw.body
  const statedTitle = oneLine(plainText(stated.title ?? ''))
  const title = statedTitle !== '' ? statedTitle : (raw.title ?? titleFromText(body))
  if (title === '' && body === '') {
    // A record that says in so many words that it is empty is a release of its date and countries; nothing else is.
    if (stated.title === undefined && stated.body === undefined) throw noText(place)
    warnings.push({ ...place, field: 'body', value: '', reason: 'neither a title nor a text' })
  } else if (body === '')
    warnings.push({ ...place, field: 'body', value: title, reason: 'no text was found beside the title' })
  const error = extract ? errorPage(title, body) : undefined
  if (error !== undefined) {
    // What a record states is believed; a page or a file of a crawl is not.
    if (error === 'certain' && statedTitle === '') throw noRelease(place, title)
    warnings.push({
      ...place,
      field: 'title',
      value: title,
      reason: 'what a server says of an error; is this a release?',
    })
  }
  const release: Release = { id: stated.id ?? '', title, body }
  how.title = statedTitle !== '' ? 'stated' : raw.title === undefined ? 'first words of the text' : raw.titleHow
  how.body = raw.bodyHow

  const language = await settleLanguage(input, raw, release, options)
  if (language !== undefined) {
    release.language = language.tag
    how.language = language.how
  }
  settleDate(input, raw, release, options, { how, warnings })

  const url = stated.url ?? input.url ?? raw.url
  if (url !== undefined && url !== '') release.url = url
  if (stated.countries !== undefined) {
    release.countries = stated.countries
    how.countries = 'stated'
  }
  if (stated.mentions !== undefined) {
    release.mentions = stated.mentions
    how.mentions = 'stated'
  }
  if (stated.facets !== undefined) release.facets = stated.facets
  if (extract) settlePlaces(release, raw.evidence.region, how)
  if (options.contacts === 'keep') {
    const contacts = stated.contacts ?? (extract ? raw.contacts : [])
    if (contacts.length > 0) {
      release.contacts = contacts
      how.contacts = stated.contacts !== undefined ? 'stated' : 'contact block'
    }
  }
  return { release, how, warnings }
}

/** Language names as trailing metadata writes them. */
const LANGUAGE_NAMES = new Map<string, string>(
  Object.entries({
    english: 'en',
    french: 'fr',
    français: 'fr',
    spanish: 'es',
    español: 'es',
    arabic: 'ar',
    russian: 'ru',
    portuguese: 'pt',
    german: 'de',
    italian: 'it',
    chinese: 'zh',
  }),
)

async function settleLanguage(
  input: ExtractInput,
  raw: RawDocument,
  release: Release,
  options: ExtractOptions,
): Promise<{ tag: string; how: string } | undefined> {
  if (input.stated.language !== undefined && input.stated.language !== '')
    return { tag: input.stated.language, how: 'stated' }
  if (options.extract === false) return undefined
  const found = await detectLanguage(`${release.title}\n${release.body}`, options.languages)
  const named = LANGUAGE_NAMES.get(raw.evidence.language?.toLowerCase() ?? '')
  if (found !== undefined && (found.reliable || (named === undefined && raw.language === undefined)))
    return { tag: found.language, how: 'detected' }
  if (named !== undefined) return { tag: named, how: `metadata "Language ${raw.evidence.language}"` }
  if (raw.language !== undefined)
    return { tag: raw.language.split('-', 1)[0] as string, how: `page language "${raw.language}"` }
  return undefined
}

interface Notes {
  how: Record<string, string>
  warnings: Warning[]
}

/** Drafts are embargoed, but not for longer. */
const LATEST_AHEAD = 2
/** Stated years beyond these stand for none. */
const EARLIEST_STATED = 1400
const LATEST_STATED = 9000

function settleDate(
  input: ExtractInput,
  raw: RawDocument,
  release: Release,
  options: ExtractOptions,
  { how, warnings }: Notes,
): void {
  const { stated, place } = input
  const now = options.now ?? new Date()
  if (stated.date !== undefined && stated.date !== '') {
    const date = readStatedDate(stated.date, release.language)
    const year = Number(date?.date.slice(0, 4))
    // Databases and programs write the first or the last day they know for none: 0001-01-01, 9999-12-31.
    const isNone = year < EARLIEST_STATED || year > LATEST_STATED
    if (date !== undefined && !isNone) {
      if (date.isAmbiguous)
        warnings.push({ ...place, field: 'date', value: stated.date, reason: ambiguousDate(stated.date) })
      if (year < EARLIEST_YEAR || year > now.getUTCFullYear() + LATEST_AHEAD)
        warnings.push({ ...place, field: 'date', value: stated.date, reason: 'a year far off; it is kept as stated' })
      release.date = date.date
      release.dateSource = stated.dateSource ?? 'stated'
      how.date = release.dateSource === 'stated' ? 'stated' : `stated by the ${release.dateSource}`
      return
    }
    const statedYear = isNone ? undefined : yearOfStatedNoDay(stated.date, release.language)
    const reason = isNone
      ? 'a year that stands for no date; it is passed over'
      : statedYear === undefined
        ? 'not a date'
        : 'a day that no calendar has; at most its year is kept'
    warnings.push({ ...place, field: 'date', value: stated.date, reason })
    if (statedYear !== undefined) {
      release.date = statedYear
      release.dateSource = 'stated'
      how.date = `the year of "${stated.date.slice(0, 40)}"`
    }
  }
  if (options.extract === false) return
  const { posted, dateLines } = raw.evidence
  const evidence: DateEvidence = {
    marked: raw.marked,
    addresses: [stated.url, input.url, raw.url, ownPath(input)].filter((address) => address !== undefined),
    lines: posted === undefined ? dateLines : [`Posted: ${posted}`, ...dateLines],
    title: release.title,
    body: release.body,
    ...(release.language === undefined ? {} : { language: regional(release.language, raw.language) }),
    now,
  }
  const doubt = (value: string, reason: string): void => {
    warnings.push({ ...placeOf(input, value), field: 'date', value, reason })
  }
  for (const { value, reason } of dateDoubts(evidence)) doubt(value, reason)
  const found = findDate(evidence)
  // What is sure of a stated date is made more exact, and never contradicted.
  if (found === undefined || (release.date !== undefined && !found.date.startsWith(`${release.date}-`))) return
  if (found.ambiguous !== undefined) doubt(found.ambiguous, ambiguousDate(found.ambiguous))
  release.date = found.date
  release.dateSource = found.source
  how.date = found.how
}

/** The place of a value: of a text, its line. */
function placeOf({ place, kind, text = '' }: ExtractInput, value: string): InputPlace {
  const at = kind === 'text' && place.line === undefined ? text.indexOf(value) : -1
  return at < 0 ? place : { ...place, line: text.slice(0, at).split(/\r\n?|\n/).length }
}

/** The path of a file that is one document: "newsdesk/20160701". That of many records says nothing of each. */
function ownPath({ kind, place }: ExtractInput): string | undefined {
  return kind === 'data' || place.line !== undefined ? undefined : place.file
}

/** The page's own tag when it names a region of the language found: `en` on an `en-GB` page. */
function regional(language: string, page: string | undefined): string {
  return page?.toLowerCase().startsWith(`${language}-`) ? page : language
}

function noText(place: InputPlace): DatelinesError {
  const where = describe(place)
  return new DatelinesError(
    'E_INPUT',
    `${where}: no text found: neither a title nor a body is left after extraction. Expected a release; leave the file out, or name its parts with \`select\`.`,
    { where, reason: 'no-text' },
  )
}

function noRelease(place: InputPlace, title: string): DatelinesError {
  const where = describe(place)
  return new DatelinesError(
    'E_INPUT',
    `${where}: the page of an error, and no release: its title is "${title}". Leave the file out, or state a title of its own.`,
    { where, reason: 'no-text' },
  )
}

function describe(place: InputPlace): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`
}
