/**
 * How good and how fast is extraction: articles, dates and languages, each beside a naive baseline?
 *
 * Reads the measurement data in `../shared/data`; says what it skips when it is absent. `PARTS=articles,speed` runs
 * these parts only; `LIST=1` prints the pages that are wrong, and the duplicates; `MEMORY_MB=1,300` sets the sizes of the
 * files that the part `memory` generates.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readArticle } from '../src/ingest/extract/article.js'
import { printedDates } from '../src/ingest/extract/date-forms.js'
import { type ExtractInput, extractRelease } from '../src/ingest/extract/extract-release.js'
import { detectLanguage } from '../src/ingest/extract/language.js'
import { findDuplicates } from '../src/ingest/extract/near-duplicates.js'
import { readReleases } from '../src/ingest/read-releases.js'
import type { Release } from '../src/types.js'
import { LARGE_KINDS, writeLargeInput } from './lib/large-inputs.js'

const DATA = new URL('../../shared/data/', `file://${process.cwd()}/bench/`)
const isListing = process.env.LIST !== undefined
const parts = process.env.PARTS?.split(',')

function file(path: string): Buffer {
  return readFileSync(new URL(path, DATA))
}

function jsonLines(path: string): Record<string, string>[] {
  return gunzipSync(file(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

// ------------------------------------------------------------------ articles

/** Counts of the 4-word shingles of a text. */
function shingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const shingle = tokens.slice(i, i + 4).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

/** Precision and recall of shingles, as in the Zyte article extraction benchmark. */
function compare(truth: string, found: string): { precision: number; recall: number } {
  const wanted = shingles(truth)
  const got = shingles(found)
  let both = 0
  let wantedTotal = 0
  let gotTotal = 0
  for (const [shingle, count] of wanted) {
    both += Math.min(count, got.get(shingle) ?? 0)
    wantedTotal += count
  }
  for (const count of got.values()) gotTotal += count
  return { precision: both / gotTotal, recall: both / wantedTotal }
}

/** The baseline of a beginner: tags out, then the longest run of lines of more than 80 characters. */
function longestRun(html: string): string {
  const text = html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, '\n')
    .replace(/<\/?(?:p|div|br|li|td|tr|h\d|section|article)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
  let best = ''
  let run = ''
  let misses = 0
  for (const line of text.split('\n')) {
    const content = line.trim()
    if (content === '') continue
    if (content.length > 80) {
      run += `${content}\n`
      misses = 0
    } else if (++misses > 2) run = ''
    if (run.length > best.length) best = run
  }
  return best
}

async function articles(): Promise<void> {
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
    file('article_pages/ground-truth.json').toString(),
  )
  const results: Record<string, { precision: number; recall: number; id: string }[]> = {}
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    const html = gunzipSync(file(`article_pages/html/${id}.html.gz`)).toString('utf8')
    const { release } = await extractRelease({ place: { file: id }, kind: 'html', stated: {}, html, url })
    const found = {
      'longest run of lines': longestRun(html),
      'article alone': readArticle(html, { url }).text,
      extraction: release.body,
    }
    for (const [name, text] of Object.entries(found)) (results[name] ??= []).push({ ...compare(articleBody, text), id })
  }
  print(`Articles: ${Object.keys(truth).length} pages, 4-word shingles`)
  for (const [name, list] of Object.entries(results)) {
    const mean = (key: 'precision' | 'recall'): number => list.reduce((sum, entry) => sum + entry[key], 0) / list.length
    const [precision, recall] = [mean('precision'), mean('recall')]
    print(
      `  ${name.padEnd(24)} F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`,
    )
  }
  if (isListing) {
    for (const { id, precision, recall } of (results.extraction ?? []).filter(
      (entry) => Math.min(entry.precision, entry.recall) < 0.97,
    )) {
      print(`    ${id.slice(0, 12)} p ${precision.toFixed(3)} r ${recall.toFixed(3)} ${truth[id]?.url}`)
    }
  }
}

// ------------------------------------------------------------------ dates

