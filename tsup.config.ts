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
])
