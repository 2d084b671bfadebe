/** How are short things set side by side? Lists in newspaper columns, and tables. */

import { padEnd, padStart, textWidth } from './text-width.js'

/** Room between two columns. */
const GUTTER = 4

/** Cells that a text takes, styles not counted. */
const cellsOf = (text: string): number => textWidth(text.replace(/\x1b\[[\d;]*m/g, ''))

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - cellsOf(text)))

/**
 * Lays items out in as many columns as the width has room for, down and then across, all columns equally wide.
 *
 * @param least items that a column should have before there is another
 */
export function inColumns(items: readonly string[], width: number, least = 1): string[] {
  const widest = items.reduce((max, item) => Math.max(max, cellsOf(item)), 1)
  const room = Math.max(1, Math.floor((width + GUTTER) / (widest + GUTTER)))
  const columns = Math.min(room, Math.max(1, Math.floor(items.length / least)))
  const height = Math.ceil(items.length / columns)
  return Array.from({ length: height }, (_, row) =>
    items
      .filter((_item, index) => index % height === row)
      .map((item) => pad(item, widest))
      .join(' '.repeat(GUTTER))
      .trimEnd(),
  )
}

/** A table: columns as wide as their widest cell, two spaces between, `right` ones with their ends in line. */
export function table(rows: readonly (readonly string[])[], align: readonly ('left' | 'right')[]): string[] {
  const widths = align.map((_, column) => rows.reduce((max, row) => Math.max(max, textWidth(row[column] ?? '')), 0))
  return rows.map((row) =>
    align
      .map((side, column) => (side === 'left' ? padEnd : padStart)(row[column] ?? '', widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
