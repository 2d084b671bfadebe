/** Does every pattern in which releases are found come out as a careful reader would state it? */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ExtractInput, extractReleases } from '../../src/ingest/extract/extract-release.js'
import type { Release } from '../../src/types.js'

interface ExpectedRelease extends Partial<Omit<Release, 'date'>> {
  date?: string | null
  present?: string[]
  absent?: string[]
  countriesInclude?: string[]
}

interface Expected {
  url?: string
  now?: string
  releases: ExpectedRelease[]
}

const FOLDER = new URL('./fixtures/', import.meta.url)
const inputs = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'))

describe('fixtures', () => {
  for (const name of inputs) {
    it(name, async () => {
      const source = readFileSync(new URL(name, FOLDER), 'utf8')
      const expected: Expected = JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/, '.json'), FOLDER), 'utf8'))
      const input: ExtractInput = { place: { file: name }, kind: 'text', stated: {} }
      if (name.endsWith('.html')) Object.assign(input, { kind: 'html', html: source })
      else input.text = source
      if (expected.url !== undefined) input.url = expected.url
      const found = await extractReleases(input, { contacts: 'keep', now: new Date(expected.now ?? '2025-12-31') })
      expect(found.map(({ release }) => release.title)).toEqual(expected.releases.map(({ title }) => title))
      for (const [i, wanted] of expected.releases.entries()) {
        const release = found[i]!.release
        const { present = [], absent = [], countriesInclude = [], date, title: _, ...fields } = wanted
        if (date !== undefined) expect(release.date ?? null).toBe(date)
        for (const [field, value] of Object.entries(fields))
          expect(release[field as keyof Release], field).toEqual(value)
        for (const words of present) expect(release.body).toContain(words)
        for (const words of absent) expect(`${release.title}\n${release.body}`).not.toContain(words)
        for (const code of countriesInclude) expect(release.countries).toContain(code)
      }
    })
  }
})
