/** How do several archives become one, and an old one new? Their stored releases are built again. */

import { isStringList, wrongOption } from '../ingest/option-checks.js'
import { type AnalysisSettings, mergeSettings } from './analysis-settings.js'
import { openSpool, settingsFrom, underLock } from './archive-builder.js'
import { checkFolder, checkIndexOptions, type IndexOptions } from './index-options.js'
import { publishState } from './next-state.js'
import { type BuildReport, byteReport, Ledger, Summary } from './report.js'
import { requireArchive, StoredArchive } from './stored-archive.js'
import { Turns } from './turns.js'

/** Options of {@link mergeArchives} and {@link upgradeArchive}. */
export type MergeOptions = Pick<
  IndexOptions,
  'defaultLanguage' | 'synonyms' | 'stopwords' | 'memory' | 'workers' | 'keep' | 'onProgress' | 'signal'
>

const OPTION_NAMES = [
  'defaultLanguage',
  'synonyms',
  'stopwords',
  'memory',
  'workers',
  'keep',
  'onProgress',
  'signal',
] as const satisfies readonly (keyof MergeOptions)[]

/**
 * Builds one archive of one segment from the releases that others store; of several with one id, that of the last archive
 * counts. `out` may be one of them. Settings of the analysis that are not given are those of the archives together: all
 * groups of synonyms, all stop words, the first default language.
 *
 * @throws DatelinesError `E_OPTION`, `E_NOT_FOUND`, `E_EXISTS`, `E_LOCKED`, `E_DISK`, `E_CORRUPT`; in each case what was at `out` is left as it was
 */
export async function mergeArchives(
  directories: readonly string[],
  out: string,
  options: MergeOptions = {},
): Promise<BuildReport> {
  const { keep = 1, onProgress, signal } = options
  checkIndexOptions(options, OPTION_NAMES)
  // Of no archives at all an empty one would come, in the place of what is at `out`.
  if (!isStringList(directories) || directories.length === 0)
    throw wrongOption('the archives to merge must be a list of folders, one at least')
  checkFolder(out)
  directories.forEach(requireArchive)
  const spool = openSpool(options)
  const ledger = new Ledger()
  const summary = new Summary()
  const turns = new Turns(signal)
  try {
    return await underLock(out, async () => {
      let settings: AnalysisSettings = {}
      for (const directory of directories) {
        const archive = await StoredArchive.open(directory)
        settings = joinSettings(settings, archive.settings)
        for (const segment of archive.segments) {
          for (const release of archive.releases(segment)) {
            signal?.throwIfAborted()
            ledger.took(release, spool.add(release) !== undefined, [])
            onProgress?.({ phase: 'read', done: spool.count, bytes: spool.byteLength })
            if (turns.due) await turns.pass()
          }
        }
      }
      settings = mergeSettings(settings, settingsFrom(options))
      const onDocument = (release: Parameters<Summary['add']>[0], done: number, total: number): void => {
        summary.add(release)
        onProgress?.({ phase: 'index', done, total, bytes: spool.byteLength })
      }
      const written = await publishState(out, { settings, spool, onDocument, signal, workers: options.workers }, keep)
      return ledger.finish(summary, byteReport(written), written)
    })
  } finally {
    spool.close()
  }
}

/** Analyses the stored texts of an archive with today's analyser, and joins its segments into one. */
export async function upgradeArchive(directory: string, options: MergeOptions = {}): Promise<BuildReport> {
  checkFolder(directory)
  return mergeArchives([directory], directory, options)
}

function joinSettings(a: AnalysisSettings, b: AnalysisSettings): AnalysisSettings {
  const synonyms = [...(a.synonyms ?? [])]
  for (const group of b.synonyms ?? []) {
    if (!synonyms.some((other) => other.join('\n') === group.join('\n'))) synonyms.push(group)
  }
  const stopwords: Record<string, string[]> = {}
  for (const [language, words] of [...Object.entries(a.stopwords ?? {}), ...Object.entries(b.stopwords ?? {})]) {
    stopwords[language] = [...new Set([...(stopwords[language] ?? []), ...words])]
  }
  const defaultLanguage = a.defaultLanguage ?? b.defaultLanguage
  return {
    ...(defaultLanguage === undefined ? {} : { defaultLanguage }),
    ...(synonyms.length === 0 ? {} : { synonyms }),
    ...(Object.keys(stopwords).length === 0 ? {} : { stopwords }),
  }
}
