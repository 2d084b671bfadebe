/** Are copies in an archive found alike, looked up word by word or with all texts sketched? And has every key word a term? */

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Analyser, createDescription } from '../../src/analysis/analyser.js'
import { GrownClusters } from '../../src/build/grown-clusters.js'
import { SpilledSketches } from '../../src/build/spilled-sketches.js'
import { Spool } from '../../src/build/spool.js'
import { StoredArchive } from '../../src/build/stored-archive.js'
import { WordHolders } from '../../src/build/word-holders.js'
import { keyWordsOf } from '../../src/ingest/extract/key-words.js'
import { DuplicateFinder } from '../../src/ingest/extract/near-duplicates.js'
import type { Release } from '../../src/types.js'
import { NearCopies } from '../helpers/near-copies.js'
import { Random } from '../helpers/random.js'
import { build } from './changes-by-hand.js'
import { temporaryFolders } from './folders.js'
import { COPIED_WORDS, makeRelease } from './releases.js'

const newFolder = temporaryFolders()

describe('clusters of an archive that grows', () => {
  it('are the same by either way', async () => {
    let changed = 0
    for (let seed = 0; seed < 6; seed++) {
      const random = new Random(seed)
      const copies = new NearCopies(random, COPIED_WORDS)
      const make = (id: string): Release => makeRelease(random, id, copies)
      const directory = newFolder()
      await build(
        directory,
        Array.from({ length: 60 }, (_, i) => make(`r${i}`)),
      )
      const archive = await StoredArchive.open(directory)
      const spool = new Spool(Number.POSITIVE_INFINITY, join(tmpdir(), 'datelines-never-written'))
      for (let i = 50; i < 75; i++) spool.add(make(`r${i}`))
      const added = new Set(spool.ids())
      const leaving = archive.places([...added, 'r1', 'r2', 'r3'])
      const ordered = spool.order()
      const description = createDescription({ languages: ['en', 'fr', 'es'] })
      const found = []
      for (const mostLookedUp of [1000, 0]) {
        const base = { archive, keeps: 1, leaving, added }
        const clusters = await GrownClusters.create(base, ordered, description, mostLookedUp)
        const text = (index: number): Release =>
          index < ordered.count ? ordered.read(index).release : clusters.text(index - ordered.count)
        const finder = new DuplicateFinder(new SpilledSketches('', Number.POSITIVE_INFINITY, text))
        for (let doc = 0; doc < ordered.count; doc++) finder.add(ordered.read(doc).release)
        const { values, regrouped, duplicates } = await clusters.cluster(finder)
        found.push({ values: [...values].sort(), regrouped: [...regrouped].sort(), duplicates })
      }
      expect(found[0], `seed ${seed}`).toEqual(found[1])
      changed += found[0]!.regrouped.length
    }
    expect(changed).toBeGreaterThan(6)
  })

  it('are looked up by words that have terms, in every language', async () => {
    const texts: Release[] = [
      {
        id: 'en',
        title: "The U.N.'s re-admission AGREEMENT",
        body: "Migrants' co-operation didn’t cost 1,200 or 3500 USD",
        language: 'en',
      },
      { id: 'fr', title: "L'Île à l'été", body: 'Les réfugiés dʼAfrique ont été ramenés aujourd’hui', language: 'fr' },
      { id: 'de', title: 'Flüchtlinge in STRASSEN', body: 'Die Straße der Ausländerinnen', language: 'de' },
      { id: 'tr', title: 'İSTANBUL', body: 'Göçmenler IŞIK ve ışık', language: 'tr' },
      { id: 'ru', title: 'БЕЖЕНЦЫ ВЕРНУЛИСЬ', body: 'Мигранты вернулись домой, ёлка', language: 'ru' },
      { id: 'el', title: 'ΟΔΟΣ ΠΡΌΣΦΥΓΕΣ', body: 'ο δρόμος των προσφύγων', language: 'el' },
      { id: 'ar', title: 'اللاجئون', body: 'عاد المهاجرون إلى ديارهم مُهَاجِر', language: 'ar' },
      { id: 'zh', title: '澳門難民', body: '國際移民組織在澳門舉行研討會', language: 'zh' },
      { id: 'none', title: 'ﬁnal Ｗｉｄｅ', body: 'naïve café Ångström' },
    ]
    const directory = newFolder()
    await build(directory, texts, { defaultLanguage: 'es' })
    const { segments, description } = await StoredArchive.open(directory)
    const holders = new WordHolders(segments, await Analyser.create(description.analysis))
    let words = 0
    for (const release of texts) {
      const doc = segments[0]!.findId(release.id)!
      for (const word of keyWordsOf(release, 100).words) {
        expect(holders.holding([word], 1)[0], `${release.id}: ${word}`).toContain(doc)
        words++
      }
    }
    expect(words).toBeGreaterThan(50)
  })
})
