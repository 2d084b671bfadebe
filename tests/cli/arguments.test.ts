import { describe, expect, it } from 'vitest'
import { type OptionTable, parseArguments } from '../../src/cli/arguments.js'

const options = {
  out: { kind: 'text', value: 'DIR', short: 'o', help: '' },
  limit: { kind: 'count', value: 'N', most: 1000, help: '' },
  memory: { kind: 'count', value: 'MIB', least: 1, help: '' },
  lang: { kind: 'list', value: 'en,fr', help: '' },
  fields: { kind: 'list', value: 'title', allowed: ['title', 'body'], help: '' },
  exclude: { kind: 'texts', value: 'GLOB', help: '' },
  facet: { kind: 'pairs', value: 'NAME=PATH', help: '' },
  sort: { kind: 'choice', values: ['newest', 'oldest'], help: '' },
  or: { kind: 'flag', help: '' },
} as const satisfies OptionTable

const parse = (args: string[]) =>
  parseArguments(args, {
    command: 'search',
    options,
    words: [{ name: 'DIR' }, { name: 'QUERY', optional: true, several: true }],
  })

describe('what is given', () => {
  it.each<[string[], object, string[]]>([
    [['a'], {}, ['a']],
    [['a', 'b', 'c'], {}, ['a', 'b', 'c']],
    [['--out', 'x', 'a'], { out: 'x' }, ['a']],
    [['a', '--out=x'], { out: 'x' }, ['a']],
    [['a', '-o', 'x'], { out: 'x' }, ['a']],
    [['a', '--out=-x'], { out: '-x' }, ['a']],
    [['a', '--out', '-'], { out: '-' }, ['a']],
    [['a', '--out', 'x', '--out', 'y'], { out: 'y' }, ['a']],
    [['a', '--', '-casino', '--or'], {}, ['a', '-casino', '--or']],
    [['a', '"x" -casino'], {}, ['a', '"x" -casino']],
    [['a', '--limit', '0'], { limit: 0 }, ['a']],
    [['a', '--limit', '1000'], { limit: 1000 }, ['a']],
    [['a', '--lang', 'en, fr,', '--lang', 'es'], { lang: ['en', 'fr', 'es'] }, ['a']],
    [['a', '--fields', 'title,body'], { fields: ['title', 'body'] }, ['a']],
    [['a', '--exclude', '{x,y}', '--exclude', 'z'], { exclude: ['{x,y}', 'z'] }, ['a']],
    [
      ['a', '--facet', 'topic=meta.a=b', '--facet', 'x='],
      {
        facet: [
          ['topic', 'meta.a=b'],
          ['x', ''],
        ],
      },
      ['a'],
    ],
    [['a', '--sort', 'newest', '--or'], { sort: 'newest', or: true }, ['a']],
    [['--help'], { help: true }, []],
    [['-h', 'a'], { help: true }, ['a']],
  ])('%j', (args, expected, words) => {
    expect(parse(args)).toEqual({ options: expected, words })
  })
})

describe('what is wrong', () => {
  it.each<[string[], RegExp]>([
    [[], /^DIR missing/],
    [['a', '--limt', '3'], /^Unknown option --limt\. Did you mean --limit\?$/],
    [['a', '--limt=3'], /^Unknown option --limt\. Did you mean --limit\?$/],
    [['a', '--toString'], /^Unknown option --toString\.$/],
    [['a', '--constructor'], /^Unknown option --constructor\.$/],
    [['a', '--__proto__'], /^Unknown option --__proto__\.$/],
    [['a', '-casino'], /^Unknown option -casino\. .* -- /],
    [['a', '--or=yes'], /^--or takes no value, got "yes"/],
    [['a', '--out'], /^--out needs a value: DIR\.$/],
    [['a', '--out', '--or'], /^--out needs a value: DIR \(to give it --or, write --out=--or\)/],
    [['a', '--limit', 'ten'], /^--limit: expected a whole number from 0 to 1000, got "ten"/],
    [['a', '--limit', '1001'], /from 0 to 1000, got "1001"/],
    [['a', '--limit=-1'], /from 0 to 1000, got "-1"/],
    [['a', '--limit', '1e2'], /got "1e2"/],
    [['a', '--limit='], /got ""/],
    [['a', '--memory', '0'], /^--memory: expected a whole number from 1, got "0"/],
    [['a', '--memory', '99999999999999999999'], /whole number from 1/],
    [['a', '--fields', 'titel'], /^--fields: expected title, body, got "titel"\. Did you mean title\?$/],
    [['a', '--facet', 'topic'], /^--facet: expected NAME=PATH, got "topic"/],
    [['a', '--facet', '=x'], /expected NAME=PATH/],
    [['a', '--sort', 'newst'], /^--sort: expected newest, oldest, got "newst"\. Did you mean newest\?$/],
  ])('%j', (args, message) => {
    expect(() => parse(args)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message), command: 'search' }),
    )
  })

  it('is a word too many where there is no room for several', () => {
    const spec = { command: 'info', options: {}, words: [{ name: 'DIR' }] }
    expect(() => parseArguments(['a', 'b'], spec)).toThrow('One word too many: "b".')
  })
})
