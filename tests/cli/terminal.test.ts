import { describe, expect, it } from 'vitest'
import { ProgressLine, type Step, stepLine } from '../../src/cli/progress-line.js'
import { Terminal } from '../../src/cli/terminal.js'
import { capturedTerminal, type StreamKind } from './captured.js'

const tty: StreamKind = { isTTY: true, columns: 90 }
const pipe: StreamKind = {}

describe('colours', () => {
  it.each<[string, StreamKind, Record<string, string>, boolean]>([
    ['a terminal', tty, {}, true],
    ['a pipe', pipe, {}, false],
    ['NO_COLOR', tty, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', tty, { NO_COLOR: '' }, true],
    ['a dumb terminal', tty, { TERM: 'dumb' }, false],
    ['FORCE_COLOR on a pipe', pipe, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', tty, { FORCE_COLOR: '0' }, false],
    ['NO_COLOR before FORCE_COLOR', tty, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ])('%s', (_name, output, environment, coloured) => {
    const { terminal } = capturedTerminal({ output, environment })
    expect(terminal.paint('strong', 'x')).toBe(coloured ? '\x1b[1mx\x1b[22m' : 'x')
    expect(terminal.paintNote('strong', 'x')).toBe(
      environment.FORCE_COLOR === '1' && coloured ? '\x1b[1mx\x1b[22m' : 'x',
    )
  })
})

describe('width', () => {
  it.each<[StreamKind, Record<string, string>, number]>([
    [tty, {}, 90],
    [{ isTTY: true, columns: 200 }, {}, 100],
    [{ isTTY: true, columns: 5 }, {}, 30],
    [pipe, {}, 80],
    [pipe, { COLUMNS: '60' }, 60],
    [pipe, { COLUMNS: 'x' }, 80],
  ])('%j %j', (output, environment, width) => {
    expect(capturedTerminal({ output, environment }).terminal.width).toBe(width)
  })
})

describe('writing', () => {
  it('waits for a stream that is full', async () => {
    let drained = () => {}
    const full = { write: () => false, once: (_event: string, listener: () => void) => (drained = listener) }
    const done: string[] = []
    const written = new Terminal(full, full).write('x').then(() => done.push('written'))
    await Promise.resolve()
    expect(done).toEqual([])
    drained()
    await written
    expect(done).toEqual(['written'])
  })

  it('takes the status line away first', async () => {
    const captured = capturedTerminal({ errors: tty })
    captured.terminal.showStatus('half')
    captured.terminal.note('trouble')
    await captured.terminal.write('out')
    expect(captured.errors()).toBe('\rhalf\x1b[K\r\x1b[Ktrouble\n')
    expect(captured.output()).toBe('out')
  })
})

describe('stepLine', () => {
  it.each<[Step, number, string]>([
    [{ phase: 'read', done: 0 }, 0, 'Reading · 0 releases'],
    [{ phase: 'read', done: 4000, bytes: 2_500_000 }, 2000, 'Reading · 4,000 releases · 2.5 MB · 2,000/s'],
    [{ phase: 'read', done: 100, total: 400 }, 100, 'Reading 25% · 100 of 400 releases'],
    [{ phase: 'read', done: 100, total: 400 }, 20_000, 'Reading 25% · 100 of 400 releases · 5/s · 1 min 00 s left'],
    [{ phase: 'read', done: 399, total: 400 }, 1000, 'Reading 99% · 399 of 400 releases · 399/s · 1.0 s left'],
    [
      { phase: 'read', done: 10, bytes: 50, totalBytes: 100 },
      30_000,
      'Reading 50% · 10 releases · 50 B · 0/s · 30 s left',
    ],
    [{ phase: 'read', done: 5, total: 0 }, 0, 'Reading · 5 of 0 releases'],
    [{ phase: 'read', done: 9, total: 3 }, 1000, 'Reading 100% · 9 of 3 releases · 9/s · 1.0 s left'],
  ])('%j after %i ms', (step, elapsed, expected) => {
    expect(stepLine('Reading', 'releases', step, elapsed)).toBe(expected)
  })
})

describe('ProgressLine', () => {
  it('draws at most ten times a second, and at once when a phase begins', () => {
    const captured = capturedTerminal({ errors: { isTTY: true, columns: 200 } })
    let now = 0
    const line = new ProgressLine(captured.terminal, { read: 'Reading' }, 'releases', () => now)
    for (now = 0; now < 250; now += 10) line.show({ phase: 'read', done: now })
    line.show({ phase: 'toString', done: 1 })
    line.end()
    expect(captured.errors().split('\r').slice(1)).toEqual([
      'Reading · 0 releases\x1b[K',
      'Reading · 100 releases\x1b[K',
      'Reading · 200 releases\x1b[K',
      'toString · 1 releases\x1b[K',
      '\x1b[K',
    ])
  })

  it('fits the line', () => {
    const captured = capturedTerminal({ errors: { isTTY: true, columns: 30 } })
    new ProgressLine(captured.terminal, {}, 'releases').show({ phase: 'a phase with a long name', done: 123_456 })
    expect(captured.errors()).toBe('\ra phase with a long name · 1…\x1b[K')
  })

  it('shows nothing where there is no terminal', () => {
    for (const kind of [{ errors: pipe }, { errors: tty, environment: { TERM: 'dumb' } }]) {
      const captured = capturedTerminal(kind)
      const line = new ProgressLine(captured.terminal, {}, 'releases')
      line.show({ phase: 'read', done: 1 })
      line.end()
      expect(captured.errors()).toBe('')
    }
  })
})
