/**
 * Which characters of a query are syntax, in all the forms that people and their phones type them?
 *
 * A backslash makes the character after it an ordinary one; the two are called a pair here.
 */

/** Other forms of quotation marks, the minus sign, white space with marks of direction, and full-width ASCII. */
const VARIANTS = /\\[\s\S]|([“”„‟«»「」『』〝〞])|(−)|([\s\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069])|[！-～]/g

/** The text with characters that may be syntax in their plain form, pairs aside. Of the same length. */
export const plainSyntax = (text: string): string =>
  text.replace(VARIANTS, (found, quotation, minus, space) =>
    quotation ? '"' : minus ? '-' : space ? ' ' : found[1] ? found : String.fromCharCode(found.charCodeAt(0) - 0xfee0),
  )

/** Makes every backslash a pair, so that nothing in the text is one yet. */
export const escaped = (text: string): string => text.replace(/\\/g, '\\$&')

/** The text without the backslashes of its pairs. */
export const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, '$1')

/** The text with backslashes and everything that {@link plainSyntax} or `more` would change as pairs; spaces stay. */
export const quotable = (text: string, more: RegExp): string =>
  escaped(text)
    .replace(VARIANTS, (found) => (found === ' ' || found[1] ? found : `\\${found}`))
    .replace(more, '\\$&')
