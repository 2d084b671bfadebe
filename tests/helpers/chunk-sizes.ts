/** How much does each language add to a page? Its module alone, minified and compressed as a host would send it. */

import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

/** Bytes of each language's chunk by its code, but for English, which is in the core; and the source files of all chunks. */
export async function chunkSizes(): Promise<{ bytes: Map<string, number>; inputs: string[] }> {
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
  const bytes = new Map<string, number>()
  const inputs: string[] = []
  for (const [name, output] of Object.entries(metafile.outputs)) {
    inputs.push(...Object.keys(output.inputs))
    const language = /languages\/([a-z]{2})\.ts$/.exec(output.entryPoint ?? '')?.[1]
    const file = outputFiles.find(({ path }) => path.endsWith(name.slice(name.lastIndexOf('/'))))
    if (language !== undefined && file !== undefined) bytes.set(language, brotliCompressSync(file.contents).length)
  }
  return { bytes, inputs }
}
