/** Where does a fresh checkout find what was published before? The archive at a folder or an address is fetched into its own. */

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { corrupt } from '../bytes/byte-reader.js'
import { inflateSync } from '../bytes/inflate-node.js'
import { isDatelinesError } from '../errors.js'
import { decodeRoot, type SegmentRoot } from '../format/root.js'
import { ROOT_FILE } from '../format/version.js'
import { FileSource } from '../source/file-source.js'
import { HttpSource } from '../source/http-source.js'
import type { Source } from '../source/source.js'
import { adoptSegment, publishRoot, stagingDirectory } from './publish.js'
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
    const { segments } = await decodeRoot(bytes, `${source.description} ${ROOT_FILE}`, inflateSync)
    for (const segment of segments) await fetchSegment(source, segment, directory, options)
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

async function fetchSegment(
  source: Source,
  segment: SegmentRoot,
  directory: string,
  options: { signal?: AbortSignal },
): Promise<void> {
  const { name } = segment
  if (existsSync(join(directory, name))) return
  const staging = stagingDirectory(directory)
  try {
    const output = new DirectoryOutput(join(staging, name))
    const fetchFile = async (file: string): Promise<void> => {
      output.append(file, await source.read(`${name}/${file}`, undefined, options))
    }
    const stored = new StoredSegment(staging, segment)
    for (const file of stored.packFiles()) await fetchFile(file)
    for (const file of stored.textFiles()) await fetchFile(file)
    const found = output.finish().name
    if (found !== name) throw corrupt(`${source.description} ${name}`, 0, `the content of ${name}, found ${found}`)
    adoptSegment(directory, join(staging, name), name)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}
