/** How much does a page load? The least browser entry with English analysis, as it is shipped and as a host would send it. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

/** Bytes of code that are loaded before anything is asked, at the most. */
const BUDGET = 33_400

const read = (name: string): string => readFileSync(`dist/${name}`, 'utf8')

/** A file and all that it cannot run without. */
function needed(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  for (const [, other] of read(name).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) needed(other!, found)
  return found
}

describe.skipIf(!existsSync('dist/browser.js'))('browser bundle', () => {
  it('stays within its budget, in one file', () => {
    const files = [...needed('browser-search.js')]
    const bytes = files.reduce((sum, name) => sum + brotliCompressSync(read(name)).length, 0)
    console.log(`browser entry: ${bytes} bytes, minified and compressed`)
    expect(bytes).toBeLessThan(BUDGET)
    expect(files).toEqual(['browser-search.js'])
  })

  it('reads counts and filters without the query language', () => {
    const counting = readdirSync('dist').find(
      (name) => /^browser-(?!search|live)[\w-]+\.js$/.test(name) && read(name).includes('Intl.DisplayNames'),
    )!
    expect(needed(counting)).toEqual(new Set([counting, 'browser-search.js']))
  })

  it('has no Node module and no writer', () => {
    const code = readdirSync('dist')
      .filter((name) => /^browser.*\.js$/.test(name) && name !== 'browser-live.js')
      .map(read)
      .join('')
    expect(code.length).toBeGreaterThan(100_000)
    expect(/["'`]node:/.test(code), 'a Node module is imported').toBe(false)
    // The text of an error that only the writer of words can throw.
    expect(code.includes('bytes is too long'), 'a writer is in the bundle').toBe(false)
  })
})
