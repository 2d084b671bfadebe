/** How much does a page load? The least browser entry with English analysis, minified and compressed as a host would send it. */

import { existsSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** Bytes of code that are loaded before anything is asked, at the most. */
const BUDGET = 34_700

describe.skipIf(!existsSync('dist/browser.js'))('browser bundle', () => {
  it('stays within its budget, without the writers', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: ['dist/browser-search.js'],
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      outdir: '.tmp/size',
      write: false,
      metafile: true,
      logLevel: 'error',
    })
    const [name, output] = Object.entries(metafile.outputs).find(
      ([, { entryPoint }]) => entryPoint === 'dist/browser-search.js',
    )!
    const needed = new Set([
      name,
      ...output.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
    ])
    const bytes = outputFiles
      .filter(({ path }) => [...needed].some((each) => path.endsWith(each)))
      .reduce((sum, { contents }) => sum + brotliCompressSync(contents).length, 0)
    console.log(`browser entry: ${bytes} bytes, minified and compressed`)
    expect(bytes).toBeLessThan(BUDGET)
    const code = outputFiles.map(({ text }) => text).join('')
    expect(/["']node:/.test(code), 'a Node module is imported').toBe(false)
    // The text of an error that only the writer of words can throw.
    expect(code.includes('bytes is too long'), 'a writer is in the bundle').toBe(false)
  })
})
