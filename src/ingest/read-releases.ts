/** How do files become releases? Found, sniffed, read, extracted; every input ends as a release, skipped or rejected. */

import { DatelinesError, type InputReason } from '../errors.js'
import type { ReleaseInput, Warning } from '../types.js'
import type { ExtractOptions } from './extract/extract-release.js'
import { type Extractor, ownExtractor } from './extractor.js'
import { unreadNames } from './field-names.js'
import { isObject } from './field-path.js'
import { type FoundFile, findFiles } from './find-files.js'
import { inFlight, type Started } from './in-flight.js'
import { checkIngestOptions, type IngestOptions } from './ingest-options.js'
import { InputStream } from './input-stream.js'
import { languageTag } from './language-tag.js'
import { learnBoilerplate } from './learn-boilerplate.js'
import { Overrides } from './overrides.js'
import { readCsv } from './readers/csv.js'
import { readFeed } from './readers/feed.js'
import { readHtml } from './readers/html.js'
import { readJson } from './readers/json.js'
import { readJsonLines } from './readers/json-lines.js'
import { readMarkdown } from './readers/markdown.js'
import type { RawRecord, Reader } from './readers/reader.js'
import { readText } from './readers/text.js'
import { readWacz } from './readers/wacz.js'
import { readWarc } from './readers/warc.js'
import { type IngestItem, type RecordContext, rejectionOf, startRecord } from './record-release.js'
import { type InputKind, sniff } from './sniff.js'
import { doubt } from './stated-fields.js'

export type { IngestOptions, IngestProgress, OverrideRow } from './ingest-options.js'
export { INGEST_OPTION_NAMES } from './ingest-options.js'
export type { IngestItem } from './record-release.js'

const READERS: Record<InputKind, Reader> = {
  text: readText,
  html: readHtml,
  markdown: readMarkdown,
  json: readJson,
  'json-lines': readJsonLines,
  csv: readCsv,
  feed: readFeed,
  warc: readWarc,
  wacz: readWacz,
}

/** Kinds whose records name their fields as whoever made them liked. */
const NAMED_KINDS: ReadonlySet<InputKind> = new Set(['json', 'json-lines', 'csv'])

/** What reports call the place of releases that were handed in. */
export const HANDED_IN = '(releases)'
/** Records between two reports of progress. */
const PROGRESS_STEP = 100

/** Who extracts in the place of this thread, when these files are to be read; undefined for nobody. */
export type Helpers = (options: ExtractOptions, files: readonly FoundFile[]) => Extractor | undefined

/**
 * Reads releases from files in code point order of their paths, then from `releases`, one at a time: memory does not
 * grow with the number of records. Several releases may have the same id.
 *
 * @throws DatelinesError `E_OPTION` for unknown or wrong options, `E_INPUT` when no file matches the globs.
 */
export function readReleases(options: IngestOptions): AsyncGenerator<IngestItem> {
  return readWith(options, () => undefined)
}

/** The same releases in the same order, with others to extract. */
export async function* readWith(options: IngestOptions, helpers: Helpers): AsyncGenerator<IngestItem> {
  checkIngestOptions(options)
  const { signal } = options
  signal?.throwIfAborted()
  const { files, unmatched } = await findFiles(options.include ?? [], options.exclude ?? [], options.cwd ?? '.')
  const isHollow = files.every(({ problem }) => problem !== undefined)
  if (isHollow && (options.include?.length || options.releases === undefined)) throw noFiles(options, files)
  const made = extractOptions(options)
  const extractor = helpers(made, files) ?? ownExtractor(made)
  try {
    const context = await openContext(options, extractor)
    if (options.extract !== false && options.map === undefined)
      extractor.passOver(await learnBoilerplate(files, options, extractor))
    yield* withUnused(unmatched, context.overrides, allItems(files, context))
  } finally {
    await extractor.close()
  }
}

/** The last release waits, with what comes after it, so that what was given in vain can be reported with it. */
async function* withUnused(
  globs: readonly string[],
  overrides: Overrides | undefined,
  items: AsyncIterable<IngestItem>,
): AsyncGenerator<IngestItem> {
  let waiting: IngestItem[] = []
  for await (const item of items) {
    if (item.kind === 'release' || waiting.length === 0) {
      yield* waiting
      waiting = []
    }
    waiting.push(item)
  }
  const [last] = waiting
  if (last?.kind === 'release') last.warnings.push(...globs.map(unmatchedGlob), ...unusedOverrides(overrides))
  yield* waiting
}

