/** What does the metadata say that trails a text, run together without line breaks? It is evidence, and no part of the text. */

/** What trailing metadata says, in its own words. */
export interface TrailingMetadata {
  /** "Wednesday, September 30, 2020 - 15:28". */
  posted?: string
  /** "English". */
  language?: string
  /** "Democratic Republic of the Congo". */
  region?: string
}

/** It stands within so many characters of the end. */
const SEARCHED = 2500
/** From one label to the next are no more than so many characters. */
const LONGEST_VALUE = 220

const LANGUAGES = 'English|French|Spanish|Arabic|Russian|Portuguese|German|Italian|Chinese|Français|Español|العربية'
const LABEL = new RegExp(
  `\\b(?:(Language)(?=\\s+(?:${LANGUAGES})(?!\\p{L}))|(Posted|Region-Country|Themes?|Press Release Type|Image(?: File)?|Related Documents?|Default|Multimedia|Migration Updates|Thumbnail|Keywords|Country|Region)\\s*:)`,
  'gu',
)

/** Cuts metadata that trails the text, and reads it: "Language English Posted: … Image: Region-Country: … Themes: …". */
export function takeTrailingMetadata(text: string): { text: string; metadata: TrailingMetadata } {
  const from = Math.max(0, text.length - SEARCHED)
  const tail = text.slice(from)
  if (!/\b(?:Posted|Region-Country)\s*:/.test(tail)) return { text, metadata: {} }
  const labels = [...tail.matchAll(LABEL)]
  // Labels that follow each other closely, to the end: from the last one backwards.
  let first = labels.length
  for (let i = labels.length - 1; i >= 0; i--) {
    const next = labels[i + 1]?.index ?? tail.trimEnd().length
    if (next - (labels[i]?.index ?? 0) > LONGEST_VALUE) break
    first = i
  }
  const run = labels.slice(first)
  const names = run.map((label) => label[1] ?? label[2] ?? '')
  if (run.length < 2 || !names.some((name) => name === 'Posted' || name === 'Region-Country'))
    return { text, metadata: {} }
  const metadata: TrailingMetadata = {}
  for (const [i, label] of run.entries()) {
    const value = tail
      .slice(label.index + label[0].length, run[i + 1]?.index ?? tail.length)
      .replace(/\s+/g, ' ')
      .trim()
    if (value === '') continue
    if (names[i] === 'Posted') metadata.posted = value
    else if (names[i] === 'Language') metadata.language = value
    else if (names[i] === 'Region-Country') metadata.region = value
  }
  return { text: text.slice(0, from + (run[0]?.index ?? 0)).trimEnd(), metadata }
}
