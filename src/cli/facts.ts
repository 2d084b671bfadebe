/** How is a list of facts shown? A dim label, and a text in a column of its own. */

import type { Terminal } from './terminal.js'
import { padEnd, textWidth, wrapText } from './text-width.js'

/** Rows of labels and texts; long texts are wrapped. Facts without a text are left out. */
export function factRows(
  facts: readonly (readonly [label: string, text: string])[],
  { paint, width }: Pick<Terminal, 'paint' | 'width'>,
): string[] {
  const shown = facts.filter(([, text]) => text !== '')
  const column = 4 + shown.reduce((most, [label]) => Math.max(most, textWidth(label)), 0)
  return shown.flatMap(([label, text]) =>
    wrapText(text, width - column).map((line, index) =>
      index === 0 ? `  ${paint('dim', padEnd(label, column - 2))}${line}` : ' '.repeat(column) + line,
    ),
  )
}
