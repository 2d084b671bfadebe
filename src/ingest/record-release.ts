/** How does one raw record become one release? Mapped, stated, extracted, named and corrected, in this order. */

import { DatelinesError, type InputReason } from '../errors.js'
import { isReservedFacet } from '../format/facet-names.js'
import type { InputPlace, Rejection, Release, Warning } from '../types.js'
import type { ExtractInput, Extraction } from './extract/extract-release.js'
import type { Extractor } from './extractor.js'
import { atPath, isObject } from './field-path.js'
import type { Started } from './in-flight.js'
import { type IngestOptions, takenFacet } from './ingest-options.js'
import type { Overrides } from './overrides.js'
import { pageMetadata } from './page-markup.js'
import type { RawRecord } from './readers/reader.js'
import { type Doubt, doubt, facetText, statedFields } from './stated-fields.js'

/** Shorter texts have no run of blanks that costs anything. */
const SHORT_TEXT = 10_000

/** What became of one record. */
export type IngestItem =
  | {
      kind: 'release'
      release: Release
      place: InputPlace
      /** By field, how it was obtained, in words. */
      how: Record<string, string>
      warnings: Warning[]
    }
  | { kind: 'skipped'; place: InputPlace }
  | { kind: 'rejected'; rejection: Rejection }

/** What all records of a run share. */
export interface RecordContext {
  options: IngestOptions
  extractor: Extractor
  overrides?: Overrides
}

/**
 * Takes one record of a file all the way: to one release, or to several when it is a digest, numbered behind the id that
 * it would have. `defaultId` is undefined where a release must bring its own. What the caller's `map` makes of it is
 * settled when this returns, so that it is called for one record after the other; the extraction may go on elsewhere.
 */
export async function startRecord(
  record: RawRecord,
  file: string,
  defaultId: string | undefined,
  context: RecordContext,
): Promise<Started<IngestItem[]>> {
  const place: InputPlace = record.line === undefined ? { file } : { file, line: record.line }
  const failed = (error: unknown): IngestItem[] => {
    context.options.signal?.throwIfAborted()
    return [{ kind: 'rejected', rejection: rejectionOf(error, place) }]
  }
  let made: MadeInput | undefined
  try {
    made = await extractInput(record, place, context.options)
  } catch (error) {
    return { size: 0, finish: async () => failed(error) }
  }
  if (made === undefined) return { size: 0, finish: async () => [{ kind: 'skipped', place }] }
  const { extract } = made
  const extracted = context.extractor.extract(extract)
  // It is awaited in its turn; until then a failure is not unheard.
  extracted.catch(() => {})
  return {
    size: (extract.html ?? extract.text ?? extract.stated.body ?? '').length,
    finish: () =>
      extracted.then((extractions) => releaseItems(extractions, record, place, defaultId, made, context)).catch(failed),
  }
}

function releaseItems(
  extractions: Extraction[],
  record: RawRecord,
  place: InputPlace,
  defaultId: string | undefined,
  made: MadeInput,
  context: RecordContext,
): IngestItem[] {
  const { file } = place
  extractions[0]?.warnings.push(...made.doubts.map((doubt) => ({ ...place, ...doubt })))
  if (extractions.length === 1) return [finishedItem(extractions[0]!, record, place, defaultId, made, context)]
  return extractions.map((extraction, i) => {
    const partId = record.line === undefined ? `${defaultId}#${i + 1}` : `${defaultId}.${i + 1}`
    const partPlace = { file, line: record.line ?? i + 1 }
    return finishedItem(extraction, record, partPlace, defaultId === undefined ? undefined : partId, made, context)
  })
}

/** The rejection an error makes of an input. */
export function rejectionOf(error: unknown, place: InputPlace): Rejection {
  if (error instanceof DatelinesError && error.code !== 'E_INPUT') throw error
  const message = error instanceof Error ? error.message : String(error)
  return { ...place, code: 'E_INPUT', reason: reasonOf(error), message }
}

function reasonOf(error: unknown): InputReason {
  if (error instanceof DatelinesError) return error.reason ?? 'syntax'
  // The stack ends on structures nested without end: nothing a person wrote.
  if (error instanceof RangeError) return 'unsafe'
  return error instanceof Error && 'syscall' in error ? 'unreadable' : 'syntax'
}

/** The item of one extracted release: named, given its facets, and corrected. */
function finishedItem(
  extraction: Extraction,
  record: RawRecord,
  place: InputPlace,
  defaultId: string | undefined,
  made: MadeInput,
  context: RecordContext,
): IngestItem {
  try {
    return { kind: 'release', place, ...finished(extraction, record, place, defaultId, made, context) }
  } catch (error) {
    return { kind: 'rejected', rejection: rejectionOf(error, place) }
  }
}

