// Runs benches by name: `npm run bench relevance size`. Each is a TypeScript module beside this one that exports `run`.

import { mkdirSync, readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..')
const available = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => basename(file, '.ts'))
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !available.includes(name))
if (wanted.length === 0 || unknown.length > 0) {
  console.error(`usage: npm run bench NAME…   names: ${available.join(', ')}`)
  process.exit(2)
}
process.chdir(root)
// Beside the peers' packages, so that both theirs and the library's own are found from there.
const out = join(here, '.tmp')
mkdirSync(out, { recursive: true })
const cores = cpus()
console.log(
  `machine: ${cores.length} x ${cores[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}`,
)
for (const name of wanted) {
  const outfile = join(out, `${name}.mjs`)
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  console.log(`\n== ${name}`)
  const { run } = await import(pathToFileURL(outfile).href)
  await run()
}
