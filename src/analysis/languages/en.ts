/** How does English lose its endings? Porter2 as Snowball 3 has it, after the spelling families have met. */

import { eng } from 'stopword'
import { type LanguageModule, TAGS } from '../languages.js'
import { sharedSpelling } from './en-spelling.js'
import { porter2 } from './en-stem.js'
import { stopList } from './stop-list.js'

export const language: LanguageModule = {
  tag: TAGS.en,
  letters: /^[a-z]+$/,
  stem: (written) => porter2(sharedSpelling(written)),
  stopwords: stopList(eng, {
    more: 'its us she not nor no so does did doing having been being whom whose why how when than too upon per via within without until during he i',
  }),
}
