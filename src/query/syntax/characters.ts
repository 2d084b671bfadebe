/** Which characters of a query are syntax, in all the forms that people and their phones type them? */

/** Quotation marks; any of them opens and any of them closes. */
const QUOTES = /[“”„‟«»＂「」『』〝〞"]/g

/**
 * The text with every character that may be syntax in its plain form: quotation marks of all kinds are `"`, full-width
 * forms ASCII, white space and marks of direction a space; a backslash and the character after it, which it makes an
 * ordinary one, are two letters. Of the same length, so that its places are those of the text.
 */
export const flatten = (text: string): string =>
  text
    .replace(/\\[\s\S]/g, 'xx')
    .replace(QUOTES, '"')
    .replace(/−/g, '-')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/g, ' ')

/** The text without the backslashes of escaped characters. */
export const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, '$1')

/** The text in quotation marks, with those inside it escaped. */
export const quote = (text: string): string => `"${text.replace(/\\/g, '\\\\').replace(QUOTES, '\\$&')}"`

/** The text without quotation marks, and without white space around it. */
export const unquoted = (text: string): string => text.replace(QUOTES, ' ').trim()
