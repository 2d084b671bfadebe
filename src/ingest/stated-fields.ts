/** What does a data record, a front matter or a caller's object state? Names, aliases and forms made one. */

import { countryCode } from '../places/countries.js'
import { countriesCalled } from '../places/shared-names.js'
import type { Contact, DateSource, Release } from '../types.js'
import { type FieldName, foldFieldName, usualNames } from './field-names.js'
import { atPath, isObject, plainValues } from './field-path.js'
import { languageTag } from './language-tag.js'
import { markupWords } from './page-markup.js'
import { isSafeUrl } from './safe-url.js'

/** A doubt about one value. */
export interface Doubt {
  field: string
  value: string
  reason: string
}

/** What a record states, in the shapes of a release. */
export interface StatedFields {
  stated: Partial<Release>
  /** The body where it is HTML. */
  html?: string
  doubts: Doubt[]
}

const DATE_SOURCES: readonly DateSource[] = ['stated', 'metadata', 'url', 'feed', 'dateline', 'text']
/** Markup that no plain text holds by chance: ticker symbols in angle brackets are not it. */
const MARKUP =
  /<\/(?:p|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|table|tr|td|blockquote|font|article|section|body|html)\s*>|<(?:br|hr)\s*\/?>|<(?:p|div|span|img|a|ul|ol)\s[^<>]{0,500}=[^<>]*>/i
const ENTITY =
  /&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|[a-zA-Z](?:acute|grave|circ|uml|tilde|cedil)|#\d{2,6}|#x[0-9a-fA-F]{2,5});/
const PRINTED_VALUE = 80

/** Reads the fields of a record: where `paths` say, else by the usual names. */
export function statedFields(
  raw: Record<string, unknown>,
  paths: Partial<Record<FieldName, string>> = {},
): StatedFields {
  const doubts: Doubt[] = []
  const properties = new Map<string, unknown>()
  for (const [name, value] of Object.entries(raw)) {
    const key = foldFieldName(name)
    if (!properties.has(key)) properties.set(key, value)
  }
  const valuesOf = (field: FieldName) => {
    const placed = paths[field] === undefined ? [] : plainValues(atPath(raw, paths[field]))
    if (placed.length > 0) return placed
    for (const alias of usualNames(field)) {
      const values = plainValues(properties.get(alias))
      if (values.length > 0) return values
    }
    return []
  }
  const text = (field: FieldName) => {
    const [value] = valuesOf(field)
    return value === undefined || value instanceof Date ? undefined : String(value)
  }

  const stated: Partial<Release> = {}
  const id = text('id')?.trim()
  if (id !== undefined) stated.id = id
  const title = text('title')
  if (title !== undefined) stated.title = MARKUP.test(title) || ENTITY.test(title) ? markupWords(title) : title
  const date = dateText(valuesOf('date')[0], doubts)
  if (date !== undefined) stated.date = date
  if (date !== undefined && DATE_SOURCES.includes(raw.dateSource as DateSource))
    stated.dateSource = raw.dateSource as DateSource
  const language = text('language')
  if (language !== undefined) {
    const tag = languageTag(language)
    if (tag === undefined) doubts.push(doubt('language', language, 'not a language; it is guessed'))
    else stated.language = tag
  }
  for (const field of ['countries', 'mentions'] as const) {
    const codes = countryCodes(valuesOf(field), field, doubts)
    if (codes.length > 0) stated[field] = codes
  }
  const url = text('url')?.trim()
  if (url !== undefined) {
    if (isSafeUrl(url)) stated.url = url
    else doubts.push(doubt('url', url, 'not a web address; left out'))
  }
  const facets = facetValues(raw.facets)
  if (facets !== undefined) stated.facets = facets
  const contacts = contactList(raw.contacts)
  if (contacts !== undefined) stated.contacts = contacts

  const body = valuesOf('body')
    .filter((value) => !(value instanceof Date))
    .join('\n\n')
  const html = text('html')
  if (body === '') {
    if (html !== undefined) return { stated, html, doubts }
    // A record of its own id that says in so many words that it has no text is taken at its word.
    if (stated.id !== undefined && raw.title === '' && raw.body === '') Object.assign(stated, { title: '', body: '' })
    return { stated, doubts }
  }
  const markup = bodyMarkup(body)
  if (markup !== undefined) return { stated, html: markup, doubts }
  stated.body = body
  return { stated, doubts }
}

