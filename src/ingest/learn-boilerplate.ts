/** Which lines do the texts and pages of a folder repeat? A first pass over them, before any is extracted. */

import { BoilerplateModel } from './extract/boilerplate.js'
import type { Extractor } from './extractor.js'
import type { FoundFile } from './find-files.js'
import { inFlight, type Started } from './in-flight.js'
import type { IngestOptions } from './ingest-options.js'
import { InputStream } from './input-stream.js'
import { readHtml } from './readers/html.js'
import type { Reader } from './readers/reader.js'
import { readText } from './readers/text.js'
import { readWarc } from './readers/warc.js'
import { type InputKind, sniff } from './sniff.js'

/** Kinds that have a frame to learn, and how many documents of a folder teach. Pages are parsed twice, so fewer do. */
const TEACHERS: Partial<Record<InputKind, { read: Reader; most: number }>> = {
  text: { read: readText, most: 20_000 },
  html: { read: readHtml, most: 1000 },
  warc: { read: readWarc, most: 300 },
}
/** Larger documents teach nothing: the pass must cost little. */
const LONGEST = 1 << 20

/** Learns from text files, pages, and the pages of web archives; what cannot be read is left to the pass that reports it. */
export async function learnBoilerplate(
  files: readonly FoundFile[],
  options: IngestOptions,
  extractor: Extractor,
): Promise<BoilerplateModel> {
  const model = new BoilerplateModel()
  for await (const { name, text } of inFlight(lessons(files, options, extractor), extractor.ahead)) {
    if (text !== undefined) model.learn(name, text)
  }
  return model
}

/** A document that teaches; no text where it cannot be read. */
interface Lesson {
  name: string
  text: string | undefined
}

async function* lessons(
  files: readonly FoundFile[],
  { signal, select }: IngestOptions,
  extractor: Extractor,
): AsyncGenerator<Started<Lesson>> {
  const taught = new Map<string, number>()
  const inFolder = new Map<string, number>()
  for (const { name } of files) inFolder.set(folderOf(name), (inFolder.get(folderOf(name)) ?? 0) + 1)
  for (const { path, name, problem } of evenlyMixed(files)) {
    signal?.throwIfAborted()
    const input = problem === undefined ? await InputStream.open(path, name).catch(() => undefined) : undefined
    if (input === undefined) continue
    try {
      const sniffed = sniff(name, input.head)
      const teacher = 'kind' in sniffed ? TEACHERS[sniffed.kind] : undefined
      const folder = folderOf(name)
      let count = taught.get(folder) ?? 0
      if (teacher === undefined || count >= teacher.most) continue
      // Nothing repeats in a folder of one or two documents.
      if (teacher.read !== readWarc && inFolder.get(folder)! < 3) continue
      for await (const item of teacher.read(input, { mapped: false })) {
        if (item.is !== 'record' || (item.html ?? item.text ?? '').length > LONGEST) continue
        const { kind, stated, html, text } = item
        const document = { place: { file: name }, kind, stated, ...(select === undefined ? {} : { select }) }
        const learnt = extractor
          .learnable(html === undefined ? { ...document, text: text ?? '' } : { ...document, html })
          .catch(() => undefined)
        yield { size: (html ?? text ?? '').length, finish: async () => ({ name, text: await learnt }) }
        if (++count >= teacher.most) break
      }
      taught.set(folder, count)
    } catch {
      // The second pass meets the same problem and lists it.
    } finally {
      await input.close()
    }
  }
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1)
}

/** The files so that any beginning of the list is spread over the whole: a site's frame changes over the years. */
function evenlyMixed(files: readonly FoundFile[]): FoundFile[] {
  const mixed: FoundFile[] = []
  let step = 1
  while (step * 2 <= files.length) step *= 2
  for (let i = 0; i < files.length; i += step) mixed.push(files[i]!)
  for (; step > 1; step /= 2) for (let i = step / 2; i < files.length; i += step) mixed.push(files[i]!)
  return mixed
}
