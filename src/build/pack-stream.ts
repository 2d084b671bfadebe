/** Which pack goes into which file? Collects the packs of a segment by kind, and keeps tiny segments in one file. */

import { deflateRawSync } from 'node:zlib'
import { isPlain, sealPack } from '../format/pack.js'
import { fileName, PACK_ORDER, type SegmentPackKind, type SegmentRoot } from '../format/root.js'
import type { SegmentOutput } from './segment-output.js'

/** A segment smaller than this is one file. */
const SINGLE_BYTES = 64 * 1024

/** A file takes packs until it is this long: where hosts know no ranges a pack costs a whole one. */
const FILE_BYTES = 20 * 1024

/** Files of one kind at the most; packs share files beyond. */
const MAX_FILES = 160

interface Pending {
  kind: SegmentPackKind
  bytes: Uint8Array
}

/** Takes packs in any order of kinds; those of one kind follow each other. */
export class PackStream {
  readonly tables: SegmentRoot['packs'] = Object.fromEntries(
    PACK_ORDER.map((kind) => [kind, []]),
  ) as unknown as SegmentRoot['packs']
  private readonly files = new Map<SegmentPackKind, { ordinal: number; byteLength: number }>()
  private pending: Pending[] | null = []
  private pendingBytes = 0
  // Each facet is a file of its own: counting one must not fetch another.
  private readonly fileBytes = new Map<SegmentPackKind, number>([['facet', 1]])

  constructor(
    private readonly output: SegmentOutput,
    private readonly segment: number,
  ) {}

  /** Says how many bytes of a kind are to come, so that large archives do not have too many files. */
  expect(kind: SegmentPackKind, byteLength: number): void {
    this.fileBytes.set(kind, Math.max(FILE_BYTES, byteLength / MAX_FILES))
  }

  /** Adds a pack; kinds that are not plain are deflated. */
  add(kind: SegmentPackKind, body: Uint8Array): void {
    const table = this.tables[kind]
    const name = { kind, segment: this.segment, ordinal: table.length }
    const bytes = isPlain(kind) ? sealPack(name, body) : sealPack(name, deflateRawSync(body, { level: 9 }), body.length)
    table.push({ byteLength: bytes.length, opensFile: false })
    if (this.pending === null) {
      this.write(kind, bytes, table.length - 1)
      return
    }
    this.pending.push({ kind, bytes })
    this.pendingBytes += bytes.length
    if (this.pendingBytes >= SINGLE_BYTES) this.flush()
  }

  /** True while everything still fits into one file. */
  get isSmall(): boolean {
    return this.pending !== null
  }

  /** Gives up the single file: from here on packs go to the files of their kind. */
  flush(): void {
    const pending = this.pending
    if (pending === null) return
    this.pending = null
    const next = new Map<SegmentPackKind, number>()
    for (const { kind, bytes } of pending) {
      const index = next.get(kind) ?? 0
      next.set(kind, index + 1)
      this.write(kind, bytes, index)
    }
  }

  /** Ends the stream; `texts` are the text blocks, which a single segment holds too. Returns whether it is single. */
  finish(texts: readonly Uint8Array[] | null): boolean {
    const textBytes = texts?.reduce((sum, block) => sum + block.length, 0) ?? SINGLE_BYTES
    if (this.pending === null || this.pendingBytes + textBytes >= SINGLE_BYTES) {
      this.flush()
      return false
    }
    const file = fileName('segment', 0)
    for (const kind of PACK_ORDER) {
      for (const pack of this.pending) if (pack.kind === kind) this.output.append(file, pack.bytes)
    }
    for (const block of texts ?? []) this.output.append(file, block)
    return true
  }

  private write(kind: SegmentPackKind, bytes: Uint8Array, index: number): void {
    let file = this.files.get(kind)
    const limit = this.fileBytes.get(kind) ?? FILE_BYTES
    if (file === undefined || file.byteLength >= limit) {
      file = { ordinal: (file?.ordinal ?? -1) + 1, byteLength: 0 }
      this.files.set(kind, file)
      this.tables[kind][index]!.opensFile = true
    }
    this.output.append(fileName(kind, file.ordinal), bytes)
    file.byteLength += bytes.length
  }
}