async function dates(): Promise<void> {
  const truth: { url: string; file: string; date: string }[] = JSON.parse(
    file('date_pages/ground-truth.json').toString(),
  )
  const tally: Record<string, { right: number; coarse: number; wrong: number; none: number }> = {}
  const sources: Record<string, [right: number, all: number]> = {}
  for (const page of truth) {
    const html = gunzipSync(file(`date_pages/html/${page.file}`)).toString('utf8')
    const { release, how } = await extractRelease({
      place: { file: page.file },
      kind: 'html',
      stated: {},
      html,
      url: page.url,
    })
    const naive = printedDates(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]+>/g, ' '), {
      order: 'day-first',
    }).find((date) => date.day !== undefined)
    const found: Record<string, string | undefined> = {
      'first date in the text':
        naive && `${naive.year}-${String(naive.month).padStart(2, '0')}-${String(naive.day).padStart(2, '0')}`,
      extraction: release.date,
    }
    for (const [name, date] of Object.entries(found)) {
      const count = (tally[name] ??= { right: 0, coarse: 0, wrong: 0, none: 0 })
      if (date === undefined) count.none++
      else if (date === page.date) count.right++
      else if (page.date.startsWith(date)) count.coarse++
      else count.wrong++
    }
    const source = (sources[release.dateSource ?? 'none'] ??= [0, 0])
    source[1]++
    if (release.date === page.date) source[0]++
    if (isListing && release.date !== page.date)
      print(`    ${page.date} got ${release.date ?? '-'} (${how.date ?? ''}) ${page.file}`)
  }
  print(`Dates: ${truth.length} pages`)
  for (const [name, { right, coarse, wrong, none }] of Object.entries(tally)) {
    print(
      `  ${name.padEnd(24)} right ${percent(right, truth.length)}, right but coarser ${coarse}, wrong ${percent(wrong, truth.length)}, undated ${none}`,
    )
  }
  print(
    `  by source: ${Object.entries(sources)
      .map(([name, [right, all]]) => `${name} ${right}/${all}`)
      .join(', ')}`,
  )
}

// ------------------------------------------------------------------ languages

const COMMON_WORDS: Record<string, RegExp> = {
  en: /\b(?:the|and|of|to|in)\b/gi,
  fr: /\b(?:le|la|les|et|des|une|du)\b/gi,
  es: /\b(?:el|los|y|que|por|una|del)\b/gi,
  ar: /[\u0600-\u06ff]+/g,
  zh: /[\u4e00-\u9fff]/g,
}

/** Some documents labelled Spanish are Portuguese or Catalan: told by letters and words that Spanish does not have. */
function trueLabel(label: string, text: string): string {
  if (label !== 'es') return label
  if ((text.match(/[ãõ]|\b(?:uma|com|dos)\b/g)?.length ?? 0) >= 8) return 'pt'
  return (text.match(/\b(?:amb|els|dels|això|aquest|què|seva)\b/g)?.length ?? 0) >= 5 ? 'ca' : 'es'
}

async function languages(): Promise<void> {
  const press = jsonLines('press_fr_es_zh/docs.jsonl.gz')
  const among = ['en', 'fr', 'es', 'ar', 'zh']
  const corrected = press.map((document) => ({
    ...document,
    language: trueLabel(document.language ?? '', document.body ?? ''),
  }))
  const relabelled = corrected.filter((document, i) => document.language !== press[i]?.language).length
  const sets: [name: string, documents: Record<string, string>[], language?: string, among?: string[]][] = [
    ['press, its languages', press, undefined, among],
    ['press, any language', corrected],
    ['ant_arabic_news', jsonLines('ant_arabic_news/docs.jsonl.gz'), 'ar'],
    ['reuters21578', jsonLines('reuters21578/docs.jsonl.gz').slice(0, 5000), 'en'],
    ['au_press_refugees', jsonLines('au_press_refugees/docs.jsonl.gz'), 'en'],
  ]
  print(
    `Languages: texts, and titles of 12 letters or more alone (${relabelled} press texts labelled Spanish are Portuguese or Catalan; counted so in the second row)`,
  )
  for (const [name, documents, fixed, allowed] of sets) {
    const count = { text: 0, texts: 0, title: 0, titles: 0, silent: 0, baseline: 0 }
    for (const document of documents) {
      const wanted = fixed ?? (document.language as string)
      const { title = '', body = '' } = document
      if (body.trim() === '') continue
      const text = `${title}\n${body}`
      count.texts++
      const found = await detectLanguage(text, allowed)
      if (found?.language === wanted) count.text++
      else if (isListing)
        print(`    text ${wanted} got ${found?.language ?? '-'}: ${text.slice(0, 90).replace(/\s+/g, ' ')}`)
      if ((title.match(/\p{L}/gu)?.length ?? 0) >= (wanted === 'zh' ? 4 : 12)) {
        count.titles++
        const byTitle = await detectLanguage(title, allowed)
        if (byTitle?.language === wanted) count.title++
        else if (byTitle === undefined) count.silent++
        else if (isListing) print(`    title ${wanted} got ${byTitle.language}: ${title.slice(0, 90)}`)
      }
      const scores = Object.entries(COMMON_WORDS).map(
        ([tag, pattern]) => [tag, text.slice(0, 700).match(pattern)?.length ?? 0] as const,
      )
      if (scores.sort((a, b) => b[1] - a[1])[0]?.[0] === wanted) count.baseline++
    }
    print(
      `  ${name.padEnd(24)} texts ${percent(count.text, count.texts)} of ${count.texts} (common words ${percent(count.baseline, count.texts)}), titles ${percent(count.title, count.titles)} of ${count.titles}, ${count.silent} left open`,
    )
  }
}

// ------------------------------------------------------------------ speed

