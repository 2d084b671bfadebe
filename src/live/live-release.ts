/** Is this a release that can be shown? What a caller hands in becomes the release that an archive would hold. */

import { DatelinesError, type InputReason } from '../errors.js'
import { decodeRelease, encodeRelease } from '../format/stored-release.js'
import { oneLine, plainText } from '../ingest/extract/plain-text.js'
import { titleFromText } from '../ingest/extract/title.js'
import { languageTag } from '../ingest/language-tag.js'
import { isSafeUrl } from '../ingest/safe-url.js'
import type { DateSource, Release, ReleaseInput } from '../types.js'

const DATE_SOURCES: readonly string[] = ['stated', 'metadata', 'url', 'feed', 'dateline', 'text'] satisfies DateSource[]

/** What an input may hold. Contacts are known, and left out. */
const FIELDS: readonly string[] = [
  'id',
  'title',
  'body',
  'date',
  'dateSource',
  'language',
  'countries',
  'mentions',
  'url',
  'facets',
  'contacts',
] satisfies (keyof Release)[]

/** Longer bodies are refused, as a file of that size would be. */
const MAX_UNITS = 16 * 1024 * 1024

/**
 * The release of an input: its text in plain characters, with the paragraphs that it has. Nothing is worked out but a title
 * from the first words; a date, a country or an address that cannot be one is refused, since there is no report to doubt it in.
 *
 * @throws DatelinesError `E_INPUT`
 */
export function liveRelease(input: ReleaseInput): Release {
  if (typeof input !== 'object' || input === null)
    throw refusal('?', 'syntax', `an object is expected, got ${input === null ? 'null' : typeof input}`)
  const { body, id, title, date, dateSource, language, countries, mentions, url, facets } = input as Partial<Release>
  const name = typeof id === 'string' ? id : '?'
  if (typeof id !== 'string' || id.trim() === '') throw refusal(name, 'no-id', 'a release needs an "id" that is a text')
  const stated = oneLine(plainText(optionalText(name, 'title', title) ?? ''))
  if (typeof body !== 'string') {
    throw refusal(
      name,
      'no-text',
      '"body" must be a text; of a page, make a release with extractRelease of datelines/build first',
    )
  }
  for (const [field, value] of Object.entries(input)) {
    if (value !== undefined && !FIELDS.includes(field)) {
      throw refusal(name, 'syntax', `a release has no field ${JSON.stringify(field)}; it has ${FIELDS.join(', ')}`)
    }
  }
  if (body.length > MAX_UNITS)
    throw refusal(name, 'too-large', `"body" has ${body.length} characters, at most ${MAX_UNITS} are taken`)
  const text = plainText(body).trim()
  const release: Release = { id: id.trim(), title: stated === '' ? titleFromText(text) : stated, body: text }
  if (release.title === '' && text === '' && title === undefined) {
    throw refusal(name, 'no-text', 'there is neither a title nor a text')
  }
  const day = optionalText(name, 'date', date)
  if (day !== undefined) {
    release.date = dateOf(name, day)
    release.dateSource = DATE_SOURCES.includes(dateSource as string) ? dateSource! : 'stated'
  }
  const tag = optionalText(name, 'language', language)
  if (tag !== undefined)
    release.language = languageTag(tag) ?? wrong(name, 'language', tag, 'a language tag such as "en"')
  const address = optionalText(name, 'url', url)
  if (address !== undefined) {
    if (!isSafeUrl(address))
      throw refusal(name, 'unsafe', `"url" must be a web address, got ${JSON.stringify(address)}`)
    release.url = address
  }
  if (countries !== undefined) release.countries = codesOf(name, 'countries', countries)
  if (mentions !== undefined) release.mentions = codesOf(name, 'mentions', mentions)
  if (facets !== undefined) release.facets = facetsOf(name, facets)
  // As it comes back from an archive: empty lists are absent, facets in order, and nothing of the caller's is shared.
  return decodeRelease(encodeRelease(release), release.id)
}

function optionalText(id: string, field: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') return wrong(id, field, value, 'a text')
  const text = value.trim()
  return text === '' ? undefined : text
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time is cut to its day in UTC. */
function dateOf(id: string, text: string): string {
  const expected = 'an ISO date such as "2011-03-14", "2011-03" or "2011"'
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.+)?)?)?$/.exec(text)
  if (parts === null) return wrong(id, 'date', text, expected)
  const [, year, month = '01', day = '01', time] = parts
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${year}-${month}-${day}`)
  if (!isDay) return wrong(id, 'date', text, expected)
  if (time === undefined) return text
  const moment = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(time) ? text : `${text}Z`)
  return Number.isNaN(moment.getTime()) ? wrong(id, 'date', text, expected) : moment.toISOString().slice(0, 10)
}

function codesOf(id: string, field: string, value: unknown): string[] {
  const expected = 'a list of ISO 3166-1 codes such as ["MO", "CN"]'
  if (!Array.isArray(value)) return wrong(id, field, value, expected)
  for (const code of value) if (typeof code !== 'string' || !/^[A-Z]{2}$/.test(code)) wrong(id, field, code, expected)
  return [...new Set(value as string[])]
}

function facetsOf(id: string, value: unknown): Record<string, string | string[]> {
  const expected = 'an object of texts and lists of texts'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(id, 'facets', value, expected)
  const facets = Object.entries(value).flatMap(([name, given]): [string, string | string[]][] => {
    const values: unknown[] = Array.isArray(given) ? given : [given]
    if (name === '' || name.startsWith('~')) wrong(id, 'facets', name, 'names that do not begin with "~"')
    if (!values.every((each) => typeof each === 'string'))
      wrong(id, `facets.${name}`, given, 'a text or a list of texts')
    const texts = [...new Set((values as string[]).map((each) => each.trim()).filter((each) => each !== ''))]
    if (texts.length === 0) return []
    return [[name, Array.isArray(given) ? texts : texts[0]!]]
  })
  return Object.fromEntries(facets)
}

function wrong(id: string, field: string, value: unknown, expected: string): never {
  const shown = (JSON.stringify(value) ?? String(value)).slice(0, 100)
  throw refusal(id, 'syntax', `"${field}" must be ${expected}, got ${shown}`)
}

function refusal(id: string, reason: InputReason, problem: string): DatelinesError {
  const where = `release ${JSON.stringify(id)}`
  return new DatelinesError('E_INPUT', `The ${where} is not taken in: ${problem}.`, { where, reason })
}
