/**
 * How is a release written into a text block? As one line of JSON: an array, so that the names of its fields take no room.
 *
 *     line := [id, title, body, date, dateSource, countries, mentions, language, url, facets, contacts]
 *
 * `date`, `language` and `url` are strings; `dateSource` is an index into DATE_SOURCES; `countries` is the codes joined by
 * spaces; `mentions` is 1 for just the countries, the further codes joined by spaces where the countries come first, else `!` and all of them
 * joined by spaces (lists whose values hold a space are arrays);
 * `facets` is an object of strings and arrays; `contacts` an array of objects. What is absent or empty is 0, and zeros at the end are left out.
 */

import { corrupt } from '../bytes/byte-reader.js'
import { compareCodePoints } from '../bytes/utf8.js'
import type { Contact, DateSource, Release } from '../types.js'

const DATE_SOURCES: readonly DateSource[] = ['stated', 'metadata', 'url', 'feed', 'dateline', 'text']

/** The line of a release. Two releases with the same fields have the same line. */
export function encodeRelease(release: Release): string {
  const { id, title, body, date, dateSource, countries, mentions, language, url, facets, contacts } = release
  const fields: unknown[] = [
    id,
    title,
    body,
    date ?? 0,
    dateSource === undefined ? 0 : DATE_SOURCES.indexOf(dateSource) + 1,
    joined(countries),
    mentions === undefined ? 0 : encodeMentions(mentions, countries ?? []),
    language ?? 0,
    url ?? 0,
    facets !== undefined && Object.keys(facets).length > 0 ? sorted(facets) : 0,
    contacts !== undefined && contacts.length > 0 ? contacts : 0,
  ]
  while (fields.at(-1) === 0) fields.pop()
  return JSON.stringify(fields)
}

function joined(codes: readonly string[] | undefined): string | readonly string[] | 0 {
  if (codes === undefined || codes.length === 0) return 0
  return codes.some(isNoCode) ? codes : codes.join(' ')
}

/** Values that cannot be joined and split again. */
function isNoCode(value: string): boolean {
  return value === '' || /[ !]/.test(value)
}

/** 1 stands for "the countries and no others", which is frequent; a list in another order is written whole. */
function encodeMentions(mentions: readonly string[], countries: readonly string[]): string | readonly string[] | 0 | 1 {
  if (mentions.length === 0) return 0
  if (mentions.some(isNoCode) || countries.some(isNoCode)) return mentions
  const leading = countries.every((code, index) => mentions[index] === code)
  if (!leading || countries.length === 0) return `!${mentions.join(' ')}`
  return mentions.length === countries.length ? 1 : mentions.slice(countries.length).join(' ')
}

function sorted(facets: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(facets).sort(([a], [b]) => compareCodePoints(a, b)))
}

/** The release of a line; `where` names the place in messages. */
export function decodeRelease(line: string, where: string): Release {
  let fields: unknown
  try {
    fields = JSON.parse(line)
  } catch (cause) {
    throw corrupt(where, 0, 'the stored release is not JSON', cause)
  }
  if (!Array.isArray(fields) || fields.length < 1) throw corrupt(where, 0, 'the stored release is not a release')
  const [
    id,
    title = 0,
    body = 0,
    date = 0,
    source = 0,
    codes = 0,
    mentioned = 0,
    language = 0,
    url = 0,
    facets = 0,
    contacts = 0,
  ] = fields as unknown[]
  if (typeof id !== 'string') throw corrupt(where, 0, 'the stored release has no id')
  const countries = typeof codes === 'string' ? codes.split(' ') : Array.isArray(codes) ? codes.map(String) : []
  const mentions = decodeMentions(mentioned, countries)
  const dateSource = DATE_SOURCES[Number(source) - 1]
  return {
    id,
    title: typeof title === 'string' ? title : '',
    body: typeof body === 'string' ? body : '',
    ...(typeof date === 'string' ? { date } : {}),
    ...(dateSource === undefined ? {} : { dateSource }),
    ...(countries.length > 0 ? { countries } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(typeof language === 'string' ? { language } : {}),
    ...(typeof url === 'string' ? { url } : {}),
    ...(facets === 0 ? {} : { facets: checkedFacets(facets, where) }),
    ...(Array.isArray(contacts) ? { contacts: contacts as Contact[] } : {}),
  }
}

function checkedFacets(value: unknown, where: string): Record<string, string | string[]> {
  const isText = (each: unknown): boolean => typeof each === 'string'
  const isValue = (each: unknown): boolean => isText(each) || (Array.isArray(each) && each.every(isText))
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isValue)) {
    return value as Record<string, string | string[]>
  }
  throw corrupt(where, 0, 'the facets of the stored release are no texts')
}

function decodeMentions(value: unknown, countries: readonly string[]): string[] {
  if (value === 1) return [...countries]
  if (typeof value === 'string')
    return value.startsWith('!') ? value.slice(1).split(' ') : [...countries, ...value.split(' ')]
  return Array.isArray(value) ? value.map(String) : []
}
