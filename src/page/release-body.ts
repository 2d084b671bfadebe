/** How is the text of a release laid out? Paragraphs, lists and tables, as its lines say. */

/** A part of a text. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; rows: string[][] }

const ITEM = /^\s*[-•*]\s+(?=\S)/

/** Cells of a row stand between bars. */
const CELLS = /\s\|\s/

/** The parts of a text in order: lines with bars are rows of a table, and lines that begin with a dash are items of a list. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  for (const part of body.split(/\n{2,}/)) {
    if (part.trim() === '') continue
    let lines: string[] = []
    let kind: Block['kind'] = 'paragraph'
    const end = (): void => {
      if (lines.length > 0) blocks.push(blockOf(kind, lines))
      lines = []
    }
    for (const line of part.split('\n')) {
      const own = CELLS.test(line) ? 'table' : ITEM.test(line) ? 'list' : 'paragraph'
      if (own !== kind) end()
      kind = own
      lines.push(line)
    }
    end()
  }
  return blocks
}

/** One row alone, or one item, is a line of a text like others. */
function blockOf(kind: Block['kind'], lines: readonly string[]): Block {
  if (kind === 'paragraph' || lines.length === 1) return { kind: 'paragraph', text: lines.join('\n') }
  if (kind === 'list') return { kind, items: lines.map((line) => line.replace(ITEM, '')) }
  return { kind, rows: lines.map((line) => line.split(CELLS)) }
}
