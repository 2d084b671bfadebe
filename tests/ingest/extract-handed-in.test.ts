/** Is a release that is handed in taken as a build takes it? */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildArchive, extractRelease } from '../../src/build.js'
import { openArchive } from '../../src/open-node.js'
import type { ReleaseInput } from '../../src/types.js'

const INPUTS: ReleaseInput[] = [
  {
    id: 'a',
    html: '<h1>Boats land</h1><p>Valletta, 14 March 2011 - Two boats landed in Malta yesterday, and all are well.</p>',
  },
  { id: 'b', body: 'Amman, 3 May 2012 - A camp opened in Jordan. It holds three thousand people and a school.' },
  { id: 'c', title: 'Cholera', body: 'Cholera spreads.', date: '2010-11', countries: ['Haiti'], language: 'en' },
]

describe('extractRelease', () => {
  it('gives what an archive holds then', async () => {
    const out = mkdtempSync(join(tmpdir(), 'datelines-handed-'))
    await buildArchive({ releases: INPUTS, out })
    const archive = await openArchive(out)
    for (const input of INPUTS) {
      const { release } = await extractRelease(input)
      expect(release).toMatchObject({
        id: input.id,
        title: expect.stringMatching(/./),
        date: expect.stringMatching(/^20/),
      })
      expect(release).toEqual(await archive.get(release.id))
    }
    await archive.close()
    rmSync(out, { recursive: true })
  })

  it('tells what is doubtful', async () => {
    const { warnings } = await extractRelease({ id: 'd', body: 'A text.', countries: ['Narnia'] })
    expect(warnings).toMatchObject([{ file: '(releases)', field: 'countries', value: 'Narnia' }])
  })

  it.each([null, undefined, 5, 'text', []])('refuses %j', async (input) => {
    await expect(extractRelease(input as never)).rejects.toMatchObject({ code: 'E_INPUT', reason: 'syntax' })
  })

  it.each([null, { contact: 'keep' }, { contacts: 'all' }, { now: 5 }])('refuses %j as options', async (options) => {
    await expect(extractRelease({ body: 'x' }, options as never)).rejects.toMatchObject({ code: 'E_OPTION' })
  })

  it('refuses what has neither a title nor a text', async () => {
    await expect(extractRelease({ id: 'e' } as never)).rejects.toMatchObject({ code: 'E_INPUT', reason: 'no-text' })
  })
})
