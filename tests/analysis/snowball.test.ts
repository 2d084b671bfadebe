/** Does each stemmer give what the official Snowball lists have? Skipped where the lists are not there. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Analyser, createDescription, fold, TAGS } from '../../src/analysis/analyser.js'
import { porter2 } from '../../src/analysis/languages/en-stem.js'
import { loadLanguage } from '../../src/analysis/languages.js'

const DATA = fileURLToPath(new URL('../../../shared/data/snowball/', import.meta.url))

function readList(folder: string, file: string): string[] {
  return gunzipSync(readFileSync(`${DATA}${folder}/${file}.txt.gz`))
    .toString()
    .trimEnd()
    .split('\n')
}

/** Words with their official stems (Snowball 3); elided articles are the tokenizer's business and taken off. */
function officialStems(folder: string): [word: string, stem: string][] {
  const stems = readList(folder, 'output')
  const pairs = readList(folder, 'voc').map((word, i) => [word, stems[i]!] as [string, string])
  return pairs.filter(([word]) => !/['’]/.test(word))
}

const LANGUAGES = [
  ['fr', 'french', 0.995],
  ['es', 'spanish', 0.995],
  ['it', 'italian', 0.995],
  ['pt', 'portuguese', 0.995],
  ['ru', 'russian', 0.995],
] as const

describe.skipIf(!existsSync(DATA))('Snowball lists (skipped: no data)', () => {
  it('English stems are those of Porter2', () => {
    const pairs = officialStems('english')
    const same = pairs.filter(([word, stem]) => porter2(word) === stem).length
    expect(same / pairs.length).toBeGreaterThanOrEqual(0.998)
  })

  it.each(LANGUAGES)('%s: words of a text get the official stem', async (language, folder, least) => {
    const analyser = await Analyser.create(createDescription({ languages: [language] }))
    const pairs = officialStems(folder)
    let same = 0
    let tokens = 0
    for (const [word, stem] of pairs) {
      analyser.analyse(word, language, (term) => {
        tokens++
        if (term.stem === fold(stem) && term.tag === TAGS[language]) same++
      })
    }
    expect(tokens).toBe(pairs.length)
    expect(same / pairs.length).toBeGreaterThanOrEqual(least)
  })

  it.each(LANGUAGES)('%s: a word typed without accents finds the accented one', async (language, folder) => {
    const analyser = await Analyser.create(createDescription({ languages: [language] }))
    const { tag } = await loadLanguage(language)
    const pairs = officialStems(folder).filter(([word]) => fold(word) !== word)
    const found = pairs.filter(([word]) => {
      let stem = ''
      analyser.analyse(word, language, (term) => (stem = term.stem))
      const [token] = analyser.analyseQuery(fold(word)).tokens
      return token?.variants.some((variant) => variant.tag === tag && variant.stem === stem)
    })
    expect(found.length / pairs.length).toBeGreaterThan(0.97)
  })
})
