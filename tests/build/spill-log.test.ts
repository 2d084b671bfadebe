/** Do bytes come back from a spill log, from memory, from its file and from both? Against all of them joined. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SpillLog } from '../../src/build/spill-log.js'
import { Random } from '../helpers/random.js'

const MIB = 1 << 20

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'datelines-spill-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const random = new Random(5)
/** Lengths on both sides of what is held in one piece, and nothing. */
const parts = [3, 0, MIB - 4, 2, MIB, MIB + 1, 5, 2 * MIB + 7, 40].map((length) =>
  Buffer.from(Uint8Array.from({ length }, () => random.below(256))),
)
const all = Buffer.concat(parts)

describe('a spill log', () => {
  it.each([
    ['in memory', 1e9, false],
    ['partly in a file', 3 * MIB, true],
    ['in a file', 0, true],
  ])('%s gives back what was appended', (name, limit, isSpilled) => {
    const log = new SpillLog(join(folder, name), limit)
    const offsets = parts.map((part) => log.append(part))
    expect(log.length).toBe(all.length)
    expect(log.isSpilled).toBe(isSpilled)
    let at = 0
    parts.forEach((part, index) => {
      expect(offsets[index]).toBe(at)
      at += part.length
    })
    for (let i = 0; i < 400; i++) {
      const offset = random.below(all.length)
      const byteLength = random.below(Math.min(all.length - offset, i % 2 === 0 ? 50 : 3 * MIB) + 1)
      const wanted = all.subarray(offset, offset + byteLength)
      expect(Buffer.compare(log.read(offset, byteLength), wanted)).toBe(0)
      const target = Buffer.alloc(byteLength + 2, 7)
      log.copy(offset, byteLength, target, 1)
      expect(Buffer.compare(target, Buffer.concat([Buffer.of(7), wanted, Buffer.of(7)]))).toBe(0)
    }
    log.close()
  })
})
