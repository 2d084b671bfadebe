/** What is left when a change breaks off? The state before or the one after, and nothing for good. */

import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build as bundle } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { adoptFolder } from '../../src/build/publish.js'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { StoredArchive } from '../../src/build/stored-archive.js'
import { verifyArchive } from '../../src/build/verify-archive.js'
import { openArchive } from '../../src/open-node.js'
import { outcomeOf } from '../helpers/outcome.js'
import { Random } from '../helpers/random.js'
import { add, build } from './changes-by-hand.js'
import { temporaryFolders } from './folders.js'
import { makeRelease } from './releases.js'

const newFolder = temporaryFolders()

/** Interruptions of each kind of change; more by the environment: `GROWTH_KILLS=34`. */
const KILLS = Number(process.env.GROWTH_KILLS ?? 5)

const releases = (seed: number, count: number) => {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, index) => makeRelease(random, `r${index}`))
}

/** Temporary folders of a process. */
const leftIn = (folder: string, pid: number): string[] =>
  readdirSync(folder).filter((name) => name.startsWith(`datelines-build-${pid}-`))

/** What an archive answers, in short. */
async function stateOf(directory: string): Promise<string> {
  const archive = await openArchive(directory)
  try {
    const { total, hits } = await archive.search('migrants OR camp OR border', { limit: 1000, snippet: false })
    return JSON.stringify([archive.info.releases, total, hits.map(({ id, score }) => [id, score.toFixed(6)])])
  } finally {
    await archive.close()
  }
}