/** The body as HTML when it is HTML, or text with its entities left in; undefined when it is plain text. */
function bodyMarkup(body: string): string | undefined {
  if (MARKUP.test(body)) return body
  if (!ENTITY.test(body)) return undefined
  // Only entities: line structure is that of plain text, which HTML would lose.
  const escaped = body.replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<pre>${escaped}</pre>`
}

/** ISO 3166-1 codes of names or codes, in order, each once; names that are none become doubts. */
export function countryCodes(values: readonly unknown[], field: string, doubts: Doubt[]): string[] {
  const codes = new Set<string>()
  for (const value of values) {
    if (typeof value !== 'string') continue
    const whole = countryCode(value.trim())
    // A whole name may hold a comma: "Korea, Republic of".
    const names = whole !== undefined ? [value.trim()] : value.split(/[;|,/\n]/).map((name) => name.trim())
    for (const name of names) {
      if (name === '') continue
      const code = countryCode(name)
      if (code === undefined) {
        doubts.push(doubt(field, name, 'unknown country'))
        continue
      }
      codes.add(code)
      const called = countriesCalled(name)
      if (called !== undefined)
        doubts.push(doubt(field, name, `${called.join(' or ')}: taken for ${code}; give the code where it is not`))
    }
  }
  return [...codes]
}

/** Values as facet values: strings, each once; undefined when there is none. */
export function facetText(value: unknown): string | string[] | undefined {
  const texts = [
    ...new Set(
      plainValues(value).map((plain) =>
        plain instanceof Date ? plain.toISOString().slice(0, 10) : String(plain).trim(),
      ),
    ),
  ]
  return texts.length === 0 ? undefined : texts.length === 1 && !Array.isArray(value) ? texts[0] : texts
}

/** A doubt with its value cut to what a report can show. */
export function doubt(field: string, value: string, reason: string): Doubt {
  return { field, value: value.length > PRINTED_VALUE ? `${value.slice(0, PRINTED_VALUE - 1)}…` : value, reason }
}

function facetValues(value: unknown): Record<string, string | string[]> | undefined {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value).flatMap(([name, inner]): [string, string | string[]][] => {
    const text = facetText(inner)
    return text === undefined ? [] : [[name, text]]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function contactList(value: unknown): Contact[] | undefined {
  if (!Array.isArray(value)) return undefined
  const contacts = value.filter(isObject).map((row) => {
    const contact: Contact = {}
    for (const name of ['name', 'office', 'phone', 'email'] as const) {
      const text = row[name]
      if (typeof text === 'string' && text.trim() !== '') contact[name] = text.trim()
    }
    return contact
  })
  return contacts.some((contact) => Object.keys(contact).length > 0) ? contacts : undefined
}

/** A date as text. Numbers are years, days written as eight digits, or seconds or milliseconds since 1970. */
function dateText(value: string | number | boolean | Date | undefined, doubts: Doubt[]): string | undefined {
  if (value === undefined || typeof value === 'boolean') return undefined
  if (value instanceof Date) {
    if (!Number.isNaN(value.getTime())) return value.toISOString()
    doubts.push(doubt('date', String(value), 'not a date'))
    return undefined
  }
  const text = String(value).trim()
  if (!/^-?\d+$/.test(text) || /^\d{4}$/.test(text)) return text
  const eight = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (eight !== null && Number(eight[2]) <= 12 && Number(eight[3]) <= 31) return `${eight[1]}-${eight[2]}-${eight[3]}`
  const digits = text.replace('-', '').length
  if (digits >= 7 && digits <= 14) return new Date(Number(text) * (digits <= 10 ? 1000 : 1)).toISOString()
  return text
}
