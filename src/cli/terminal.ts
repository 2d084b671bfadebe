/** Where does a command print, how wide is it, and does it show colours? */

import { styleText } from 'node:util'

/** The part of a stream that printing needs; `process.stdout` and `process.stderr` are such. */
export interface OutputStream {
  write(text: string): boolean
  once(event: 'drain', listener: () => void): unknown
  isTTY?: boolean
  columns?: number
}

/** What a piece of text is; how that looks is decided here. */
export type Look = 'strong' | 'mark' | 'dim' | 'bar' | 'good' | 'bad' | 'doubt'

const LOOKS: Record<Look, Parameters<typeof styleText>[0]> = {
  strong: 'bold',
  mark: ['bold', 'yellow'],
  dim: 'dim',
  bar: 'cyan',
  good: 'green',
  bad: ['bold', 'red'],
  doubt: 'yellow',
}

/** Gives a text a look, or leaves it plain. */
export type Paint = (look: Look, text: string) => string

const plain: Paint = (_look, text) => text
// Whether there are colours is decided below; older Node versions decide nothing and take no options.
const coloured: Paint = (look, text) => (text === '' ? '' : styleText(LOOKS[look], text, { validateStream: false }))

/** Lines of text longer than this are tiring to read. */
const WIDEST = 100
/** Where the width is not known. */
const USUAL = 80
const NARROWEST = 30

/** Variables that say how to print: `NO_COLOR`, `FORCE_COLOR`, `TERM`, `COLUMNS`. */
export type Environment = Readonly<Record<string, string | undefined>>

function hasColours(stream: OutputStream, environment: Environment): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return stream.isTTY === true && TERM !== 'dumb'
}

/** Standard output and standard error. */
export class Terminal {
  /** Cells of a line of standard output, 30 to 100. */
  readonly width: number
  /** Looks on standard output. */
  readonly paint: Paint
  /** Looks on standard error. */
  readonly paintNote: Paint
  /** True when standard error is a terminal on which a line can be drawn over. */
  readonly live: boolean
  /** Cells of a line of standard error. */
  readonly noteWidth: number
  private status = ''

  constructor(
    private readonly output: OutputStream,
    private readonly errors: OutputStream,
    environment: Environment = {},
  ) {
    const columns = output.columns ?? (Number(environment.COLUMNS) || USUAL)
    this.width = Math.max(NARROWEST, Math.min(WIDEST, columns))
    this.noteWidth = Math.max(NARROWEST, errors.columns ?? USUAL)
    this.paint = hasColours(output, environment) ? coloured : plain
    this.paintNote = hasColours(errors, environment) ? coloured : plain
    this.live = errors.isTTY === true && environment.TERM !== 'dumb'
  }

  /** Writes to standard output; resolves when there is room for more. */
  async write(text: string): Promise<void> {
    this.clearStatus()
    if (!this.output.write(text)) await new Promise<void>((resolve) => this.output.once('drain', resolve))
  }

  /** Writes lines to standard output. */
  async print(lines: readonly string[]): Promise<void> {
    await this.write(lines.map((line) => `${line}\n`).join(''))
  }

  /** Writes a value to standard output as indented JSON. */
  async printJson(value: unknown): Promise<void> {
    await this.write(`${JSON.stringify(value, null, 2)}\n`)
  }

  /** Writes a line to standard error. */
  note(line: string): void {
    this.clearStatus()
    this.errors.write(`${line}\n`)
  }

  /** Shows a line on standard error until something else is written; the caller asks {@link live} first. */
  showStatus(line: string): void {
    this.errors.write(`\r${line}\x1b[K`)
    this.status = line
  }

  /** Takes the status line away. */
  clearStatus(): void {
    if (this.status === '') return
    this.errors.write('\r\x1b[K')
    this.status = ''
  }
}
