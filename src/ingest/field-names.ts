/** Under which names do records keep the fields of a release, and which of their names say nothing to us? */

/** The fields that `fields` may place. */
export const FIELD_NAMES = ['id', 'title', 'body', 'html', 'date', 'language', 'countries', 'mentions', 'url'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/**
 * Names by field as {@link foldFieldName} makes them; the first one that holds something counts, so the plainest stand
 * first and those that may mean something else (`created`) last.
 */
const ALIASES: Record<FieldName, readonly string[]> = {
  id: words('id refno refnumber referenceno referencenumber releaseno releasenumber pressreleaseno'),
  title: words('title headline releasetitle pressreleasetitle heading titre titel titulo titolo заголовок العنوان'),
  body: words(
    `body text content articlebody contenttext fulltext bodytext releasetext articletext storytext releasebody maintext
    story article message texte texto testo textkorper volltext contenu contenido conteudo contenuto inhalt cuerpo corpo
    corps текст النص`,
  ),
  html: words('html bodyhtml contenthtml'),
  date: words(
    `date published datepublished pubdate publishedat publicationdate releasedate dateofrelease datereleased releasedon
    dateofissue dateissued issuedate issuedon issued dateofpublication publishdate publisheddate publishedon
    pressdate pressreleasedate posted postdate posteddate dateposted postedon datetime datum fecha дата
    fechadepublicacion datedepublication datapublicacao datadepublicacao datadipubblicazione veroffentlichungsdatum
    veroffentlicht датапубликации التاريخ تاريخالنشر released datecreated createddate createdon createdat created`,
  ),
  language: words('language lang langcode langue idioma lingua sprache язык اللغه'),
  countries: words('countries country pays pais paises paese land lander laender страна الدوله'),
  mentions: ['mentions'],
  url: words('url link permalink'),
}

/** What else of a record is read. */
const ALSO_READ = ['facets', 'contacts', 'datesource']

/** The usual names of a field, folded, in the order in which they count. */
export function usualNames(field: FieldName): readonly string[] {
  return ALIASES[field]
}

/** A name without regard to case, accents, blanks, hyphens, underscores and a remark in brackets: "Date (UTC)". */
export function foldFieldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return plain
    .replace(/(?<=\S)\s*\([^()]{0,40}\)\s*$/, '')
    .replace(/ة/g, 'ه')
    .replace(/[\s_.:-]+/g, '')
}

/** True when some column or property of these names would be read as the text or the title of a release. */
export function namesText(names: Iterable<string>): boolean {
  const known = new Set([...names].map(foldFieldName))
  return [...ALIASES.title, ...ALIASES.body, ...ALIASES.html].some((alias) => known.has(alias))
}

/** The names that say nothing to us and that no path of `fields` or `facets` begins with. */
export function unreadNames(names: Iterable<string>, paths: readonly string[]): string[] {
  const known = new Set([...Object.values(ALIASES).flat(), ...ALSO_READ])
  const heads = paths.flatMap((path) => [path, path.replace(/^metadata\./, '').split('.', 1)[0]])
  return [...names].filter((name) => name !== '' && !known.has(foldFieldName(name)) && !heads.includes(name))
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
