/** Does the program stop when it is told to, in the middle of a build, and leave what was there? */

import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build as bundle } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildArchive } from '../../src/build/build-archive.js'
import { temporaryFolders } from '../growth/folders.js'

const newFolder = temporaryFolders()
const COUNT = 4000

/** Builds, and says so on standard error when the first release of each phase is done. */
const CONFIG = `let phase
export default {
  onProgress(step) {
    if (step.phase !== phase && step.done > 0) process.stderr.write('<' + (phase = step.phase) + '>')
  },
}`

describe('a build that is interrupted', () => {
  let program: string
  let cwd: string

  beforeAll(async () => {
    cwd = newFolder()
    mkdirSync(cwd, { recursive: true })
    program = join(dirname(cwd), 'cli.mjs')
    await bundle({
      entryPoints: ['src/cli/main.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
      logLevel: 'error',
    })
    const lines = Array.from({ length: COUNT }, (_, i) =>
      JSON.stringify({
        id: `r${i}`,
        title: `Release ${i}`,
        body: Array.from({ length: 150 }, (_, j) => `word${(i * 31 + j * 7) % 9000}`).join(' '),
        language: 'en',
      }),
    )
    writeFileSync(join(cwd, 'releases.jsonl'), lines.join('\n'))
    writeFileSync(join(cwd, 'datelines.config.mjs'), CONFIG)
  })

  it.each(['read', 'index'])('while it goes on to %s ends with 130, and the archive is as it was', async (phase) => {
    const out = join(cwd, `archive-${phase}`)
    await buildArchive({ releases: [{ id: 'old', title: 'Old', body: 'An old release.' }], out })
    const before = readdirSync(out).sort()
    const root = readFileSync(join(out, 'root.dl'))
    const child = spawn(process.execPath, [program, 'build', 'releases.jsonl', '--out', out], { cwd })
    let errors = ''
    let asked = false
    let done = 0
    child.stderr.on('data', (chunk) => {
      errors += chunk
      if (!asked && errors.includes(`<${phase}>`)) asked = child.kill('SIGINT')
    })
    child.stdout.on('data', () => done++)
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(code, errors).toBe(130)
    expect(errors).toContain('interrupted')
    expect(done).toBe(0)
    expect(readdirSync(out).sort()).toEqual(before)
    expect(readFileSync(join(out, 'root.dl')).equals(root)).toBe(true)
  })
})
