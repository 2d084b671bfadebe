/** What would ingest make of one release that a caller hands in? */

import { DatelinesError } from '../errors.js'
import type { ReleaseInput } from '../types.js'
import {
  type ExtractInput,
  type Extraction,
  type ExtractOptions,
  extractRelease as extractDocument,
} from './extract/extract-release.js'
import { isObject } from './field-path.js'
import { checkOptions, isBoolean, isStringList, type OptionChecks } from './option-checks.js'
import { HANDED_IN } from './read-releases.js'
import { statedFields } from './stated-fields.js'

const CHECKS: OptionChecks<ExtractOptions> = {
  languages: [isStringList, 'an array of language tags'],
  contacts: [(value) => value === 'drop' || value === 'keep', "'drop' or 'keep'"],
  extract: [isBoolean, 'true or false'],
  now: [(value) => value instanceof Date, 'a Date'],
  boilerplate: [(value) => typeof value === 'object', 'what was learnt of a folder'],
}

/**
 * Makes one clean release of what is handed in: a release as `releases` of a build takes it, of which what is not stated is
 * extracted, or a document whose text and stated fields are apart.
 *
 * @throws DatelinesError `E_OPTION` for options that there are not; `E_INPUT`: `syntax` for what is no object, `no-text` when neither a title nor a text is found
 */
export async function extractRelease(
  input: ReleaseInput | ExtractInput,
  options: ExtractOptions = {},
): Promise<Extraction> {
  checkOptions(options, CHECKS)
  const given: unknown = input
  if (!isObject(given)) {
    const got = given === null ? 'null' : `a ${typeof given}`
    throw new DatelinesError('E_INPUT', `extractRelease takes a release such as { html }, got ${got}.`, {
      reason: 'syntax',
    })
  }
  if ('place' in input) return extractDocument(input, options)
  const { stated, html, doubts } = statedFields(given)
  const place = { file: HANDED_IN }
  const document: ExtractInput = { place, kind: 'data', stated, ...(html === undefined ? {} : { html }) }
  const extraction = await extractDocument(document, options)
  extraction.warnings.push(...doubts.map((doubt) => ({ ...place, ...doubt })))
  return extraction
}
