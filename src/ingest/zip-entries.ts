/** What is in a zip file, read from front to back in constant memory? The only importer of fflate's streaming unzip. */

import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'

/** One file in a zip file. Its bytes come only before the next entry is asked for. */
export interface ZipEntry {
  name: string
  chunks(): AsyncGenerator<Uint8Array>
}

/** What a zip file is like, known once it has been read. */
export interface ZipState {
  /** What is wrong with it, in words; undefined while nothing is. */
  damage?: string
}

type ZipEvent = { at: 'start'; name: string } | { at: 'bytes'; chunk: Uint8Array } | { at: 'end' }

/**
 * The entries that `isWanted` picks by name, in the order of the file. Nothing is written anywhere, so names cannot
 * lead out of a folder; the bytes of an entry are bounded by whoever reads them. Never throws on bad data: it ends early
 * and says why in `state.damage`.
 */
export async function* zipEntries(
  source: AsyncIterable<Uint8Array>,
  isWanted: (name: string) => boolean,
  state: ZipState,
): AsyncGenerator<ZipEntry> {
  const events = zipEvents(source, isWanted, state)
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
  state: ZipState,
): AsyncGenerator<ZipEvent> {
  let events: ZipEvent[] = []
  const unzip = new Unzip((file: UnzipFile) => {
    const wanted = isWanted(file.name)
    if (wanted) events.push({ at: 'start', name: file.name })
    // What is not wanted is started too: the library would hold its bytes.
    file.ondata = (error, chunk, final) => {
      if (error !== null) state.damage ??= `${file.name} in the zip file is damaged (${error.message})`
      if (!wanted) return
      if (chunk !== null && chunk.length > 0) events.push({ at: 'bytes', chunk })
      if (final || error !== null) events.push({ at: 'end' })
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  const push = (chunk: Uint8Array, final: boolean): ZipEvent[] => {
    try {
      unzip.push(chunk, final)
    } catch (error) {
      state.damage ??= `the zip file is damaged or cut off (${error instanceof Error ? error.message : String(error)})`
    }
    const ready = events
    events = []
    return ready
  }
  for await (const chunk of source) {
    yield* push(chunk, false)
    if (state.damage !== undefined) return
  }
  yield* push(new Uint8Array(0), true)
}
