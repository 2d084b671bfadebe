/** Where does a fresh checkout find what was published before? The archive at a folder or an address is fetched into its own. */

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { corrupt } from '../bytes/byte-reader.js'
import { inflateSync } from '../bytes/inflate-node.js'
import { isDatelinesError } from '../errors.js'
import { LEXICON_FILE } from '../format/lexicon.js'
import { decodeRoot, type SegmentRoot } from '../format/root.js'
import { ROOT_FILE } from '../format/version.js'
import { FileSource } from '../source/file-source.js'
import { HttpSource } from '../source/http-source.js'
import type { Source } from '../source/source.js'
import { adoptFolder, KEPT_FILE, type Kept, parseKept, publishRoot, stagingDirectory, writeKept } from './publish.js'
import { DirectoryOutput } from './segment-output.js'
import { StoredSegment } from './stored-segment.js'

/** What is fetched, and how. */
export interface PreviousOptions {
  /** Folder or address of the archive; absent: nothing is fetched. */
  previous?: string | undefined
  /** Generations that will be kept before the next one. */
  keep: number
  signal?: AbortSignal | undefined
}

/**
 * Fetches the archive at `previous` into `directory`, unless there is one already, or nothing has been published there
 * yet; and so many of the generations before it that `keep` are there when the next one is published, as far as they are still found.
 * Only called under the lock of `directory`.
 *
 * @throws DatelinesError `E_SOURCE`, `E_CORRUPT` when a segment is not what its name says, `E_DISK`
 */
export async function fetchPrevious(directory: string, { previous, keep, signal }: PreviousOptions): Promise<void> {
  if (previous === undefined || existsSync(join(directory, ROOT_FILE))) return
  const source = sourceOf(previous)
  const fetcher = new Fetcher(source, directory, signal)
  try {
    const bytes = await fetcher.read(ROOT_FILE)
    if (bytes === undefined) return
    const { segments, lexicon } = await decodeRoot(bytes, `${source.description} ${ROOT_FILE}`, inflateSync)
    for (const segment of segments) {
      await fetcher.folder(segment.name, (staging) => segmentFiles(staging, segment))
    }
    if (lexicon !== undefined) await fetcher.folder(lexicon.name, () => [LEXICON_FILE])
    if (keep > 1) await fetchGenerations(fetcher, directory, keep - 1)
    publishRoot(directory, bytes)
  } finally {
    await source.close()
  }
}

/** Earlier generations, newest first, until one is not there any more. */
async function fetchGenerations(fetcher: Fetcher, directory: string, count: number): Promise<void> {
  const { generations, files } = await readKept(fetcher)
  const fetched: string[][] = []
  for (const generation of generations.slice(0, count)) {
    try {
      for (const name of generation) await fetcher.folder(name, () => files[name] ?? [])
    } catch (error) {
      // They are there for pages opened long ago: what is gone or damaged is nothing that these could still read.
      if (isDatelinesError(error) && (error.code === 'E_NOT_FOUND' || error.code === 'E_CORRUPT')) break
      throw error
    }
    fetched.push(generation)
  }
  writeKept(directory, fetched)
}

async function readKept(fetcher: Fetcher): Promise<Kept> {
  const bytes = await fetcher.read(KEPT_FILE)
  try {
    if (bytes !== undefined) return parseKept(new TextDecoder().decode(bytes))
  } catch {
    // A host may answer with a page of its own for what is not there.
  }
  return { generations: [], files: {} }
}

function sourceOf(place: string): Source {
  if (/^https?:/i.test(place)) return new HttpSource(place)
  return new FileSource(/^file:/i.test(place) ? fileURLToPath(place) : place)
}

/** The files of a segment: those with packs first, since they say which others there are. */
function* segmentFiles(staging: string, segment: SegmentRoot): Generator<string> {
  const stored = new StoredSegment(staging, segment)
  yield* stored.packFiles()
  yield* stored.textFiles()
}

/** Copies files from a source into an archive's folder. */
class Fetcher {
  private readonly options: { signal?: AbortSignal }

  constructor(
    private readonly source: Source,
    private readonly directory: string,
    signal: AbortSignal | undefined,
  ) {
    this.options = signal === undefined ? {} : { signal }
  }

  /** A file that may change; undefined when it is not there. */
  async read(file: string): Promise<Uint8Array | undefined> {
    try {
      return await this.source.read(file, undefined, { ...this.options, fresh: true })
    } catch (error) {
      if (isDatelinesError(error) && error.code === 'E_NOT_FOUND') return undefined
      throw error
    }
  }

  /** Fetches a folder, unless it is there, and checks it against its name. `filesOf` may read what has been fetched already. */
  async folder(name: string, filesOf: (staging: string) => Iterable<string>): Promise<void> {
    const { source, directory, options } = this
    if (existsSync(join(directory, name))) return
    const staging = stagingDirectory(directory)
    try {
      const output = new DirectoryOutput(join(staging, name))
      for (const file of filesOf(staging)) output.append(file, await source.read(`${name}/${file}`, undefined, options))
      const found = output.finish().name
      if (found !== name) throw corrupt(`${source.description} ${name}`, 0, `the content of ${name}, found ${found}`)
      adoptFolder(directory, join(staging, name), name)
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  }
}
