/**
 * Which language tags does a language stand for? Itself and all that are more exact: `en` is also `en-GB` (RFC 4647, basic
 * filtering). Case does not matter.
 */

/** The facet whose values are BCP 47 tags. */
export const LANGUAGE_FACET = 'language'

/** True when a tag is the range, or a more exact form of it. */
export function isWithin(range: string, tag: string): boolean {
  const [outer, inner] = [range.toLowerCase(), tag.toLowerCase()]
  return inner === outer || inner.startsWith(`${outer}-`)
}

/** The tags, and everything that they are more exact forms of. */
export function rangesOf(tags: readonly string[]): string[] {
  return [
    ...new Set([
      ...tags,
      ...tags.flatMap((tag) => tag.split('-').map((_, i, parts) => parts.slice(0, i + 1).join('-'))),
    ]),
  ]
}
