/** How is a CSV or TSV file read? The first row names the fields, every other row is a record, in constant memory. */

import { parse } from 'csv-parse'
import { DatelinesError } from '../../errors.js'
import { namesText } from '../field-names.js'
import type { InputStream } from '../input-stream.js'
import { type Doubt, doubt } from '../stated-fields.js'
import { linePieces } from '../text-lines.js'
import type { ReaderItem, ReaderOptions } from './reader.js'

/** Most characters of one row: an unclosed quote must not swallow a large file. */
const ROW_LIMIT = 16 * 2 ** 20
const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * Reads a table. Rows may be short (the missing cells are not stated), not long: that is a comma without quotes.
 *
 * @throws DatelinesError `E_INPUT` `syntax` when no column has a known name and nothing says otherwise.
 */
export async function* readCsv(input: InputStream, options: ReaderOptions): AsyncGenerator<ReaderItem> {
  let header: string[] | undefined
  let number = 0
  for await (const { cells: row, line } of csvRows(linePieces(input))) {
    if (header === undefined) {
      header = row.map((name) => name.trim())
      if (!options.mapped && !namesText(header)) throw unknownColumns(header)
      continue
    }
    number++
    if (row.length > header.length && row.slice(header.length).some((cell) => cell.trim() !== '')) {
      yield {
        is: 'broken',
        line,
        reason: 'syntax',
        message: `${row.length} cells where the header has ${header.length}: is a cell with a comma not in quotes?`,
      }
      continue
    }
    const names = header
    const raw = Object.fromEntries(row.slice(0, names.length).map((cell, i) => [names[i]!, cell]))
    // The line is where it is found in an editor; the id goes by its number, which line ends inside of cells leave alone.
    const record: ReaderItem = { is: 'record', line, number, kind: 'data', raw, stated: {} }
    if (row.length < names.length) record.warnings = [missingCells(row, names)]
    yield record
  }
}

/**
 * The rows of a table; empty lines are left out. The delimiter is the one the first line has most of.
 *
 * @throws DatelinesError `E_INPUT` `syntax` for quotes that never close, after the rows before them.
 */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  let rows: RowParser | undefined
  try {
    for await (const piece of pieces) {
      rows ??= new RowParser(delimiterOf(piece))
      // The parser counts both characters of a line end within quotes.
      yield* await rows.write(piece.replace(/\r\n/g, '\n'))
      if (rows.failure !== undefined) throw notCsv(rows.failure, rows.lastLine)
    }
    if (rows === undefined) return
    yield* await rows.end()
    if (rows.failure !== undefined) throw notCsv(rows.failure, rows.lastLine)
  } finally {
    rows?.close()
  }
}

/** One row of a table. */
interface Row {
  cells: string[]
  /** The line of the file on which it begins, from 1. */
  line: number
}

/** One run of the CSV parser, which keeps the rows it gave before it failed. */
class RowParser {
  failure: (Error & { code?: string; lines?: unknown }) | undefined
  /** The line on which the last good row ends. */
  lastLine = 0
  readonly #stream: ReturnType<typeof parse>
  #rows: Row[] = []
  #settle: () => void = () => {}

  constructor(delimiter: string) {
    this.#stream = parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: ROW_LIMIT,
      info: true,
    })
    this.#stream.on('data', ({ info, record }: { info: { lines: number }; record: string[] }) => {
      const inner = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
      this.#rows.push({ cells: record, line: info.lines - inner })
      this.lastLine = info.lines
    })
    this.#stream.on('error', (error: Error) => {
      this.failure = error
      this.#settle()
    })
  }

  async write(piece: string): Promise<Row[]> {
    return this.#run((settle) => this.#stream.write(piece, () => settle()))
  }

  async end(): Promise<Row[]> {
    return this.#run((settle) => {
      this.#stream.once('end', settle)
      this.#stream.end()
    })
  }

  close(): void {
    this.#stream.destroy()
  }

  async #run(start: (settle: () => void) => void): Promise<Row[]> {
    await new Promise<void>((resolve) => {
      this.#settle = resolve
      start(resolve)
    })
    const rows = this.#rows
    this.#rows = []
    return rows
  }
}

/** The delimiter a first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/\r?\n|$/)).replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}

function missingCells(row: readonly string[], header: readonly string[]): Doubt {
  const missing = header.slice(row.length)
  const which = missing.length === 1 ? 'cell is' : 'cells are'
  return doubt('row', missing.join(', '), `${missing.length} ${which} missing at the end of the row; read as empty`)
}

/** The parser names the line on which the file ends: the row with the quote begins behind the last good one. */
function notCsv(cause: NonNullable<RowParser['failure']>, lastLine: number): DatelinesError {
  const from = `in the row that begins on line ${lastLine + 1}`
  const lines = typeof cause.lines === 'number' ? cause.lines - lastLine : 0
  const unread = lines > 1 ? `; it and what follows, ${lines} lines, are not read` : ''
  const problem =
    cause.code === 'CSV_QUOTE_NOT_CLOSED' ? `a quote is opened ${from} and never closed${unread}` : cause.message
  return new DatelinesError('E_INPUT', `not CSV: ${problem}. The rows before it were read.`, {
    reason: 'syntax',
    cause,
  })
}

function unknownColumns(header: readonly string[]): DatelinesError {
  const names = header
    .slice(0, 12)
    .map((name) => JSON.stringify(name.slice(0, 40)))
    .join(', ')
  return new DatelinesError(
    'E_INPUT',
    `no column is the title or the text of a release: got ${names}; expected "title", "body", "text" or "content". Say which with \`fields\`.`,
    { reason: 'syntax' },
  )
}
