/** How is an archive built from a shell? `datelines build <globs…> --out DIR` */

import { writeFile } from 'node:fs/promises'
import { type BuildOptions, buildArchive, type IngestItem } from '../build.js'
import { DatelinesError } from '../errors.js'
import type { OptionTable, OptionValues } from './arguments.js'
import { explainFile, explainLines } from './build-explain.js'
import { buildNotes, buildSummary } from './build-summary.js'
import { defineCommand } from './command.js'
import { type BuildConfig, loadConfig } from './config.js'
import { archiveAddress, checkPagePlace, ownFiles, putPage } from './page-files.js'
import { PAGE_OPTIONS, pageSettings } from './page-settings.js'
import { ProgressLine } from './progress-line.js'
import { oneLine } from './text-width.js'
import { UsageError } from './usage-error.js'

/** What is read, and how it is understood: options of everything that takes in releases. */
export const READ_OPTIONS = {
  config: {
    kind: 'text',
    value: 'FILE',
    help: 'Options of buildArchive from this file, such as `fields`, which says under which names records keep title, body or date. Default: datelines.config.js, .mjs or .json in the working directory. Options given here go before it.',
  },
  exclude: { kind: 'texts', value: 'GLOB', help: 'Files to leave out; may be repeated.' },
  'base-url': { kind: 'text', value: 'URL', help: 'The address that the paths of the files are relative to.' },
  lang: { kind: 'list', value: 'en,fr', help: 'Languages that may be guessed; stated ones are always believed.' },
  facet: {
    kind: 'pairs',
    value: 'NAME=PATH',
    help: 'A further facet, and where records keep it, e.g. topic=metadata.topic; may be repeated.',
  },
  overrides: {
    kind: 'text',
    value: 'FILE',
    help: 'Corrections by id, address or file (CSV or JSON), applied after extraction.',
  },
  contacts: {
    kind: 'choice',
    values: ['drop', 'keep'],
    help: 'Whether the people named in contact blocks are published. Default drop.',
  },
  memory: {
    kind: 'count',
    value: 'MIB',
    least: 1,
    help: 'Memory for releases before they go to a temporary file. Default 512.',
  },
  workers: {
    kind: 'count',
    value: 'N',
    most: 64,
    help: 'Threads that analyse the releases; 0 for none. Default: one for each processor when there is much to do.',
  },
  strict: { kind: 'flag', help: 'Fail at the first input that is rejected.' },
  'max-rejected': { kind: 'count', value: 'N', help: 'Fail when more inputs are rejected. Default: no limit.' },
  'min-releases': { kind: 'count', value: 'N', help: 'Fail rather than publish fewer releases. Default 1.' },
  keep: {
    kind: 'count',
    value: 'N',
    help: 'Earlier generations of the archive to leave for readers that have it open. Default 1.',
  },
  previous: {
    kind: 'text',
    value: 'DIR|URL',
    help: 'The archive as it is published. When there is none yet where this one goes, its segments are fetched from there.',
  },
} as const satisfies OptionTable

const OPTIONS = {
  out: {
    kind: 'text',
    value: 'DIR',
    short: 'o',
    help: 'Where the archive goes: a new or empty folder, or an archive to replace.',
  },
  ...READ_OPTIONS,
  report: { kind: 'text', value: 'FILE', help: 'Write the report to this file, as JSON.' },
  page: {
    kind: 'flag',
    help: 'Put a ready search page beside the archive: index.html in the folder that holds it. One that was changed by hand is kept.',
  },
  ...PAGE_OPTIONS,
  explain: {
    kind: 'texts',
    value: 'FILE',
    help: 'Build nothing; tell how each field of the releases in this file, or of the one at FILE:LINE, is obtained. May be repeated.',
  },
  json: { kind: 'flag', help: 'Print the report as JSON.' },
} as const satisfies OptionTable

/** What the phases of a build are called while they go on. */
export const BUILD_PHASES = { read: 'Reading', index: 'Indexing', write: 'Writing' }

