/** Are stored texts where the directory says, however many there are? Sizes around where a segment stops being a single file. */

import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/open-node.js'
import { MemorySource } from '../../src/source/memory-source.js'
import type { Release } from '../../src/types.js'
import { archiveFiles } from '../helpers/memory-archive.js'
import { Random } from '../helpers/random.js'

/** `words`: how many different ones there are, and so how much of a segment its terms are. */
function releases(count: number, words: number): Release[] {
  const random = new Random(count)
  return Array.from({ length: count }, (_, i) => ({
    id: `r${i}`,
    title: `Release ${i}`,
    body: Array.from({ length: 100 }, () => `w${random.below(words).toString(26)}`).join(' '),
    language: 'en',
  }))
}

describe('stored texts', () => {
  it('are read again', async () => {
    const kinds = new Set<string>()
    for (const words of [400, 20_000]) {
      for (let count = 20; count <= 260; count += 20) {
        const all = releases(count, words)
        const files = await archiveFiles(all, { minReleases: 0 })
        const texts = [...files.keys()].filter((name) => name.includes('/texts-')).length
        kinds.add(texts === 0 ? 'single' : texts === 1 ? 'one file' : 'several files')
        const archive = await openArchive(new MemorySource(files))
        for (const release of all) expect(await archive.get(release.id)).toEqual(release)
      }
    }
    expect([...kinds].sort()).toEqual(['one file', 'several files', 'single'])
  })
})
