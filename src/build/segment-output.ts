/** Where do the bytes of a new segment go? Into a folder that is made ready aside, or into memory; both hash what they are given. */

import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatelinesError } from '../errors.js'

/** A sink for the files of one segment; a file grows by appending. */
export interface SegmentOutput {
  append(file: string, bytes: Uint8Array): void
  /** Closes everything; returns the content hash (16 hexadecimal digits) and the length of each file. */
  finish(): { name: string; files: Map<string, number> }
}

/** Hashes and lengths by file. */
class Ledger {
  private readonly entries = new Map<string, { hash: Hash; byteLength: number }>()

  note(file: string, bytes: Uint8Array): void {
    let entry = this.entries.get(file)
    if (entry === undefined) this.entries.set(file, (entry = { hash: createHash('sha256'), byteLength: 0 }))
    entry.hash.update(bytes)
    entry.byteLength += bytes.length
  }

  finish(): { name: string; files: Map<string, number> } {
    const all = createHash('sha256')
    const files = new Map<string, number>()
    for (const file of [...this.entries.keys()].sort()) {
      const { hash, byteLength } = this.entries.get(file)!
      all.update(`${file} ${byteLength} ${hash.digest('hex')}\n`)
      files.set(file, byteLength)
    }
    return { name: all.digest('hex').slice(0, 16), files }
  }
}

/** Writes into a folder and syncs it; failures are `E_DISK`. */
export class DirectoryOutput implements SegmentOutput {
  private readonly ledger = new Ledger()
  private readonly open = new Map<string, number>()

  constructor(private readonly directory: string) {
    onDisk(directory, () => mkdirSync(directory, { recursive: true }))
  }

  append(file: string, bytes: Uint8Array): void {
    const path = join(this.directory, file)
    onDisk(path, () => {
      let descriptor = this.open.get(file)
      if (descriptor === undefined) {
        this.closeOthers(file)
        descriptor = openSync(path, 'w')
        this.open.set(file, descriptor)
      }
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(descriptor, bytes, written, bytes.length - written)
      }
    })
    this.ledger.note(file, bytes)
  }

  finish(): { name: string; files: Map<string, number> } {
    for (const file of [...this.open.keys()]) this.close(file)
    onDisk(this.directory, () => syncDirectory(this.directory))
    return this.ledger.finish()
  }

  /** Files of one kind are written one after the other, so the one before is complete. */
  private closeOthers(file: string): void {
    const kind = file.replace(/-\d+\.\w+$/, '-')
    for (const other of [...this.open.keys()]) if (other.startsWith(kind)) this.close(other)
  }

  private close(file: string): void {
    const descriptor = this.open.get(file)!
    this.open.delete(file)
    onDisk(file, () => {
      fsyncSync(descriptor)
      closeSync(descriptor)
    })
  }
}

/** Keeps the files in memory. */
export class MemoryOutput implements SegmentOutput {
  private readonly ledger = new Ledger()
  private readonly parts = new Map<string, Uint8Array[]>()

  append(file: string, bytes: Uint8Array): void {
    this.ledger.note(file, bytes)
    const parts = this.parts.get(file)
    if (parts === undefined) this.parts.set(file, [bytes.slice()])
    else parts.push(bytes.slice())
  }

  finish(): { name: string; files: Map<string, number> } {
    return this.ledger.finish()
  }

  /** The files, whole. */
  files(): Map<string, Uint8Array> {
    return new Map([...this.parts].map(([file, parts]) => [file, new Uint8Array(Buffer.concat(parts))]))
  }
}

/** Bytes of a file that are read at once to be hashed. */
const CHUNK = 1 << 20

/** The content hash of the files that are in a folder, as {@link SegmentOutput.finish} gives it for those that were written. */
export function contentName(directory: string): string {
  const ledger = new Ledger()
  const chunk = new Uint8Array(CHUNK)
  for (const file of readdirSync(directory)) {
    const descriptor = openSync(join(directory, file), 'r')
    try {
      for (let length = 0; (length = readSync(descriptor, chunk, 0, CHUNK, null)) > 0; ) {
        ledger.note(file, chunk.subarray(0, length))
      }
    } finally {
      closeSync(descriptor)
    }
  }
  return ledger.finish().name
}

/** Writes a file aside and puts it in its place, so that it is there whole or not at all; durable when this returns. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const aside = `${path}.new`
  onDisk(path, () => {
    try {
      writeAside(aside, bytes)
      renameSync(aside, path)
    } catch (error) {
      rmSync(aside, { force: true })
      throw error
    }
    syncDirectory(dirname(path))
  })
}

function writeAside(aside: string, bytes: Uint8Array): void {
  const descriptor = openSync(aside, 'w')
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  if (!readFileSync(aside).equals(bytes)) throw new Error(`${aside} does not hold what was written to it`)
}

/** Makes the entries of a folder durable, where the platform can. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(directory, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Runs a file system call; its failure is `E_DISK`. */
export function onDisk<T>(where: string, call: () => T): T {
  try {
    return call()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new DatelinesError(
      'E_DISK',
      `${where}: writing failed: ${reason}. Free space or mend the permissions and build again; the archive that was there still answers.`,
      { where, cause },
    )
  }
}
