/** Do the commands that change an archive do what they tell? */

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type AddReport, type RemoveReport, removeFromArchive } from '../../src/build.js'
import { runCommandLine } from '../../src/cli/run-command-line.js'
import type { SearchPage } from '../../src/types.js'
import { capturedTerminal } from '../cli/captured.js'
import { temporaryFolders } from './folders.js'

const newFolder = temporaryFolders()
const directory = newFolder()
const file = (name: string): string => join(dirname(directory), name)

async function run(...args: string[]) {
  const captured = capturedTerminal({ environment: {} })
  const code = await runCommandLine(args, { terminal: captured.terminal, signal: new AbortController().signal })
  return { code, output: captured.output(), errors: captured.errors() }
}

const jsonOf = async <T>(...args: string[]): Promise<T> => JSON.parse((await run(...args, '--json')).output) as T

const totalOf = async (query: string): Promise<number> =>
  (JSON.parse((await run('search', directory, query, '--format', 'json')).output) as SearchPage).total

const lines = (records: object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join('')

beforeAll(async () => {
  writeFileSync(
    file('first.jsonl'),
    lines(
      Array.from({ length: 20 }, (_, index) => ({
        id: `r${index}`,
        title: `Camp ${index}`,
        body: 'A camp was opened.',
        date: '2010-01-02',
      })),
    ),
  )
  writeFileSync(
    file('second.jsonl'),
    lines([
      { id: 'r1', title: 'Camp closed', body: 'A camp was closed.', date: '2010-02-02' },
      { id: 'new', title: 'Shelter', body: 'A shelter was opened.', date: '2010-02-03' },
    ]),
  )
  expect(await run('build', file('first.jsonl'), '--out', directory)).toMatchObject({ code: 0 })
})

describe('add, remove, merge and upgrade', () => {
  it('adds and replaces', async () => {
    const { code, output } = await run('add', directory, file('second.jsonl'))
    expect(code).toBe(0)
    expect(output).toMatch(/^✓ 1 added, 1 replaced in .*; .* holds 21 releases in 2 segments\n$/)
    expect([await totalOf('opened'), await totalOf('closed'), await totalOf('shelter')]).toEqual([20, 1, 1])
    const report = await jsonOf<AddReport>('add', directory, file('second.jsonl'))
    expect(report).toMatchObject({ releases: 2, updated: ['r1', 'new'], archive: { releases: 21 } })
  })

  it('removes, and says what was not there', async () => {
    const removed = await run('remove', directory, 'r2', 'nobody')
    expect(removed).toMatchObject({ code: 0, errors: 'nobody: there is no such release\n' })
    expect(removed.output).toMatch(/^✓ 1 removed; .* holds 20 releases/)
    expect(await run('remove', directory, 'nobody')).toMatchObject({ code: 1 })
    expect(await run('remove', directory, 'new', '--purge', '--keep', '2')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--purge and --keep contradict each other'),
    })
    await expect(removeFromArchive(directory, ['new'], { purge: true, keep: 2 })).rejects.toMatchObject({
      code: 'E_OPTION',
    })
    const purged = await jsonOf<RemoveReport>('remove', directory, 'new', '--purge')
    expect(purged).toMatchObject({ removed: ['new'], archive: { releases: 19 } })
    expect(await totalOf('shelter')).toBe(0)
  })

  it('merges and upgrades', async () => {
    const other = newFolder()
    await run('build', file('second.jsonl'), '--out', other)
    expect(await run('merge', directory, other, '--out', directory)).toMatchObject({ code: 0 })
    expect(await totalOf('shelter')).toBe(1)
    const before = readFileSync(join(directory, 'root.dl'))
    expect(await run('upgrade', directory)).toMatchObject({ code: 0 })
    expect(readFileSync(join(directory, 'root.dl'))).toEqual(before)
  })

  it('tells what is missing', async () => {
    expect(await run('add', directory)).toMatchObject({ code: 2, errors: expect.stringContaining('GLOB missing') })
    expect(await run('merge', directory)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--out DIR missing'),
    })
    expect(await run('remove', directory)).toMatchObject({ code: 2 })
    expect(await run('add', newFolder(), file('first.jsonl'))).toMatchObject({
      code: 1,
      errors: expect.stringContaining('There is no archive at'),
    })
  })
})
