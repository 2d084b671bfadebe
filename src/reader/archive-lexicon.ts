/** Which concepts may words name, and where is what is known of them? Parts of the lexicon, read when a query needs them. */

import { Analyser, type AnalyserDescription, SHOWN_FORMS } from '../analysis/analyser.js'
import { corrupt } from '../bytes/byte-reader.js'
import type { Inflate } from '../bytes/inflate.js'
import {
  CONCEPT_PARTS,
  type ConceptPart,
  LEXICON_FILE,
  LexiconFilter,
  type LexiconPart,
  type LexiconRoot,
  locatePart,
  parseGroups,
} from '../format/lexicon.js'
import { openPack } from '../format/pack.js'
import type { Source } from '../source/source.js'
import type { PackCache } from './pack-cache.js'
import type { Lexicon } from './snapshot.js'

/** The lexicon of an opened archive, with an analyser that knows the parts that were read. Parts are never forgotten. */
export class ArchiveLexicon implements Lexicon {
  /** What was read. */
  private readonly rows = new Map<ConceptPart, readonly string[]>()
  /** What the analyser knows. */
  private parts: ReadonlySet<ConceptPart> = new Set()
  /** Every part that there is was read. */
  private isComplete = false
  private readonly filter: LexiconFilter

  private constructor(
    private readonly root: LexiconRoot,
    private known: Analyser,
    private readonly source: Source,
    private readonly cache: PackCache,
    private readonly inflate: Inflate,
  ) {
    this.filter = new LexiconFilter(root)
  }

  /** Opens the lexicon that a root names; nothing is read yet. */
  static async open(
    root: LexiconRoot,
    description: AnalyserDescription,
    source: Source,
    cache: PackCache,
    inflate: Inflate,
  ): Promise<ArchiveLexicon> {
    return new ArchiveLexicon(root, await Analyser.create(description, SHOWN_FORMS), source, cache, inflate)
  }

  get analyser(): Analyser {
    return this.known
  }

  needsForQuery(words: readonly string[]): boolean {
    return !this.isComplete && this.missing(this.filter.partsFor(words)).length > 0
  }

  async loadForQuery(words: readonly string[], signal?: AbortSignal): Promise<void> {
    await this.load(this.missing(this.filter.partsFor(words)), signal)
  }

  async loadForText(text: string, signal?: AbortSignal): Promise<void> {
    const names = CONCEPT_PARTS.filter((part) => part !== 'terms')
    const isNeeded = names.some((part) => this.parts.has(part)) && this.missing(new Set(names)).length > 0
    if (isNeeded) await this.load(this.missing(this.filter.partsIn(text)), signal)
  }

  async loadAll(signal?: AbortSignal): Promise<void> {
    await this.load(this.missing(new Set(CONCEPT_PARTS)), signal)
  }

  async synonyms(signal?: AbortSignal): Promise<readonly (readonly string[])[]> {
    if (locatePart(this.root, 'synonyms') === undefined) return []
    const lines = await this.readPart('synonyms', signal)
    return parseGroups(lines.join('\n'), `${this.root.name}/${LEXICON_FILE}`)
  }

  private missing(parts: ReadonlySet<ConceptPart>): ConceptPart[] {
    return [...parts].filter((part) => !this.parts.has(part) && locatePart(this.root, part) !== undefined)
  }

  private async load(parts: readonly ConceptPart[], signal: AbortSignal | undefined): Promise<void> {
    if (parts.length === 0) return
    const lists = await Promise.all(parts.map((part) => this.readPart(part, signal)))
    parts.forEach((part, index) => {
      this.rows.set(part, lists[index]!)
    })
    const known = new Set([...this.parts, ...parts])
    // In the order of the parts, so that the analyser does not depend on what was asked first.
    const concepts = CONCEPT_PARTS.flatMap((part) => (known.has(part) ? this.rows.get(part)! : []))
    const analyser = await Analyser.create({ ...this.known.description, concepts }, SHOWN_FORMS)
    // Another search may have gone further meanwhile.
    if ([...this.parts].some((part) => !known.has(part))) return this.load(this.missing(known), signal)
    this.known = analyser
    this.parts = known
    this.isComplete = this.missing(new Set(CONCEPT_PARTS)).length === 0
  }

  private readPart(part: LexiconPart, signal: AbortSignal | undefined): readonly string[] | Promise<readonly string[]> {
    const { root } = this
    const { offset, byteLength, ordinal } = locatePart(root, part)!
    const where = `${root.name}/${LEXICON_FILE}`
    return this.cache.get(
      `${root.name}/lexicon/${ordinal}`,
      async (shared) => {
        const bytes = await this.source.read(where, { offset, byteLength }, { signal: shared })
        if (bytes.length !== byteLength) throw corrupt(where, bytes.length, `${byteLength} bytes expected`)
        const { reader, inflatedLength } = openPack(bytes, { kind: 'lexicon', segment: root.id, ordinal }, where)
        let body: Uint8Array
        try {
          body = await this.inflate(reader.raw(reader.remaining), inflatedLength)
        } catch (cause) {
          throw corrupt(where, offset, 'the deflated data is damaged', cause)
        }
        return { value: new TextDecoder().decode(body).split('\n'), byteLength: inflatedLength }
      },
      signal,
    )
  }
}