export const build = defineCommand({
  command: 'build',
  usage: 'build GLOB… --out DIR [OPTIONS]',
  about:
    'Reads releases from files (text, HTML, Markdown, JSON, JSON Lines, CSV, RSS and Atom feeds, web archives; each also gzipped), finds out their titles, dates, languages and countries where they are not stated, and writes a search archive. Put globs in quotes, so that datelines sees them and not the shell. What was rejected, and what is doubtful, is listed on standard error.',
  words: [{ name: 'GLOB', optional: true, several: true }],
  options: OPTIONS,
  examples: [
    ["datelines build 'releases/**/*.{html,txt,md,json}' --out public/archive", 'a folder of releases'],
    ['datelines build dump.jsonl.gz --out archive --facet topic=metadata.topic', 'a dump, with a facet of its own'],
    ['datelines build --explain releases/2011/macao.html', 'where title, date and countries of a file come from'],
    ['datelines build --strict --report report.json', 'what datelines.config.js says; stop at the first bad file'],
  ],
  async run({ options, words }, { terminal, signal }) {
    const config = await loadConfig(options.config)
    const merged = {
      ...mergeOptions(config, options, words),
      ...(options.out !== undefined && { out: options.out }),
    }
    if (options.explain) {
      const items: IngestItem[] = []
      for (const file of options.explain) items.push(...(await explainFile(file, merged, signal)))
      if (options.json) await terminal.printJson(items)
      else await terminal.print(explainLines(items, terminal))
      return 0
    }
    const line = new ProgressLine(terminal, BUILD_PHASES, 'releases')
    const { out, ...rest } = merged
    if (out === undefined) throw new UsageError('--out DIR missing: where the archive goes.', 'build')
    if (rest.include === undefined && rest.releases === undefined) {
      throw new UsageError("GLOB missing: which files to read, e.g. 'releases/**/*.html'.", 'build')
    }
    // Everything about the page is looked at before the long work.
    const settings = pageSettings(options, config.page, 'build')
    const page = settings && (await ownFiles(archiveAddress(out), settings, 'build'))
    if (page) await checkPagePlace(out)
    const report = await buildArchive({
      ...rest,
      out,
      signal,
      onProgress: (progress) => {
        config.onProgress?.(progress)
        line.show(progress)
      },
    })
    line.end()
    if (page) {
      const { place, kept } = await putPage(out, page)
      for (const path of kept)
        terminal.note(
          terminal.paintNote(
            'doubt',
            `${oneLine(path)} was changed by hand and is kept; to have it written anew, delete it.`,
          ),
        )
      terminal.note(`The search page is ${oneLine(place)}`)
    }
    if (options.report !== undefined) await writeReport(options.report, report)
    for (const note of buildNotes(report, terminal)) terminal.note(note)
    if (options.json) await terminal.printJson(report)
    else await terminal.print(buildSummary(report, out, terminal))
    return 0
  },
})

/** The options of the configuration, those of the command line before them; of those of `buildArchive`. */
export function mergeOptions(
  { page: _, ...config }: BuildConfig,
  options: OptionValues<typeof READ_OPTIONS>,
  globs: readonly string[],
): Partial<BuildOptions> {
  const given: Partial<BuildOptions> = {
    ...(globs.length > 0 && { include: [...globs] }),
    ...(options.exclude && { exclude: options.exclude }),
    ...(options['base-url'] !== undefined && { baseUrl: options['base-url'] }),
    ...(options.lang && { languages: options.lang }),
    ...(options.facet && { facets: { ...config.facets, ...Object.fromEntries(options.facet) } }),
    ...(options.overrides !== undefined && { overrides: options.overrides }),
    ...(options.contacts && { contacts: options.contacts }),
    ...(options.memory !== undefined && { memory: options.memory }),
    ...(options.workers !== undefined && { workers: options.workers }),
    ...(options.strict && { strict: true }),
    ...(options['max-rejected'] !== undefined && { maxRejected: options['max-rejected'] }),
    ...(options['min-releases'] !== undefined && { minReleases: options['min-releases'] }),
    ...(options.keep !== undefined && { keep: options.keep }),
    ...(options.previous !== undefined && { previous: options.previous }),
  }
  return { ...config, ...given }
}

async function writeReport(path: string, report: unknown): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
  } catch (error) {
    throw new DatelinesError(
      'E_DISK',
      `The archive was published, but its report cannot be written to ${path}: ${(error as Error).message}`,
      { where: path, cause: error },
    )
  }
}
