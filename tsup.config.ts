import { copyFile } from 'node:fs/promises'
import { defineConfig } from 'tsup'

// `dist` is emptied by the build script: tsup's own `clean` races between the configurations of a list.
export default defineConfig([
  {
    entry: { index: 'src/index.ts', build: 'src/build.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    target: 'node20',
    platform: 'node',
    splitting: true,
    sourcemap: true,
  },
  {
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    splitting: true,
  },
  {
    entry: { browser: 'src/browser.ts' },
    format: ['esm'],
    dts: true,
    target: 'es2022',
    platform: 'browser',
    splitting: true,
    sourcemap: true,
    // A page has no packages: everything is bundled.
    noExternal: [/.*/],
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
      for (const file of ['index.html', 'page.css', 'icon.svg']) await copyFile(`src/page/${file}`, `dist/page/${file}`)
    },
  },
])
