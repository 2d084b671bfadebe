/** What do people know better than the files? Corrections, found by id, file or address, and applied after extraction. */

import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { DatelinesError } from '../errors.js'
import { isReservedFacet } from '../format/facet-names.js'
import type { Release } from '../types.js'
import { readStatedDate } from './extract/date.js'
import { ambiguousDate } from './extract/date-doubts.js'
import { isObject } from './field-path.js'
import { takenFacet } from './ingest-options.js'
import { InputStream } from './input-stream.js'
import { unknownName, wrongOption } from './option-checks.js'
import { csvRows } from './readers/csv.js'
import { type Doubt, doubt, facetText, statedFields } from './stated-fields.js'
import { linePieces } from './text-lines.js'

/** Columns that are for people only. */
const REMARKS = new Set(['note', 'notes', 'comment', 'comments', 'remark', 'reason'])
const FIELD_BY_NAME: Record<string, keyof Release> = {
  id: 'id',
  title: 'title',
  body: 'body',
  text: 'body',
  date: 'date',
  language: 'language',
  lang: 'language',
  countries: 'countries',
  country: 'countries',
  mentions: 'mentions',
  url: 'url',
}
/** Fields that every release has, or that may say which release is meant: in a table, an empty cell of theirs says nothing. */
const KEPT_IN_TABLES: ReadonlySet<keyof Release> = new Set(['title', 'body', 'url'])
const JSON_FILE = /\.json$/i
const MOST_BYTES = 64 * 2 ** 20

/** One correction, ready to apply. */
interface Correction {
  line: number
  set: Partial<Release>
  clear: (keyof Release)[]
  facets: Record<string, string | string[] | undefined>
  doubts: Doubt[]
  used: boolean
}

/** The corrections of a build, by what they are for. */
export class Overrides {
  /** What reports call the source of the corrections. */
  readonly source: string
  readonly #byId = new Map<string, Correction[]>()
  readonly #byFile = new Map<string, Correction[]>()
  readonly #byUrl = new Map<string, Correction[]>()
  /** Rows of a table have every column, also those that a correction has nothing to say to. */
  readonly #isTable: boolean
  readonly #all: [key: string, correction: Correction][] = []

  private constructor(source: string, isTable: boolean) {
    this.source = source
    this.#isTable = isTable
  }

  /**
   * Reads corrections from rows, or from a CSV or JSON file.
   *
   * @throws DatelinesError `E_INPUT` when the file cannot be read, `E_OPTION` when a column or property is unknown.
   */
  static async load(
    overrides: string | readonly object[],
    cwd: string,
    facetNames: readonly string[],
  ): Promise<Overrides> {
    const isFile = typeof overrides === 'string'
    const loaded = new Overrides(isFile ? overrides : 'overrides', isFile && !JSON_FILE.test(overrides))
    const rows = isFile ? await readRows(overrides, cwd) : overrides
    for (const [i, row] of rows.entries()) {
      if (!isObject(row))
        throw new DatelinesError('E_OPTION', `overrides, row ${i + 1}: expected an object, got ${typeof row}`)
      loaded.#add(row, i + 1, facetNames)
    }
    return loaded
  }

