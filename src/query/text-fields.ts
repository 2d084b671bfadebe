/** Which fields are words looked for in? */

import type { TextField } from '../types.js'

/** The fields of a release that hold words, in the order in which their scores are added. */
export const TEXT_FIELDS: readonly TextField[] = ['title', 'body']
