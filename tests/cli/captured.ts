/** A terminal that keeps what is written to it. */

import { type Environment, Terminal } from '../../src/cli/terminal.js'

/** What a fake stream is like. */
export interface StreamKind {
  isTTY?: boolean
  columns?: number
}

class CapturedStream {
  text = ''

  constructor(
    readonly isTTY: boolean,
    readonly columns: number | undefined,
  ) {}

  write(text: string): boolean {
    this.text += text
    return true
  }

  once(): this {
    return this
  }
}

/** A terminal whose output can be read back; by default, both streams are pipes. */
export function capturedTerminal(kind: { output?: StreamKind; errors?: StreamKind; environment?: Environment } = {}): {
  terminal: Terminal
  output(): string
  errors(): string
} {
  const output = new CapturedStream(kind.output?.isTTY ?? false, kind.output?.columns)
  const errors = new CapturedStream(kind.errors?.isTTY ?? false, kind.errors?.columns)
  return {
    terminal: new Terminal(output, errors, kind.environment),
    output: () => output.text,
    errors: () => errors.text,
  }
}

/** A printer that shows looks as `<look:text>`. */
export function lookPrinter(width = 60) {
  return {
    width,
    paint: (look: string, text: string) => `<${look}:${text}>`,
    paintNote: (look: string, text: string) => `<${look}:${text}>`,
  }
}

/** A printer without looks. */
export function plainPrinter(width = 60) {
  return { width, paint: (_look: string, text: string) => text, paintNote: (_look: string, text: string) => text }
}
