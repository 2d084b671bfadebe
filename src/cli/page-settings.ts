/** How is the search page made one's own? Its name, language and colour, from options or the configuration. */

import type { OptionTable, OptionValues } from './arguments.js'
import { didYouMean } from './near-names.js'
import { UsageError } from './usage-error.js'

/** Languages that the page speaks: those of `page/texts.ts`. */
const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const

/** What may be decided about a page. */
export interface PageSettings {
  /** The name of the archive, in place of "Search the releases". */
  title?: string
  /** Language of the interface for those who have not chosen one; default that of their browser. */
  language?: string
  /** `#rrggbb`: links, buttons, bars and the map. What is too light or too dark to be read is shaded. */
  accent?: string
  /** Address of the site that the page belongs to. */
  home?: string
  /** Names of facets: one for all languages, or by language. */
  facets?: Record<string, string | Record<string, string>>
}

/** Options about the page, of the commands that make one. */
export const PAGE_OPTIONS = {
  'page-title': { kind: 'text', value: 'TEXT', help: 'The name of the archive, as the search page shows it.' },
  'page-language': {
    kind: 'choice',
    values: LANGUAGES,
    help: 'Language of the search page for those who have not chosen one. Default: that of their browser.',
  },
  'page-accent': { kind: 'text', value: '#RRGGBB', help: 'The colour of links, buttons, bars and the map.' },
  'page-home': { kind: 'text', value: 'URL', help: 'The site that the search page belongs to.' },
} as const satisfies OptionTable

const NAMES = ['title', 'language', 'accent', 'home', 'facets'] as const

/**
 * The settings of the page: those of the configuration's `page`, with options before them; undefined when there is to be
 * none.
 *
 * @throws UsageError for settings that are none
 */
export function pageSettings(
  options: OptionValues<typeof PAGE_OPTIONS> & { page?: true },
  configured: unknown,
  command: string,
): PageSettings | undefined {
  const given: PageSettings = {
    ...(options['page-title'] !== undefined && { title: options['page-title'] }),
    ...(options['page-language'] !== undefined && { language: options['page-language'] }),
    ...(options['page-accent'] !== undefined && { accent: options['page-accent'] }),
    ...(options['page-home'] !== undefined && { home: options['page-home'] }),
  }
  const isWanted = options.page === true || Object.keys(given).length > 0
  if (!isWanted && (configured === undefined || configured === false)) return undefined
  return checked({ ...stated(configured, command), ...given }, command)
}

function stated(configured: unknown, command: string): PageSettings {
  if (configured === undefined || typeof configured === 'boolean') return {}
  if (typeof configured === 'object' && configured !== null && !Array.isArray(configured)) return configured
  throw new UsageError(`page: expected true or an object of settings, got ${JSON.stringify(configured)}.`, command)
}

function checked(settings: PageSettings, command: string): PageSettings {
  for (const [name, value] of Object.entries(settings)) {
    const known = NAMES.find((each) => each === name)
    if (known === undefined) {
      throw new UsageError(`page: there is no setting "${name}".${didYouMean(name, NAMES)}`, command)
    }
    const expected = known === 'facets' ? 'object' : 'string'
    if (value === null || typeof value !== expected) {
      throw new UsageError(`page.${name}: expected ${expected}, got ${JSON.stringify(value)}.`, command)
    }
  }
  const { language, home } = settings
  if (language !== undefined && !LANGUAGES.some((each) => each === language)) {
    throw new UsageError(`page.language: expected ${LANGUAGES.join(', ')}, got "${language}".`, command)
  }
  if (home !== undefined && /^\s*(?!https?:)[a-z][a-z\d+.-]*:/i.test(home)) {
    throw new UsageError(`--page-home: expected an address of the web, got "${home}".`, command)
  }
  return settings
}