/** Takes releases one at a time. */
export interface ReleaseReader {
  /** The place of each counts up from 1; a page handed in as `html` may be a digest of several releases. */
  read(input: ReleaseInput): Promise<IngestItem[]>
  /** The corrections that no release was found for so far. */
  unusedOverrides(): Warning[]
}

/**
 * Takes releases the way {@link readReleases} takes `releases`: for programs that come by them one by one.
 *
 * @throws DatelinesError `E_OPTION` for unknown or wrong options.
 */
export async function releaseReader(
  options: Omit<IngestOptions, 'include' | 'exclude' | 'releases'>,
): Promise<ReleaseReader> {
  checkIngestOptions(options)
  const context = await openContext(options, ownExtractor(extractOptions(options)))
  let taken = 0
  return {
    read: async (input) => (await handedIn(input, ++taken, context)).finish(),
    unusedOverrides: () => unusedOverrides(context.overrides),
  }
}

async function openContext(options: IngestOptions, extractor: Extractor): Promise<RecordContext> {
  const context: RecordContext = { options, extractor }
  if (options.overrides !== undefined) {
    context.overrides = await Overrides.load(options.overrides, options.cwd ?? '.', Object.keys(options.facets ?? {}))
  }
  return context
}

function handedIn(raw: unknown, line: number, context: RecordContext): Promise<Started<IngestItem[]>> {
  return startRecord({ line, kind: 'data', raw, stated: {} }, HANDED_IN, undefined, context)
}

/** What came of one step of reading. */
interface Step {
  items: IngestItem[]
  /** Bytes of the files that were read then. */
  bytes: number
  /** A file ends, or everything. */
  isEnd: boolean
}

async function* allItems(files: readonly FoundFile[], context: RecordContext): AsyncGenerator<IngestItem> {
  const { onProgress, signal } = context.options
  const total = totalBytes(files)
  let done = 0
  for await (const { items, bytes, isEnd } of inFlight(allSteps(files, context), context.extractor.ahead)) {
    const report = () => onProgress?.({ phase: 'read', done, bytes, totalBytes: total })
    for (const item of items) {
      signal?.throwIfAborted()
      yield item
      if (++done % PROGRESS_STEP === 0) report()
    }
    if (isEnd) report()
  }
}

async function* allSteps(files: readonly FoundFile[], context: RecordContext): AsyncGenerator<Started<Step>> {
  const { releases, signal } = context.options
  let before = 0
  const step = ({ size, finish }: Started<IngestItem[]>, bytes: number): Started<Step> => ({
    size,
    finish: async () => ({ items: await finish(), bytes, isEnd: false }),
  })
  const end = (): Started<Step> => ({ size: 0, finish: async () => ({ items: [], bytes: before, isEnd: true }) })
  for (const file of files) {
    if (file.problem !== undefined) {
      yield step(known(rejected(file.name, file.problem)), before)
      continue
    }
    let input: InputStream | undefined
    try {
      input = await InputStream.open(file.path, file.name)
      for await (const started of fileRecords(input, context)) yield step(started, before + input.bytesRead)
    } catch (error) {
      signal?.throwIfAborted()
      yield step(known({ kind: 'rejected', rejection: rejectionOf(error, { file: file.name }) }), before)
    } finally {
      await input?.close()
    }
    before += file.bytes
    yield end()
  }
  if (releases === undefined) return
  let taken = 0
  for await (const raw of releases) {
    signal?.throwIfAborted()
    yield step(await handedIn(raw, ++taken, context), before)
  }
  yield end()
}

