/** Is there a language of this code? */

let names: Intl.DisplayNames | undefined

/**
 * False for a code that stands for no language, such as `xx`. Of codes of three letters the platform does not know all that
 * there are, so any may be one.
 *
 * @param tag a well-formed BCP 47 tag
 */
export function isKnownLanguage(tag: string): boolean {
  const [primary = ''] = tag.split(/[-_]/)
  // Making a formatter costs more than a search.
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return primary.length === 3 || names.of(primary) !== undefined
}
