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
import { adoptFolder, publishRoot, stagingDirectory } from './publish.js'
import { DirectoryOutput } from './segment-output.js'
import { StoredSegment } from './stored-segment.js'

/**
 * Fetches the archive at `previous` into `directory`, unless there is one already, or nothing has been published there
 * yet. Only called under the lock of `directory`.
 *
 * @throws DatelinesError `E_SOURCE`, `E_CORRUPT` when a segment is not what its name says, `E_DISK`
 */
export async function fetchPrevious(
  previous: string | undefined,
  directory: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (previous === undefined || existsSync(join(directory, ROOT_FILE))) return
  const source = sourceOf(previous)
  const options = signal === undefined ? {} : { signal }
  try {
    const bytes = await readRoot(source, options)
    if (bytes === undefined) return
    const { segments, lexicon } = await decodeRoot(bytes, `${source.description} ${ROOT_FILE}`, inflateSync)
    for (const segment of segments) {
      await fetchFolder(source, segment.name, directory, options, (staging) => segmentFiles(staging, segment))
    }
    if (lexicon !== undefined) await fetchFolder(source, lexicon.name, directory, options, () => [LEXICON_FILE])
    publishRoot(directory, bytes)
  } finally {
    await source.close()
  }
}

function sourceOf(place: string): Source {
  if (/^https?:/i.test(place)) return new HttpSource(place)
  return new FileSource(/^file:/i.test(place) ? fileURLToPath(place) : place)
}

async function readRoot(source: Source, options: { signal?: AbortSignal }): Promise<Uint8Array | undefined> {
  try {
    return await source.read(ROOT_FILE, undefined, { ...options, fresh: true })
  } catch (error) {
    if (isDatelinesError(error) && error.code === 'E_NOT_FOUND') return undefined
    throw error
  }
}

/** The files of a segment: those with packs first, since they say which others there are. */
function* segmentFiles(staging: string, segment: SegmentRoot): Generator<string> {
  const stored = new StoredSegment(staging, segment)
  yield* stored.packFiles()
  yield* stored.textFiles()
}

async function fetchFolder(
  source: Source,
  name: string,
  directory: string,
  options: { signal?: AbortSignal },
  filesOf: (staging: string) => Iterable<string>,
): Promise<void> {
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