async function* fileRecords(input: InputStream, context: RecordContext): AsyncGenerator<Started<IngestItem[]>> {
  const { options } = context
  const file = input.name
  const sniffed = sniff(file, input.head)
  if ('reason' in sniffed) {
    // A compressed file that gives nothing because it is damaged is not empty.
    const why = input.damage === undefined ? sniffed : { reason: 'unreadable' as const, message: input.damage }
    yield known(rejected(file, why))
    return
  }
  const reader = READERS[sniffed.kind]
  let toldNames = !NAMED_KINDS.has(sniffed.kind) || options.map !== undefined
  let found = 0
  let taken = 0
  try {
    for await (const item of reader(input, { mapped: options.map !== undefined || options.fields !== undefined })) {
      found++
      const place = item.line === undefined ? { file } : { file, line: item.line }
      if (item.is === 'skipped') yield known({ kind: 'skipped', place })
      else if (item.is === 'broken')
        yield known({
          kind: 'rejected',
          rejection: { ...place, code: 'E_INPUT', reason: item.reason, message: item.message },
        })
      else {
        if (!toldNames) tellUnread(item, sniffed.kind === 'csv' ? 'columns' : 'properties', options)
        toldNames = true
        taken++
        yield await startRecord(item, file, defaultIdOf(item, file), context)
      }
    }
  } catch (error) {
    options.signal?.throwIfAborted()
    // Compression that is damaged explains whatever the reader stumbled over.
    if (input.damage === undefined) yield known({ kind: 'rejected', rejection: rejectionOf(error, { file }) })
    found++
  }
  if (input.damage !== undefined) {
    const records = taken === 0 ? 'nothing of it' : taken === 1 ? 'one record' : `${taken} records`
    const message = `${input.damage}; ${records} could be read`
    yield known(rejected(file, { reason: 'unreadable', message }))
  } else if (found === 0) yield known(rejected(file, { reason: 'empty', message: 'the file holds no record' }))
}

/** Adds to the first record of a file which of its names say nothing to us. */
function tellUnread(record: RawRecord, what: string, { fields = {}, facets = {} }: IngestOptions): void {
  if (!isObject(record.raw)) return
  const unread = unreadNames(Object.keys(record.raw), [...Object.values(fields), ...Object.values(facets)])
  if (unread.length === 0) return
  const reason = 'not read: `fields` in the configuration says what is a part of a release, --facet what is a facet'
  record.warnings = [...(record.warnings ?? []), doubt(what, unread.join(', '), reason)]
}

/** An item for which there is nothing left to do. */
function known(item: IngestItem): Started<IngestItem[]> {
  return { size: 0, finish: async () => [item] }
}

function rejected(file: string, why: { reason: InputReason; message: string }): IngestItem {
  return { kind: 'rejected', rejection: { file, code: 'E_INPUT', ...why } }
}

function totalBytes(files: readonly FoundFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function defaultIdOf({ key, number, line }: RawRecord, file: string): string {
  const within = key ?? number ?? line
  return within === undefined ? file : `${file}#${within}`
}

function extractOptions({ languages, contacts, extract }: IngestOptions): ExtractOptions {
  const made: ExtractOptions = {}
  if (languages !== undefined) made.languages = languages.map((tag) => languageTag(tag) ?? tag)
  if (contacts !== undefined) made.contacts = contacts
  if (extract !== undefined) made.extract = extract
  return made
}

function unmatchedGlob(glob: string): Warning {
  return { file: glob, field: 'include', value: glob, reason: 'no file matches it' }
}

function unusedOverrides(overrides: Overrides | undefined): Warning[] {
  if (overrides === undefined) return []
  return overrides.unused().map(([key, line]) => ({
    file: overrides.source,
    line,
    field: 'overrides',
    value: key,
    reason: 'no release has this id, file or address',
  }))
}

function noFiles(
  { include = [], cwd = '.', exclude = [] }: IngestOptions,
  files: readonly FoundFile[],
): DatelinesError {
  const tried = include.map((entry) => JSON.stringify(entry)).join(', ') || 'no globs'
  const but = exclude.length > 0 ? `, leaving out ${exclude.map((entry) => JSON.stringify(entry)).join(', ')}` : ''
  const only = files
    .slice(0, 3)
    .map(({ name, problem }) => ` (${name}: ${problem?.message})`)
    .join('')
  return new DatelinesError(
    'E_INPUT',
    `no file matches ${tried}${but} in ${cwd === '.' ? 'this folder' : cwd}${only}. Expected at least one; check the globs (in quotes on a shell) and the folder.`,
    { where: cwd, reason: 'unreadable' },
  )
}
