import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/cli/config.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'datelines-config-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, text: string) => writeFileSync(join(folder, name), text)

describe('loadConfig', () => {
  it('is empty where there is none', async () => {
    expect(await loadConfig(undefined, folder)).toEqual({})
  })

  it.each([
    ['datelines.config.json', '\ufeff{ "out": "a" }'],
    ['datelines.config.mjs', 'export default { out: "a" }'],
    ['datelines.config.js', 'module.exports = { out: "a" }'],
  ])('finds %s', async (name, text) => {
    put('package.json', '{}')
    put(name, text)
    expect(await loadConfig(undefined, folder)).toEqual({ out: 'a' })
  })

  it('takes .js before .mjs before .json', async () => {
    put('package.json', '{ "type": "module" }')
    put('datelines.config.json', '{ "out": "json" }')
    expect(await loadConfig(undefined, folder)).toEqual({ out: 'json' })
    put('datelines.config.mjs', 'export default { out: "mjs" }')
    expect(await loadConfig(undefined, folder)).toEqual({ out: 'mjs' })
    put('datelines.config.js', 'export default { out: "js" }')
    expect(await loadConfig(undefined, folder)).toEqual({ out: 'js' })
  })

  it('reads the file that is named, functions and all', async () => {
    put('datelines.config.json', '{ "out": "wrong" }')
    put('mine.mjs', 'export default { out: "right", map: (raw) => raw }')
    expect(await loadConfig('mine.mjs', folder)).toEqual({ out: 'right', map: expect.any(Function) })
  })

  it.each([
    ['missing.json', undefined, /missing\.json: there is no such file/],
    ['missing.mjs', undefined, /missing\.mjs: there is no such file/],
    ['broken.json', '{', /broken\.json cannot be loaded: /],
    ['throws.mjs', 'throw new Error("not today")', /throws\.mjs cannot be loaded: not today/],
    ['imports.mjs', 'import "./gone.mjs"', /imports\.mjs cannot be loaded: .*gone/],
    ['list.json', '[]', /list\.json: expected an object of build options as the default export, got an array/],
    ['named.mjs', 'export const out = "a"', /got nothing/],
    ['null.json', 'null', /got null/],
  ])('refuses %s', async (name, text, message) => {
    if (text !== undefined) put(name, text)
    await expect(loadConfig(name, folder)).rejects.toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message) }),
    )
  })
})
