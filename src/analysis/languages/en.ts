/** How does English lose its endings? Porter2 as Snowball 3 has it, after the spelling families have met. */

import { eng } from 'stopword/src/stopwords_eng.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { sharedSpelling } from './en-spelling.js'
import { porter2 } from './en-stem.js'
import { stopList } from './stop-list.js'

export const language: LanguageModule = {
  tag: TAGS.en,
  letters: /^[a-z]+$/,
  stem: (written) => porter2(sharedSpelling(written)),
  stopwords: stopList(eng, {
    more: 'its us she not nor no so does doing having whom whose why how when upon per via within without until during above below again against further once off down few own just will shall may yet am',
  }),
}
