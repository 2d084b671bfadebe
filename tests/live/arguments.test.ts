/** What does a live index say of what it is handed? Slips are refused, and tell where they are. */

import { describe, expect, it } from 'vitest'
import { LiveIndex } from '../../src/live/live-index.js'
import type { Release, ReleaseInput } from '../../src/types.js'

const release = (more: object): ReleaseInput => ({ id: 'a', title: 'Boats', body: 'Two boats landed.', ...more })

describe('LiveIndex.add', () => {
  it.each([
    [{ colour: 'red' }, /no field "colour"/],
    [{ country: 'MO' }, /no field "country"; it has .*countries/],
    [{ topic: ['boats'] }, /no field "topic"; it has .*facets/],
    [{ countries: 'MO' }, /"countries" must be a list/],
    [{ date: '2015-02-30' }, /"date" must be an ISO date/],
    [{ title: 5, body: undefined }, /"title" must be a text, got 5/],
  ])('refuses %j', (more, message) => {
    const live = new LiveIndex()
    expect(() => live.add(release(more))).toThrow(
      expect.objectContaining({ code: 'E_INPUT', reason: 'syntax', message: expect.stringMatching(message) }),
    )
    expect(() => live.addAll([release({}), release({ id: 'b', ...more })])).toThrow(
      expect.objectContaining({ code: 'E_INPUT' }),
    )
    expect(live.size).toBe(0)
  })

  it('takes every field of a release, and what is undefined for not there', async () => {
    const live = new LiveIndex()
    const full: Required<Release> = {
      id: 'a',
      title: 'Boats',
      body: 'Two boats landed.',
      date: '2015-02',
      dateSource: 'feed',
      countries: ['MT'],
      mentions: ['MT', 'IT'],
      language: 'en',
      url: 'https://example.org/a',
      facets: { topic: 'sea' },
      contacts: [{ name: 'N' }],
    }
    live.add(full)
    live.add(release({ id: 'b', colour: undefined }))
    const { contacts: _, ...kept } = full
    expect(await live.get('a')).toEqual(kept)
    expect(live.size).toBe(2)
  })
})

describe('LiveIndex.remove', () => {
  it('tells whether a live release had the id', () => {
    const live = new LiveIndex()
    live.add(release({}))
    expect([live.remove('a'), live.remove('a'), live.remove('nobody')]).toEqual([true, false, false])
    expect(() => live.remove(7 as unknown as string)).toThrow(expect.objectContaining({ code: 'E_OPTION' }))
  })
})
