/** What is in a zip file, read from front to back in constant memory? The only importer of fflate's streaming unzip. */

import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { DatelinesError } from '../errors.js'

/** One file in a zip file. Its bytes come only before the next entry is asked for. */
export interface ZipEntry {
  name: string
  chunks(): AsyncGenerator<Uint8Array>
}

type ZipEvent = { at: 'start'; name: string } | { at: 'bytes'; chunk: Uint8Array } | { at: 'end' }

/**
 * The entries that `isWanted` picks by name, in the order of the file. Nothing is written anywhere, so names cannot
 * lead out of a folder; the bytes of an entry are bounded by whoever reads them.
 *
 * @throws DatelinesError `E_INPUT` `unreadable` when the zip file is damaged or cut off.
 */
export async function* zipEntries(
  source: AsyncIterable<Uint8Array>,
  isWanted: (name: string) => boolean,
): AsyncGenerator<ZipEntry> {
  const events = zipEvents(source, isWanted)
  try {
    for (;;) {
      const { value: event, done } = await events.next()
      if (done === true) return
      // Bytes and ends are those of an entry that was not read to its end.
      if (event.at === 'start') yield { name: event.name, chunks: () => entryBytes(events) }
    }
  } finally {
    await events.return(undefined)
  }
}

async function* entryBytes(events: AsyncGenerator<ZipEvent>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { value: event, done } = await events.next()
    if (done === true || event.at !== 'bytes') return
    yield event.chunk
  }
}

async function* zipEvents(
  source: AsyncIterable<Uint8Array>,
  isWanted: (name: string) => boolean,
): AsyncGenerator<ZipEvent> {
  let events: ZipEvent[] = []
  const unzip = new Unzip((file: UnzipFile) => {
    const wanted = isWanted(file.name)
    if (wanted) events.push({ at: 'start', name: file.name })
    // What is not wanted is started too: the library would hold its bytes.
    file.ondata = (error, chunk, final) => {
      if (error !== null && wanted) throw error
      if (!wanted) return
      if (chunk !== null && chunk.length > 0) events.push({ at: 'bytes', chunk })
      if (final) events.push({ at: 'end' })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  const push = (chunk: Uint8Array, final: boolean): ZipEvent[] => {
    try {
      unzip.push(chunk, final)
    } catch (cause) {
      throw new DatelinesError(
        'E_INPUT',
        `the zip file is damaged or cut off: ${cause instanceof Error ? cause.message : String(cause)}`,
        { reason: 'unreadable', cause },
      )
    }
    const ready = events
    events = []
    return ready
  }
  for await (const chunk of source) yield* push(chunk, false)
  yield* push(new Uint8Array(0), true)
}
