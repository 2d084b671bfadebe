import { copyFile, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { defineConfig, type Options } from 'tsup'

/** Modules that are imported on demand, each with what it alone needs. */
const ON_DEMAND =
  /(query[\\/](query-language|counting|widening|phrase-lists|extras)|reader[\\/]side-packs|languages[\\/](ar|de|es|fr|it|nl|pt|ru|uk))\.ts$/

/**
 * Keeps what every search needs in one file. The bundler makes a file of the modules that the same set of entries reaches, which
 * would be a dozen; when everything on demand reaches the whole core, the core is one.
 */
const oneCore: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'one-core',
  setup(build) {
    build.onResolve({ filter: /^the-core$/ }, () => ({ path: resolve('src/open-browser.ts'), sideEffects: true }))
    build.onLoad({ filter: ON_DEMAND }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\nimport 'the-core'\n`,
      loader: 'ts',
    }))
  },
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
    entry: { browser: 'src/browser.ts', 'browser-search': 'src/browser-search.ts' },
    format: ['esm'],
    dts: true,
    target: 'es2022',
    platform: 'browser',
    splitting: true,
    minify: true,
    sourcemap: true,
    // A page has no packages: everything is bundled.
    noExternal: [/.*/],
    esbuildPlugins: [oneCore],
    esbuildOptions: (options) => {
      options.chunkNames = 'browser-[hash]'
    },
  },
  {
    // A build of its own: an entry that shares the core would cut it into many files for those who do not use it.
    entry: { 'browser-live': 'src/live.ts' },
    format: ['esm'],
    dts: true,
    target: 'es2022',
    platform: 'browser',
    splitting: true,
    minify: true,
    sourcemap: true,
    noExternal: [/.*/],
    esbuildOptions: (options) => {
      options.chunkNames = 'live-[hash]'
    },
  },
  {
    entry: { instantsearch: 'src/instantsearch.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
    platform: 'neutral',
    splitting: false,
    sourcemap: true,
  },
  {
    entry: { page: 'src/page/page.ts' },
    outDir: 'dist/page',
    format: ['esm'],
    target: 'es2022',
    platform: 'browser',
    splitting: true,
    minify: true,
    noExternal: [/.*/],
    onSuccess: async () => {
      for (const file of ['index.html', 'page.css', 'theme.css', 'icon.svg'])
        await copyFile(`src/page/${file}`, `dist/page/${file}`)
    },
  },
])
