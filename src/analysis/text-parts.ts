/** Which words does a short text hold? For queries and the forms of concepts; releases go through `FieldAnalysis`. */

import { type ChunkPart, parseChunk, spellingOf } from './chunk.js'
import { scanBigrams, scanChunks } from './tokenizer.js'

/** Words and joined forms of a text, with positions and offsets in the whole of it. */
export function textParts(text: string): ChunkPart[] {
  const parts: ChunkPart[] = []
  let position = 0
  let isBroken = false
  const begin = (): void => {
    if (isBroken && position > 0) position++
    isBroken = false
  }
  const push = (part: ChunkPart, base: number, offset: number): void => {
    parts.push({ ...part, position: base + part.position, start: offset + part.start, end: offset + part.end })
  }
  scanChunks(text, {
    letters: (start, end) => {
      begin()
      const spelling = spellingOf(text.slice(start, end))
      push({ ...spelling, kind: 'word', position: 0, start, end, joins: 0 }, position++, 0)
    },
    chunk: (start, end) => {
      begin()
      const chunk = parseChunk(text.slice(start, end))
      for (const part of chunk.parts) push(part, position, start)
      position += chunk.positions
    },
    unspaced: (start, end) => {
      begin()
      scanBigrams(text, start, end, (from, to) => {
        const spelling = spellingOf(text.slice(from, to))
        push({ ...spelling, kind: 'bigram', position: 0, start: from, end: to, joins: 0 }, position++, 0)
      })
    },
    paragraph: () => {
      isBroken = true
    },
  })
  return parts
}
