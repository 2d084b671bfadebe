/** What did those who put the page up decide? Read from the head of the page. */

/** Decisions about a page. */
export interface Settings {
  /** Address of the archive's folder, relative to the page. */
  archive: string
  /** The name of the archive. */
  title: string | undefined
  /** Language of the interface for visitors who have not chosen one; that of their browser where it is left out. */
  language: string | undefined
  /** Address of the site that the page belongs to. */
  home: string | undefined
  /** Names of facets: one for all languages of the interface, or one for each. */
  facets: Readonly<Record<string, string | Readonly<Record<string, string>>>>
}

const stated = (name: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[name="datelines-${name}"]`)?.content.trim() || undefined

/** Names of facets are JSON; what cannot be read is as if it were not there. */
function facetNames(text: string | undefined): Settings['facets'] {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Settings['facets']) : {}
  } catch {
    return {}
  }
}

/** An address that a link may lead to. */
function safeAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text, location.href)) return undefined
  const { protocol, href } = new URL(text, location.href)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}

export const SETTINGS: Settings = {
  archive: stated('archive') ?? 'archive/',
  title: stated('title'),
  language: stated('language'),
  home: safeAddress(stated('home')),
  facets: facetNames(stated('facets')),
}

/** The name that was given to a facet in a language of the interface. */
export function givenName(facet: string, locale: string): string | undefined {
  const names = Object.hasOwn(SETTINGS.facets, facet) ? SETTINGS.facets[facet] : undefined
  const name = typeof names === 'object' ? (names[locale] ?? names.en ?? Object.values(names)[0]) : names
  return typeof name === 'string' ? name : undefined
}
