import { describe, expect, it } from 'vitest'
import { makeLabels } from '../../src/query/labels.js'

describe('labels', () => {
  const cases: [locale: string, facet: string, value: string | number | null, label: string][] = [
    ['en', 'country', 'MO', 'Macao SAR China'],
    ['en', 'country', 'XK', 'Kosovo'],
    ['en', 'mention', 'CI', 'Côte d’Ivoire'],
    ['fr', 'country', 'DE', 'Allemagne'],
    ['ar', 'country', 'EG', 'مصر'],
    ['en', 'country', 'Atlantis', 'Atlantis'],
    ['en', 'country', 'ZZZ', 'ZZZ'],
    ['en', 'country', '', ''],
    ['en', 'language', 'fr', 'French'],
    ['es', 'language', 'fr', 'francés'],
    ['en', 'language', 'pt-BR', 'Brazilian Portuguese'],
    ['en', 'language', '!', '!'],
    ['en', 'year', 2011, '2011'],
    ['en', 'year', '0005', '0005'],
    ['en', 'month', '2010-06', 'June 2010'],
    ['fr', 'month', '2010-06', 'juin 2010'],
    ['en', 'date', '2010-06-15', 'June 15, 2010'],
    ['en', 'date', '2010-06', 'June 2010'],
    ['en', 'date', '2010', '2010'],
    ['en', 'month', 'nonsense', 'nonsense'],
    ['en', 'topic', 'trafficking', 'trafficking'],
    ['en', 'topic', 'MO', 'MO'],
    ['en', 'year', null, 'undated'],
    ['en', 'month', null, 'month unknown'],
    ['en', 'date', null, 'day unknown'],
    ['en', 'country', null, 'none'],
    ['en', 'constructor', '__proto__', '__proto__'],
    ['xx', 'country', 'FR', 'France'],
  ]

  it.each(cases)('in %s of %s %j', (locale, facet, value, label) => {
    expect(makeLabels(locale).label(facet, value)).toBe(label)
  })

  it('takes given labels first', () => {
    const labels = makeLabels('en', { country: { MO: 'Macau', '': 'nowhere' }, topic: { ct: 'Counter-trafficking' } })
    expect(labels.label('country', 'MO')).toBe('Macau')
    expect(labels.label('country', null)).toBe('nowhere')
    expect(labels.label('country', 'toString')).toBe('toString')
    expect(labels.label('topic', 'ct')).toBe('Counter-trafficking')
  })

  it('finds values by any of their names', () => {
    const values = ['MO', 'CN', 'US', 'DE', 'CI']
    const labels = makeLabels('fr', { country: { CN: 'Mainland' } })
    const match = (input: string): string | undefined => labels.match('country', input, values)
    expect(['mo', 'Macao', 'Macao SAR China', 'R.A.S. chinoise de Macao'].map(match)).toEqual(['MO', 'MO', 'MO', 'MO'])
    expect(['allemagne', 'germany', 'mainland', 'China', 'US', 'cote divoire'].map(match)).toEqual([
      'DE',
      'DE',
      'CN',
      'CN',
      'US',
      'CI',
    ])
    expect(match('Atlantis')).toBeUndefined()
    expect(labels.match('topic', 'Trafficking', ['trafficking'])).toBe('trafficking')
    expect(labels.match('language', 'French', ['en', 'fr'])).toBe('fr')
  })
})
