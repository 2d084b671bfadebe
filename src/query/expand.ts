/** What does a widened word stand for? The most frequent forms over all segments, as terms. */

import type { QueryVariant } from '../analysis/analyser.js'
import { compareCodePoints } from '../bytes/utf8.js'
import { readEntries } from '../format/terms.js'
import { startsWithDigit, type WordEntry, type WordsPack } from '../format/words.js'
import { allLoaded } from '../reader/pack-cache.js'
import type { Segment } from '../reader/segment.js'
import { MAX_EDITS } from './edits.js'
import { ScannedForms, scanFuzzy, scanPrefix } from './word-scan.js'

/** Forms that a prefix stands for at the most, and words that a misspelled one may be. */
const MAX_PREFIX_FORMS = 500
const MAX_FUZZY_FORMS = 100

/** A form with its frequency over all segments, live releases only. */
export interface ExpandedForm {
  surface: string
  display: string
  tag: number
  stem: string
  releases: number
  edits: number
}

export interface ExpandedWord {
  forms: ExpandedForm[]
  /** True when there were more forms than are used. */
  cut: boolean
}

/** The forms of the archive that begin with `prefix`, `most` of them. */
export async function expandPrefix(
  segments: readonly Segment[],
  prefix: string,
  signal?: AbortSignal,
  most = MAX_PREFIX_FORMS,
): Promise<ExpandedWord> {
  const found = await scanSegments(segments, signal, {
    packs: (segment) => segment.packsWithPrefix('words', prefix),
    scan: (pack, out) => scanPrefix(pack, prefix, out),
  })
  const numbers = startsWithDigit(prefix) ? await scanNumbers(segments, prefix, signal) : []
  return best(found, numbers, Math.min(most, MAX_PREFIX_FORMS))
}

/** The forms of the archive within `edits` of `word`; more than {@link MAX_EDITS} are as many. */
export async function expandFuzzy(
  segments: readonly Segment[],
  word: string,
  edits: number,
  signal?: AbortSignal,
  most = MAX_FUZZY_FORMS,
): Promise<ExpandedWord> {
  if (word.length > MAX_FUZZY_UNITS) return { forms: [], cut: false }
  const found = await scanSegments(segments, signal, {
    packs: (segment) => segment.packsWithPrefix('words', ''),
    scan: (pack, out) => scanFuzzy(pack, word, Math.min(edits, MAX_EDITS), out),
  })
  return best(found, [], Math.min(most, MAX_FUZZY_FORMS))
}

/** No form is longer, so a longer word has no neighbours. */
const MAX_FUZZY_UNITS = 255

/** Forms as query variants, each term once. */
export function variantsOf(forms: readonly ExpandedForm[]): QueryVariant[] {
  return [...new Map(forms.map(({ stem, tag }) => [`${tag} ${stem}`, { stem, tag }])).values()]
}

/** Numbers are their own terms, so the term dictionary serves for them. */
async function scanNumbers(
  segments: readonly Segment[],
  prefix: string,
  signal: AbortSignal | undefined,
): Promise<WordEntry[]> {
  const packs = await Promise.all(
    segments.flatMap((segment) =>
      segment.packsWithPrefix('terms', prefix).map((ordinal) => segment.terms(ordinal, signal)),
    ),
  )
  const found: WordEntry[] = []
  for (const pack of packs) {
    for (const { stem, tag, docFreq, removed } of readEntries(pack)) {
      if (tag !== 0 || !stem.startsWith(prefix)) continue
      found.push({ surface: stem, tag, stem, docFreq, removed: removed?.docFreq ?? 0 })
    }
  }
  return found
}

/** What a scan finds in each segment, in the order of its forms. */
async function scanSegments(
  segments: readonly Segment[],
  signal: AbortSignal | undefined,
  how: { packs: (segment: Segment) => number[]; scan: (pack: WordsPack, out: ScannedForms) => void },
): Promise<ScannedForms[]> {
  const ordinals = segments.map((segment) => how.packs(segment))
  const packs = await allLoaded(
    segments.flatMap((segment, index) => ordinals[index]!.map((ordinal) => ({ segment, ordinal }))),
    ({ segment, ordinal }) => segment.words(ordinal, signal),
  )
  let next = 0
  return ordinals.map(({ length }) => {
    const found = new ScannedForms()
    for (const end = next + length; next < end; next++) how.scan(packs[next]!, found)
    return found
  })
}

/** Adds up frequencies over segments and keeps the most frequent forms; ties by surface, then tag, so that segments make no difference. */
function best(found: readonly ScannedForms[], numbers: readonly WordEntry[], most: number): ExpandedWord {
  const joined = new Map<string, ExpandedForm>()
  const add = (entry: WordEntry, edits: number): void => {
    const key = `${entry.tag} ${entry.surface}`
    const releases = entry.docFreq - (entry.removed ?? 0)
    const form = joined.get(key)
    if (form) form.releases += releases
    else {
      const { surface, tag, stem, display = surface } = entry
      joined.set(key, { surface, display, tag, stem, releases, edits })
    }
  }
  const held = found.filter(({ count }) => count > 0)
  let passedOver = 0
  for (const forms of held) {
    // Where one segment holds them all its frequencies are final, and only the forms that may be used are made.
    const frequent = held.length === 1 ? mostFrequent(forms, most) : null
    if (frequent !== null) passedOver = frequent.passedOver
    for (let at = 0, count = frequent?.used.length ?? forms.count; at < count; at++) {
      const { entry, edits } = forms.form(frequent?.used[at] ?? at)
      add(entry, edits)
    }
  }
  for (const entry of numbers) add(entry, 0)
  const forms = [...joined.values()].filter(({ releases }) => releases > 0)
  forms.sort((a, b) => b.releases - a.releases || compareCodePoints(a.surface, b.surface) || a.tag - b.tag)
  return { forms: forms.slice(0, most), cut: forms.length + passedOver > most }
}

/** Frequencies from here on are told apart by sorting alone. */
const MANY_RELEASES = 1023

/** The numbers of forms among which the `most` most frequent are, and how many live ones are left; of equals the first are used. */
function mostFrequent(forms: ScannedForms, most: number): { used: number[]; passedOver: number } {
  const { count } = forms
  const classes = new Uint16Array(count)
  const sizes = new Int32Array(MANY_RELEASES + 1)
  for (let number = 0; number < count; number++)
    sizes[(classes[number] = Math.max(0, Math.min(forms.releases(number), MANY_RELEASES)))]!++
  let last = MANY_RELEASES
  let room = most
  while (last > 1 && room > sizes[last]!) room -= sizes[last--]!
  if (last === MANY_RELEASES) room = count
  const used: number[] = []
  for (let number = 0; number < count; number++)
    if (classes[number]! > last || (classes[number] === last && room-- > 0)) used.push(number)
  return { used, passedOver: count - sizes[0]! - used.length }
}