function finished(
  { release, how, warnings }: Extraction,
  record: RawRecord,
  place: InputPlace,
  defaultId: string | undefined,
  { urlHow }: MadeInput,
  { options, overrides }: RecordContext,
): Extraction {
  addFacets(release, record, options, how)
  const facetDoubts = dropTakenFacets(release)
  if (release.id !== '') how.id = 'stated'
  else if (defaultId !== undefined) {
    release.id = defaultId
    how.id = record.key === undefined ? 'path' : 'path and text'
  }
  if (options.id !== undefined) {
    release.id = idText(options.id(release, place.file))
    how.id = '`id`'
  }
  const url = options.url?.(release, place.file)
  if (typeof url === 'string' && url !== '') {
    release.url = url
    how.url = '`url`'
  } else if (release.url !== undefined) how.url = urlHow ?? 'the page'
  if (release.id === '' && release.url !== undefined) {
    release.id = release.url
    how.id = 'url'
  }
  if (release.id === '') throw rejected('no-id', 'the release has no id: state one as `id`, or give the option `id`')

  const hadText = release.title !== '' || release.body !== ''
  const doubts = [...facetDoubts, ...(overrides?.apply(release, place.file, how) ?? [])]
  warnings.push(...doubts.map((doubt) => ({ ...place, ...doubt })))
  if (hadText && release.title === '' && release.body === '')
    throw rejected('no-text', 'the overrides leave neither a title nor a text')
  return { release, how, warnings }
}

interface MadeInput {
  extract: ExtractInput
  doubts: Doubt[]
  urlHow?: string
}

/** What extraction gets of a record; undefined when `map` skips it. */
async function extractInput(
  record: RawRecord,
  place: InputPlace,
  options: IngestOptions,
): Promise<MadeInput | undefined> {
  const doubts: Doubt[] = [...(record.warnings ?? [])]
  const extract: ExtractInput = { place, kind: record.kind, stated: { ...record.stated } }
  if (options.select !== undefined) extract.select = options.select
  if (record.metadata !== undefined) extract.metadata = record.metadata
  if (record.html !== undefined) extract.html = record.html
  if (record.text !== undefined) extract.text = record.text
  if (record.url !== undefined) extract.url = record.url

  const mapped =
    options.map === undefined ? record.raw : await options.map(record.raw as Record<string, unknown>, place)
  if (mapped === null || mapped === undefined) return undefined
  if (options.map !== undefined && !isObject(mapped))
    throw rejected('syntax', `\`map\` must return a release or null, got ${typeof mapped}`)
  if (isObject(mapped) && (options.map !== undefined || record.kind === 'data')) {
    const read = statedFields(mapped, options.map === undefined ? options.fields : {})
    if (read.stated.body !== undefined || read.html !== undefined) {
      delete extract.html
      delete extract.text
      extract.kind = 'data'
      if (read.html !== undefined) extract.html = read.html
    }
    Object.assign(extract.stated, read.stated)
    doubts.push(...read.doubts)
  }
  if (extract.text !== undefined) extract.text = withoutLongRuns(extract.text)
  if (extract.stated.body !== undefined) extract.stated.body = withoutLongRuns(extract.stated.body)
  const urlHow = settleUrl(extract, place, record.line, options)
  return urlHow === undefined ? { extract, doubts } : { extract, doubts, urlHow }
}

/**
 * Blanks and empty lines beyond what any layout has: expressions that look for the end of a line take a time that grows
 * with the square of such a run.
 */
function withoutLongRuns(text: string): string {
  if (text.length < SHORT_TEXT) return text
  const blanks = text.replace(/[ \t\u00a0]{200,}/g, ' '.repeat(200))
  return blanks.replace(/[ \t]{0,200}\r?\n/g, '\n').replace(/\n{20,}/g, '\n'.repeat(20))
}

/** Makes the address absolute where `baseUrl` is given; returns how it was obtained. */
function settleUrl(
  extract: ExtractInput,
  { file }: InputPlace,
  line: number | undefined,
  { baseUrl }: IngestOptions,
): string | undefined {
  const { url } = extract.stated
  if (url !== undefined) {
    if (baseUrl !== undefined && URL.canParse(url, baseUrl)) extract.stated.url = new URL(url, baseUrl).href
    return 'stated'
  }
  if (extract.url !== undefined) return 'capture'
  // A record of a file that holds many has no address of its own.
  if (baseUrl === undefined || line !== undefined) return undefined
  extract.url = new URL(
    file.split('/').map(encodeURIComponent).join('/'),
    baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`,
  ).href
  return '`baseUrl` and path'
}

function addFacets(release: Release, record: RawRecord, { facets }: IngestOptions, how: Record<string, string>): void {
  if (facets === undefined) return
  let metadata = record.metadata
  for (const [name, path] of Object.entries(facets)) {
    if (metadata === undefined && record.html !== undefined) metadata = pageMetadata(record.html)
    const value = facetText(atPath(record.raw, path) ?? atPath({ metadata }, path) ?? atPath(metadata, path))
    if (value === undefined) continue
    release.facets = { ...release.facets, [name]: value }
    how[`facets.${name}`] = path
  }
}

/** Takes out facets whose names every archive has for its own; they could be neither filtered nor counted. */
function dropTakenFacets(release: Release): Doubt[] {
  const { facets } = release
  if (facets === undefined) return []
  const taken = Object.entries(facets).filter(([name]) => isReservedFacet(name))
  if (taken.length === 0) return []
  const kept = Object.entries(facets).filter(([name]) => !isReservedFacet(name))
  if (kept.length > 0) release.facets = Object.fromEntries(kept)
  else delete release.facets
  return taken.map(([name, value]) => doubt(`facets.${name}`, String(value), takenFacet(name)))
}

function idText(id: unknown): string {
  if (typeof id === 'string' || typeof id === 'number') return String(id)
  throw rejected('no-id', `\`id\` must return a string, got ${typeof id}`)
}

function rejected(reason: InputReason, message: string): DatelinesError {
  return new DatelinesError('E_INPUT', message, { reason })
}
