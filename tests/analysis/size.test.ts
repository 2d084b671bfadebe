/** How much does each language add to a page? Its module alone, minified and compressed as a host would send it. */

import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** Bytes, brotli, of a language; the lexicon's data is in none. */
const LANGUAGE_BUDGET = 3000

it('is 3 KB at most, and the lexicon is in none of it', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/analysis/analyser.ts'],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '.tmp/analysis-size',
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  const sizes: Record<string, number> = {}
  for (const [name, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    expect(Object.keys(inputs).filter((input) => /analysis\/lexicon|places\//.test(input))).toEqual([])
    const language = /languages\/([a-z]{2})\.ts$/.exec(entryPoint ?? '')?.[1]
    const output = outputFiles.find(({ path }) => path.endsWith(name.slice(name.lastIndexOf('/'))))
    if (language !== undefined && output !== undefined) sizes[language] = brotliCompressSync(output.contents).length
  }
  // English is in the core.
  expect(Object.keys(sizes).sort()).toEqual(['ar', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'ru', 'uk'])
  expect(Object.entries(sizes).filter(([, bytes]) => bytes > LANGUAGE_BUDGET)).toEqual([])
})