  /** Applies every correction for this release; returns the doubts about their values. */
  apply(release: Release, file: string, how: Record<string, string>): Doubt[] {
    const corrections = [
      ...(this.#byFile.get(file) ?? []),
      ...(release.url === undefined ? [] : (this.#byUrl.get(release.url) ?? [])),
      ...(this.#byId.get(release.id) ?? []),
    ]
    return corrections.flatMap((correction) => {
      correction.used = true
      return [...correction.doubts, ...applyCorrection(correction, release, how, this.#isTable)]
    })
  }

  /** The corrections that no release was found for, as `[what they are for, row]`. */
  unused(): [key: string, line: number][] {
    return this.#all.filter(([, { used }]) => !used).map(([key, { line }]) => [key, line])
  }

  #add(row: Record<string, unknown>, line: number, facetNames: readonly string[]): void {
    const { key, by, rest } = this.#keyOf(row, line)
    const correction: Correction = { line, set: {}, clear: [], facets: {}, doubts: [], used: false }
    const values: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(rest)) {
      const plain = name.trim().toLowerCase()
      if (value === undefined || plain === 'file' || REMARKS.has(plain)) continue
      const field = Object.hasOwn(FIELD_BY_NAME, plain) ? FIELD_BY_NAME[plain]! : undefined
      if (field !== undefined) {
        if (value !== null && value !== '') values[field] = value
        else if (field !== 'id' && !(this.#isTable && KEPT_IN_TABLES.has(field))) correction.clear.push(field)
      } else if (plain === 'facets' && isObject(value)) {
        for (const [facet, inner] of Object.entries(value)) this.#addFacet(correction, facet, inner)
      } else {
        const facet = name.trim().replace(/^facets?\./, '')
        if (facet === name.trim() && !facetNames.includes(facet))
          throw unknownName(`field in ${this.source}`, name, [...Object.keys(FIELD_BY_NAME), 'file', ...facetNames])
        this.#addFacet(correction, facet, value)
      }
    }
    const { stated, doubts } = statedFields(values)
    correction.set = typeof values.body === 'string' ? { ...stated, body: values.body } : stated
    correction.doubts = doubts
    by.set(key, [...(by.get(key) ?? []), correction])
    this.#all.push([key, correction])
  }

  #addFacet(correction: Correction, facet: string, value: unknown): void {
    if (isReservedFacet(facet))
      throw wrongOption(`${this.source}, row ${correction.line}: facet ${facet}: ${takenFacet(facet)}`)
    correction.facets[facet] = facetText(value)
  }

  /** The first of id, file and url that a row has says which release it is for; the others are values. */
  #keyOf(
    row: Record<string, unknown>,
    line: number,
  ): { key: string; by: Map<string, Correction[]>; rest: Record<string, unknown> } {
    for (const [name, by] of [
      ['id', this.#byId],
      ['file', this.#byFile],
      ['url', this.#byUrl],
    ] as const) {
      const own = Object.keys(row).find((key) => key.trim().toLowerCase() === name)
      const value = own === undefined ? undefined : row[own]
      if (own === undefined || value === undefined || value === null || value === '') continue
      const rest = { ...row }
      delete rest[own]
      const key = String(value)
      return { key: name === 'file' ? key.replace(/^\.\//, '') : key, by, rest }
    }
    throw new DatelinesError(
      'E_INPUT',
      `${this.source}, row ${line}: expected an id, a file or a url that says which release is corrected, got none`,
      { where: this.source, reason: 'no-id' },
    )
  }
}

function applyCorrection(
  { set, clear, facets, line }: Correction,
  release: Release,
  how: Record<string, string>,
  isTable: boolean,
): Doubt[] {
  const doubts: Doubt[] = []
  const { date, ...others } = set
  for (const field of clear) {
    // An empty cell may be an oversight; null in a program is not.
    if (isTable && field in release) doubts.push(doubt(field, String(release[field]), `cleared by override ${line}`))
    if (field === 'title' || field === 'body') release[field] = ''
    else delete release[field]
    if (field === 'date') delete release.dateSource
    how[field] = `cleared by override ${line}`
  }
  Object.assign(release, others)
  for (const field of Object.keys(others)) how[field] = `override ${line}`
  if (date !== undefined) {
    const read = readStatedDate(date, release.language)
    if (read === undefined) doubts.push(doubt('date', date, 'the override is not a date; left as it was'))
    else {
      if (read.isAmbiguous) doubts.push(doubt('date', date, ambiguousDate(date)))
      release.date = read.date
      release.dateSource = 'stated'
      how.date = `override ${line}`
    }
  }
  for (const [facet, value] of Object.entries(facets)) {
    const kept = Object.entries(release.facets ?? {}).filter(([name]) => name !== facet)
    release.facets = Object.fromEntries(value === undefined ? kept : [...kept, [facet, value]])
    how[`facets.${facet}`] = `override ${line}`
  }
  return doubts
}

async function readRows(file: string, cwd: string): Promise<object[]> {
  try {
    const input = await InputStream.over(createReadStream(resolve(cwd, file)), file)
    if (JSON_FILE.test(file)) {
      const value: unknown = JSON.parse(Buffer.from(await input.bytes(MOST_BYTES)).toString('utf8'))
      if (!Array.isArray(value)) throw new Error('expected an array of partial releases')
      return value
    }
    const rows: object[] = []
    let header: string[] | undefined
    for await (const { cells } of csvRows(linePieces(input))) {
      if (header === undefined) header = cells
      else rows.push(Object.fromEntries(cells.slice(0, header.length).map((cell, i) => [header![i]!, cell])))
    }
    return rows
  } catch (cause) {
    if (cause instanceof DatelinesError && cause.code !== 'E_INPUT') throw cause
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new DatelinesError('E_INPUT', `the overrides ${file} cannot be read: ${problem}`, {
      where: file,
      reason: 'unreadable',
      cause,
    })
  }
}