/** Seconds of processor time: the machine may have other work. */
function seconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function speed(): Promise<void> {
  const stories = jsonLines('reuters21578/docs.jsonl.gz')
  const records = stories.map(
    (story): ExtractInput => ({
      place: { file: 'docs.jsonl', line: 1 },
      kind: 'data',
      stated: { id: story.id ?? '', title: story.title ?? '', body: story.body ?? '', date: story.date ?? '' },
    }),
  )
  for (const record of records.slice(0, 1000)) await extractRelease(record)
  let start = seconds()
  for (const record of records) await extractRelease(record)
  let spent = seconds() - start
  print(
    `Speed: ${records.length} Reuters stories (title, body and date stated): ${Math.round(records.length / spent)} releases per second of processor time`,
  )

  const pages = ['article_pages', 'date_pages'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/html/`, DATA)).map((name) =>
      gunzipSync(file(`${folder}/html/${name}`)).toString('utf8'),
    ),
  )
  const size = pages.reduce((sum, html) => sum + html.length, 0)
  for (const round of ['first round', 'second round']) {
    start = seconds()
    for (const html of pages) await extractRelease({ place: { file: 'page.html' }, kind: 'html', stated: {}, html })
    spent = seconds() - start
    print(
      `       ${pages.length} web pages of ${Math.round(size / pages.length / 1000)} kB, ${round}: ${Math.round(pages.length / spent)} pages/s, ${(size / spent / 1e6).toFixed(1)} MB/s`,
    )
  }
}

// ------------------------------------------------------------------ memory

/** MB of each generated file before compression; the first is the yardstick. */
const SIZES = (process.env.MEMORY_MB ?? '1,300,1200').split(',').map(Number)

/** Reads one file in a process of its own and prints what that took. */
async function readAlone(path: string): Promise<void> {
  let releases = 0
  for await (const item of readReleases({ include: [path], extract: false })) {
    if (item.kind !== 'release') throw new Error(JSON.stringify(item))
    releases++
  }
  print(JSON.stringify({ releases, peak: process.resourceUsage().maxRSS / 1024, seconds: seconds() }))
}

/** Peak resident memory of a process that reads generated files, with the files of one megabyte beside. */
async function memory(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'datelines-memory-'))
  print(
    `Memory: peak resident MiB of a process that reads one generated file of ${SIZES.join(', ')} MB (fields stated)`,
  )
  try {
    for (const kind of LARGE_KINDS) {
      const told: string[] = []
      for (const size of SIZES) {
        const path = join(folder, `input.${kind}`)
        await writeLargeInput(path, kind, size * 1e6)
        const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, 'extraction'], {
          env: { ...process.env, MEMORY_INPUT: path },
          encoding: 'utf8',
        })
        rmSync(path)
        const line = stdout.split('\n').find((one) => one.startsWith('{'))
        if (line === undefined) throw new Error(stderr)
        const { releases, peak, seconds: spent } = JSON.parse(line)
        told.push(`${Math.round(peak)} (${releases} releases, ${Math.round(size / spent)} MB/s)`)
      }
      print(`  ${kind.padEnd(10)} ${told.join('  ')}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// ------------------------------------------------------------------ duplicates

/** How many releases of a collection with many copies are found to be one, and some pairs to be read. */
async function duplicates(): Promise<void> {
  const documents = jsonLines('au_press_refugees/docs.jsonl.gz')
  const byId = new Map<string, Release>()
  for (const [i, { id, title = '', body = '', date = '' }] of documents.entries()) {
    const stated = { id: id ?? String(i), title, body, date }
    const { release } = await extractRelease({ place: { file: 'docs.jsonl', line: i + 1 }, kind: 'data', stated })
    byId.set(release.id, release)
  }
  const clusters = findDuplicates([...byId.values()])
  const exact = clusters.reduce((sum, cluster) => sum + cluster.exact, 0)
  const later = clusters.reduce((sum, { ids }) => sum + ids.length - 1, 0)
  print(
    `Duplicates: au_press_refugees, ${documents.length} documents, ${byId.size} taken in: ${exact} exact and ${later - exact} near ones in ${clusters.length} clusters`,
  )
  if (!isListing) return
  for (const { ids } of clusters) {
    print(`  ${ids.length} releases`)
    for (const id of ids.slice(0, 2)) {
      const { date, title, body } = byId.get(id)!
      print(`    ${id} ${date} ${body.length} ${title}`)
      print(`      ${body.replace(/\s+/g, ' ').slice(0, 300)}`)
    }
  }
}

// ------------------------------------------------------------------ main

const PARTS: Record<string, () => Promise<void>> = { articles, dates, languages, duplicates, speed, memory }

/** Prints the figures of every part, or of those asked for. */
export async function run(): Promise<void> {
  if (process.env.MEMORY_INPUT !== undefined) return readAlone(process.env.MEMORY_INPUT)
  for (const [name, measure] of Object.entries(PARTS)) {
    if (!(parts?.includes(name) ?? true)) continue
    if (name === 'memory' || existsSync(DATA)) await measure()
    else print(`${name}: skipped: no data`)
  }
}
