/** Which lines do the text files of a folder repeat? A first pass over them, before any is extracted. */

import { BoilerplateModel } from './extract/boilerplate.js'
import { plainText } from './extract/plain-text.js'
import type { FoundFile } from './find-files.js'
import { InputStream } from './input-stream.js'
import { readText } from './readers/text.js'
import type { RecordContext } from './record-release.js'
import { extensionOf, isInputName, sniff } from './sniff.js'

/** Text files larger than this teach nothing: the pass must cost little. */
const LONGEST = 1 << 20

/** Learns from every text file; what cannot be read is left to the pass that reports it. */
export async function learnBoilerplate(
  files: readonly FoundFile[],
  { options, extractOptions }: RecordContext,
): Promise<void> {
  const texts = files.filter(({ name, bytes, problem }) => problem === undefined && bytes <= LONGEST && mayBeText(name))
  if (texts.length === 0) return
  const model = new BoilerplateModel()
  for (const { path, name } of texts) {
    options.signal?.throwIfAborted()
    const input = await InputStream.open(path, name).catch(() => undefined)
    if (input === undefined) continue
    try {
      const sniffed = sniff(name, input.head)
      if (!('kind' in sniffed) || sniffed.kind !== 'text') continue
      for await (const item of readText(input)) {
        if (item.is === 'record' && item.text !== undefined) model.learn(name, plainText(item.text))
      }
    } catch {
      // The second pass meets the same problem and lists it.
    } finally {
      await input.close()
    }
  }
  extractOptions.boilerplate = model
}

function mayBeText(name: string): boolean {
  const extension = extensionOf(name)
  return extension === 'txt' || extension === 'text' || !isInputName(name)
}
