/** What may be decided about a page, and is it in the files that are written? */

import { describe, expect, it } from 'vitest'
import { contrast, themeOf } from '../../src/cli/accent.js'
import { pageSettings } from '../../src/cli/page-settings.js'

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

describe('the colour of a page', () => {
  it('can be read on light and on dark, whatever it is', () => {
    for (const colour of ['#0b5c8a', '#000', '#ffffff', '#ff0', '#b00020', '#777777', '#0000ff', '#00ff00']) {
      const [light, , dark] = [...themeOf(colour, 'build').matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => channels(hex))
      expect(contrast(light!, [255, 255, 255])).toBeGreaterThan(5)
      expect(contrast(dark!, [27, 33, 39])).toBeGreaterThan(5)
    }
  })

  it('stays as it is where it can be read', () => {
    expect(themeOf('#0B5C8A', 'build')).toContain('--accent:#0b5c8a;')
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21)
  })

  it('is refused where it is none', () => {
    for (const text of ['blue', '#12', '#12345g', 'red;}body{display:none', '']) {
      expect(() => themeOf(text, 'build')).toThrow(/--page-accent: expected a colour like #0b5c8a/)
    }
  })
})

describe('the settings of a page', () => {
  it('come from the configuration, with options before them', () => {
    expect(pageSettings({}, undefined, 'build')).toBeUndefined()
    expect(pageSettings({}, false, 'build')).toBeUndefined()
    expect(pageSettings({}, true, 'build')).toEqual({})
    expect(pageSettings({ page: true }, undefined, 'build')).toEqual({})
    expect(pageSettings({ 'page-title': 'Ours' }, { title: 'Theirs', language: 'fr' }, 'build')).toEqual({
      title: 'Ours',
      language: 'fr',
    })
    expect(pageSettings({}, { facets: { office: { en: 'Office' } }, home: '../' }, 'build')).toEqual({
      facets: { office: { en: 'Office' } },
      home: '../',
    })
  })

  it.each([
    [['title'], /expected true or an object/],
    ['yes', /expected true or an object/],
    [{ titel: 'x' }, /no setting "titel".*title/],
    [{ title: 1 }, /page\.title: expected string, got 1/],
    [{ facets: null }, /page\.facets: expected object, got null/],
    [{ language: 'tlh' }, /page\.language: expected en, fr, es, ar/],
    [{ home: 'javascript:alert(1)' }, /expected an address of the web/],
    [{ home: ' JavaScript:alert(1)' }, /expected an address of the web/],
  ])('refuse %j', (configured, message) => {
    expect(() => pageSettings({}, configured, 'build')).toThrow(message)
  })
})
