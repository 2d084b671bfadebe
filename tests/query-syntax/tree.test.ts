import { describe, expect, it } from 'vitest'
import { checkTree } from '../../src/query/options.js'

const deep = (levels: number): unknown => {
  let tree: unknown = { term: 'a' }
  for (let i = 0; i < levels; i++) tree = { and: [tree, { not: { term: 'b' } }] }
  return tree
}
const circular: { and: unknown[] } = { and: [] }
circular.and.push(circular)

describe('checkTree', () => {
  const refused: [name: string, tree: unknown, path: string][] = [
    ['nothing', null, 'query'],
    ['a number', 5, 'query'],
    ['a list', [{ term: 'a' }], 'query'],
    ['a function', () => ({ term: 'a' }), 'query'],
    ['no kind', {}, 'query'],
    ['an unknown kind', { must: [] }, 'query'],
    ['an inherited kind', Object.create({ term: 'a' }), 'query'],
    ['two kinds', { term: 'a', prefix: 'b' }, 'query.prefix'],
    ['a term that is no text', { term: 5 }, 'query.term'],
    ['a part that is none', { and: [{ term: 'a' }, null] }, 'query.and[1]'],
    ['parts that are no list', { or: { term: 'a' } }, 'query.or'],
    ['a node far inside', { and: [{ or: [{ not: { term: true } }] }] }, 'query.and[0].or[0].not.term'],
    ['an unknown field', { term: 'a', field: 'text' }, 'query.field'],
    ['a field where none belongs', { and: [], field: 'title' }, 'query.field'],
    ['slop where none belongs', { term: 'a', slop: 1 }, 'query.slop'],
    ['slop below 0', { phrase: 'a', slop: -1 }, 'query.slop'],
    ['slop that is no whole number', { phrase: 'a', slop: 1.5 }, 'query.slop'],
    ['far too much slop', { phrase: 'a', slop: 100 }, 'query.slop'],
    ['edits that are no number', { fuzzy: 'a', edits: '1' }, 'query.edits'],
    ['more edits than are looked for', { fuzzy: 'a', edits: 7 }, 'query.edits'],
    ['a wrong filter', { where: { year: 'abc' } }, 'query.where.year'],
    ['a filter that is none', { where: 'MO' }, 'query.where'],
    ['all that is not true', { all: false }, 'query.all'],
    ['very long text', { term: 'a'.repeat(10_001) }, 'query.term'],
    ['too many nodes', { and: Array.from({ length: 20_001 }, () => ({ term: 'a' })) }, 'query.and[19999]'],
  ]

  it.each(refused)('refuses %s', (_, tree, path) => {
    expect(() => checkTree(tree)).toThrow(expect.objectContaining({ code: 'E_OPTION', where: path }))
  })

  it('refuses trees that are too deep, or go on for ever', () => {
    expect(() => checkTree(deep(300))).toThrow(expect.objectContaining({ code: 'E_OPTION' }))
    expect(() => checkTree(circular)).toThrow(expect.objectContaining({ code: 'E_OPTION' }))
  })

  it('does not change the tree it is given', () => {
    const given = { and: [{ and: [{ term: 'a b' }] }, { phrase: ' c ', slop: 0 }] }
    const copy = structuredClone(given)
    expect(checkTree(given)).toEqual({ and: [{ term: 'a' }, { term: 'b' }, { phrase: 'c' }] })
    expect(given).toEqual(copy)
  })

  it('passes over what is undefined', () => {
    expect(checkTree({ term: 'a', field: undefined })).toEqual({ term: 'a' })
  })
})