describe('a change that is killed', () => {
  let program: string
  let base: string

  beforeAll(async () => {
    program = join(dirname(newFolder()), 'writer.mjs')
    await bundle({
      entryPoints: ['tests/growth/writer.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      logLevel: 'error',
    })
    base = newFolder()
    await build(base, releases(1, 60))
    await add(base, releases(2, 3))
  })

  const start = (kind: string, directory: string): Promise<ChildProcess> =>
    new Promise((resolve, reject) => {
      const child = fork(program, [kind, directory, '3'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      child.once('message', () => resolve(child))
      child.once('error', reject)
    })

  const ended = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
    )

  it.each(['build', 'add', 'remove', 'purge', 'merge', 'commit'])('%s', { timeout: 3_600_000 }, async (kind) => {
    const before = await stateOf(base)
    const whole = newFolder()
    cpSync(base, whole, { recursive: true })
    const child = await start(kind, whole)
    const started = performance.now()
    await ended(child)
    const took = performance.now() - started
    const after = await stateOf(whole)
    const random = new Random(kind.length)
    const directory = newFolder()
    for (let i = 0; i < KILLS; i++) {
      rmSync(directory, { recursive: true, force: true })
      cpSync(base, directory, { recursive: true })
      const victim = await start(kind, directory)
      setTimeout(() => victim.kill('SIGKILL'), random.next() * took * 1.1)
      await ended(victim)
      expect((await verifyArchive(directory)).problems).toEqual([])
      expect([before, after]).toContain(await stateOf(directory))
      // What the dead left behind goes with the next change.
      await add(directory, releases(4, 1), { keep: 0, memory: 0.0001 })
      expect(readdirSync(directory).sort()).toEqual(
        [...(await StoredArchive.open(directory)).folders, 'root.dl'].sort(),
      )
      expect(leftIn(tmpdir(), victim.pid!)).toEqual([])
    }
  })

  it('takes away every kind of left-over', async () => {
    const directory = newFolder()
    await build(directory, releases(1, 5))
    const names = [
      '.staging-1/segment-0000.dl',
      '.lock-of-none',
      'root.dl.new',
      'kept.json.new',
      '0123456789abcdef/terms-0000.dl',
    ]
    for (const name of names) {
      mkdirSync(dirname(join(directory, name)), { recursive: true })
      writeFileSync(join(directory, name), 'x')
    }
    await build(directory, releases(4, 5), { keep: 0 })
    expect(readdirSync(directory).sort()).toEqual([...(await StoredArchive.open(directory)).folders, 'root.dl'].sort())
  })
})

describe('the lock', () => {
  const lockFile = (directory: string): string => join(directory, '.lock')

  it('lets only one of several builders in, and is given back', async () => {
    const directory = newFolder()
    const results = await Promise.all(
      [1, 2, 3].map((seed) => outcomeOf('build', () => build(directory, releases(seed, 20)))),
    )
    const errors = results.flatMap((result) => ('error' in result ? [result.error.code] : []))
    expect(errors).toEqual(['E_LOCKED', 'E_LOCKED'])
    expect(existsSync(lockFile(directory))).toBe(false)
    expect((await openArchive(directory)).info.releases).toBe(20)
    expect(readdirSync(directory).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('holds while another process lives, and not when it is dead', async () => {
    const directory = newFolder()
    await build(directory, releases(1, 3))
    const holder = (pid: number, host = hostname()): string => JSON.stringify({ pid, host, token: 'other' })
    writeFileSync(lockFile(directory), holder(process.ppid))
    expect(await outcomeOf('add', () => add(directory, releases(2, 1)))).toMatchObject({ error: { code: 'E_LOCKED' } })
    for (const dead of [holder(2 ** 22 + 1), holder(process.pid)]) {
      writeFileSync(lockFile(directory), dead)
      await add(directory, releases(3, 1))
    }
    writeFileSync(lockFile(directory), holder(1, 'elsewhere'))
    const elsewhere = await outcomeOf('remove', () => removeFromArchive(directory, ['r1']))
    expect(elsewhere).toMatchObject({ error: { code: 'E_LOCKED' } })
    utimesSync(lockFile(directory), 1, 1)
    expect((await removeFromArchive(directory, ['r1'])).removed).toEqual(['r1'])
  })
})

describe('a lock that does not hold any more', () => {
  it('is not that of another process which got the number of a dead one', async () => {
    const directory = newFolder()
    await build(directory, releases(1, 3))
    const dead = { pid: process.ppid, host: hostname(), token: 'other', started: '1' }
    writeFileSync(join(directory, '.lock'), JSON.stringify(dead))
    if (existsSync('/proc/self/stat')) await add(directory, releases(2, 1))
    // Where nobody knows when a process began, the age of the lock must do.
    writeFileSync(join(directory, '.lock'), JSON.stringify({ ...dead, started: undefined }))
    expect(await outcomeOf('add', () => add(directory, releases(2, 1)))).toMatchObject({ error: { code: 'E_LOCKED' } })
    utimesSync(join(directory, '.lock'), 1, 1)
    await add(directory, releases(2, 1))
  })

  it('keeps its loser from publishing', async () => {
    const directory = newFolder()
    await build(directory, releases(1, 3))
    const root = readFileSync(join(directory, 'root.dl'))
    const stolen = JSON.stringify({ pid: process.ppid, host: hostname(), token: 'thief' })
    const onProgress = (): void => writeFileSync(join(directory, '.lock'), stolen)
    const result = await outcomeOf('build', () => build(directory, releases(2, 30), { onProgress }))
    expect(result).toMatchObject({ error: { code: 'E_LOCKED' } })
    expect(readFileSync(join(directory, 'root.dl'))).toEqual(root)
    expect(readFileSync(join(directory, '.lock'), 'utf8')).toBe(stolen)
  })
})

describe('a disk that gives back something else', () => {
  it('is noticed before anything is published, and a damaged folder is replaced', async () => {
    const [directory, other] = [newFolder(), newFolder()]
    await build(directory, releases(1, 30))
    await build(other, releases(2, 30))
    const segment = readdirSync(other).find((name) => !readdirSync(directory).includes(name))!
    cpSync(join(other, segment), join(directory, segment), { recursive: true })
    const [file] = readdirSync(join(directory, segment))
    writeFileSync(join(directory, segment, file!), 'x')
    await build(directory, releases(2, 30))
    expect((await verifyArchive(directory)).problems).toEqual([])
    const staging = join(directory, '.staging-1')
    mkdirSync(staging)
    writeFileSync(join(staging, 'segment-0000.dl'), 'x')
    expect(() => adoptFolder(directory, staging, '0123456789abcdef')).toThrow(/something else than was written/)
  })
})

describe('a folder that is not an archive', () => {
  it('is not written to', async () => {
    const directory = newFolder()
    mkdirSync(directory)
    writeFileSync(join(directory, 'thesis.txt'), 'years of work')
    const result = await outcomeOf('build', () => build(directory, releases(1, 3)))
    expect(result).toMatchObject({ error: { code: 'E_EXISTS' } })
    expect(readdirSync(directory)).toEqual(['thesis.txt'])
    expect(readFileSync(join(directory, 'thesis.txt'), 'utf8')).toBe('years of work')
  })
})

describe('a failing output', () => {
  it('gives E_DISK for a place that cannot be written', async () => {
    const directory = join(newFolder(), 'file', 'archive')
    mkdirSync(dirname(dirname(directory)), { recursive: true })
    writeFileSync(dirname(directory), 'a file')
    expect(await outcomeOf('build', () => build(directory, releases(1, 3)))).toMatchObject({
      error: { code: 'E_DISK' },
    })
  })
})
