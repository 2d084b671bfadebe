import { copyFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type OutputOptions, rolldown } from 'rolldown'
import { defineConfig } from 'tsup'

/** Modules that are imported on demand, each with what it alone needs. */
const ON_DEMAND =
  /[\\/](browser|query-language|counting|widening|phrase-lists|extras|side-packs|words-packs|concept-finder|countries|(languages[\\/](ar|de|es|fr|it|nl|pt|ru|uk)))\.ts$/

/**
 * Writes files for browsers. A page has no packages: everything is bundled. The bundler makes a file of the modules that the same
 * set of entries reaches, which would be a dozen; when everything on demand reaches the first entry, what it needs is in its own file.
 */
async function bundleForBrowsers(entries: Record<string, string>, output: OutputOptions): Promise<void> {
  const core = resolve(Object.values(entries)[0]!)
  const bundle = await rolldown({
    input: entries,
    platform: 'browser',
    transform: { target: 'es2022' },
    preserveEntrySignatures: 'allow-extension',
    treeshake: { moduleSideEffects: (id) => id === core },
    plugins: [
      {
        name: 'one-core',
        transform: {
          filter: { id: ON_DEMAND },
          // Positions stay, so the map does.
          handler: (code, id) =>
            id === core ? null : { code: `${code}\nimport ${JSON.stringify(core)}\n`, map: null },
        },
      },
    ],
  })
  await bundle.write({ format: 'esm', minify: true, entryFileNames: '[name].js', ...output })
}

// `dist` is emptied by the build script: tsup's own `clean` races between the configurations of a list.
export default defineConfig([
  {
    entry: { index: 'src/index.ts', build: 'src/build.ts', live: 'src/live.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    target: 'node20',
    platform: 'node',
    splitting: true,
    sourcemap: true,
    // A build looks for the file of its workers beside itself, as a module by `import.meta.url`, else by `__dirname`.
    shims: true,
  },
  {
    // Beside the command line, the file that worker threads of a build run, whichever entry starts them.
    entry: { cli: 'src/cli/main.ts', worker: 'src/build/worker.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    splitting: true,
  },
  {
    entry: { 'browser-search': 'src/browser-search.ts', browser: 'src/browser.ts' },
    format: ['esm'],
    dts: { only: true },
  },
  { entry: { 'browser-live': 'src/live.ts' }, format: ['esm'], dts: { only: true } },
  {
    entry: { instantsearch: 'src/instantsearch.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
    platform: 'neutral',
    splitting: false,
    sourcemap: true,
    onSuccess: async () => {
      await bundleForBrowsers(
        { 'browser-search': 'src/browser-search.ts', browser: 'src/browser.ts' },
        { dir: 'dist', chunkFileNames: 'browser-[hash].js', sourcemap: true },
      )
      await bundleForBrowsers(
        { 'browser-live': 'src/live.ts' },
        { dir: 'dist', chunkFileNames: 'live-[hash].js', sourcemap: true },
      )
      await bundleForBrowsers({ page: 'src/page/page.ts' }, { dir: 'dist/page', chunkFileNames: '[name]-[hash].js' })
      for (const file of ['index.html', 'page.css', 'theme.css', 'icon.svg'])
        await copyFile(`src/page/${file}`, `dist/page/${file}`)
    },
  },
])
