/** What does a document give before its fields are settled: text, candidates for the title, evidence for the rest? */

import type { Contact, Warning } from '../../types.js'
import { readArticle } from './article.js'
import type { MarkedDate } from './date.js'
import { type DigestPart, splitDigest } from './digest.js'
import type { ExtractInput, ExtractOptions } from './extract-release.js'
import { type FrameEvidence, readFramedText } from './frame.js'
import { unwrapped } from './paragraphs.js'
import { plainText } from './plain-text.js'

/** A document taken apart. */
export interface RawDocument {
  title?: string
  titleHow: string
  body: string
  bodyHow: string
  /** Dates in markup. */
  marked: MarkedDate[]
  evidence: FrameEvidence
  contacts: Contact[]
  /** The releases of a document that holds several; empty when it is one, or says itself what it is. */
  parts: DigestPart[]
  /** The language a page says it is in. */
  language?: string
  /** The address a page gives itself. */
  url?: string
}

/** Takes a document apart: a page, a text dump, or a record whose body is stated. Doubts are added to `warnings`. */
export function readDocument(input: ExtractInput, options: ExtractOptions, warnings: Warning[]): RawDocument {
  if (input.html !== undefined) return readPage(input, input.html, options, warnings)
  if (input.stated.body !== undefined) return bare(unwrapped(plainText(input.stated.body)), 'stated')
  const text = plainText(input.text ?? '')
  if (options.extract === false) return bare(unwrapped(text), 'the whole text')
  const framed = readFramedText(text, frameOptions(input, options, input.stated.title))
  const raw: RawDocument = {
    ...bare(framed.body, 'text without its frame'),
    evidence: framed.evidence,
    contacts: framed.contacts,
  }
  if (framed.title !== undefined) raw.title = framed.title
  if (isUnstated(input)) raw.parts = splitDigest(text)
  return raw
}

/** The lines of a document from which a {@link BoilerplateModel} may learn. */
export function learnableText(input: ExtractInput): string {
  if (input.html !== undefined) return readArticle(input.html, articleOptions(input, true)).text
  return plainText(input.text ?? '')
}

function readPage(input: ExtractInput, html: string, options: ExtractOptions, warnings: Warning[]): RawDocument {
  const extract = options.extract !== false
  const article = readArticle(html, articleOptions(input, extract))
  for (const reason of article.cuts) warnings.push({ ...input.place, field: 'body', value: '', reason })
  const raw: RawDocument = { ...bare(article.text, article.how), marked: article.dates }
  if (extract) {
    const framed = readFramedText(article.text, {
      ...frameOptions(input, options, input.stated.title ?? article.title),
      layout: 'blocks',
    })
    raw.body = framed.body
    raw.evidence = framed.evidence
    raw.contacts = framed.contacts
    if (framed.title !== undefined) raw.title = framed.title
  }
  if (article.title !== undefined) {
    raw.title = article.title
    raw.titleHow = article.titleHow ?? 'the page'
  }
  if (isUnstated(input)) raw.parts = article.parts
  if (article.language !== undefined) raw.language = article.language
  if (article.url !== undefined) raw.url = article.url
  if (input.stated.body !== undefined)
    return { ...raw, body: unwrapped(plainText(input.stated.body)), bodyHow: 'stated' }
  return raw
}

/** A document whose title, text or date is stated is one release. */
function isUnstated({ stated }: ExtractInput): boolean {
  return stated.title === undefined && stated.body === undefined && stated.date === undefined
}

function bare(body: string, bodyHow: string): RawDocument {
  return {
    body,
    bodyHow,
    titleHow: 'first line of the text',
    marked: [],
    evidence: { dateLines: [] },
    contacts: [],
    parts: [],
  }
}

function articleOptions(
  { url, select }: ExtractInput,
  extract: boolean,
): { url?: string; select?: NonNullable<ExtractInput['select']>; whole: boolean } {
  return { ...(url === undefined ? {} : { url }), ...(select === undefined ? {} : { select }), whole: !extract }
}

function frameOptions(
  { place }: ExtractInput,
  { boilerplate }: ExtractOptions,
  title: string | undefined,
): { title?: string; strip?: (lines: readonly string[]) => string[] } {
  return {
    ...(title === undefined ? {} : { title }),
    ...(boilerplate === undefined ? {} : { strip: (lines: readonly string[]) => boilerplate.strip(place.file, lines) }),
  }
}
