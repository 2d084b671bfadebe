/** How does Italian lose its endings? Snowball's algorithm by `natural`. */

import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_it.js'
import { ita } from 'stopword/src/stopwords_ita.js'
import { fold } from '../fold.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { stopList } from './stop-list.js'

const ITY = /(al|el|ar|iv|os|an|un|bil|cil|ic|ac|oc)ita$/

export const language: LanguageModule = {
  tag: TAGS.it,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer.stem(written)),
  respell: (surface) => surface.replace(ITY, '$1ità'),
  accents: { a: 'à', e: 'èé', i: 'ì', o: 'ò', u: 'ù' },
  // "Frontiera" is not the future of "fronte".
  accentShrink: 2,
  stopwords: stopList(ita, {
    less: 'tutto tutti stato',
    more: 'coll nell dell dall sull all un quest quell e ma o se così essere stato stata stati state fra verso dopo prima senza ogni altro altra altri altre presso',
  }),
}
