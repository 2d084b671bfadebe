/** Who takes documents apart? This thread, or others that a build hands in; what comes of them is the same. */

import type { BoilerplateModel } from './extract/boilerplate.js'
import { type ExtractInput, type Extraction, type ExtractOptions, extractReleases } from './extract/extract-release.js'
import { learnableText } from './extract/raw-document.js'

export interface Extractor {
  /** Characters of documents that may be in its hands at a time; 0 for one document. */
  readonly ahead: number
  /** The lines of a document from which a {@link BoilerplateModel} may learn. */
  learnable(input: ExtractInput): Promise<string>
  /** Lines that are not of the documents extracted from now on. */
  passOver(model: BoilerplateModel): void
  /** As `extractReleases`. */
  extract(input: ExtractInput): Promise<Extraction[]>
  close(): Promise<void>
}

/** Takes documents apart on this thread. */
export function ownExtractor(options: ExtractOptions): Extractor {
  const own = { ...options }
  return {
    ahead: 0,
    learnable: async (input) => learnableText(input),
    passOver: (model) => {
      own.boilerplate = model
    },
    extract: (input) => extractReleases(input, own),
    close: async () => {},
  }
}
