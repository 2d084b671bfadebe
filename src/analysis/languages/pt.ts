/** How does Portuguese lose its endings? Snowball's algorithm by `natural`. */

import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_pt.js'
import { por } from 'stopword/src/stopwords_por.js'
import { fold } from '../fold.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { stopList } from './stop-list.js'

// Endings that carry this accent in (nearly) every word that has them.
const ENDINGS: readonly [RegExp, string][] = [
  [/cao$/, 'ção'],
  [/coes$/, 'ções'],
  [/ao$/, 'ão'],
  [/oes$/, 'ões'],
  [/ave(l|is)$/, 'áve$1'],
  [/ive(l|is)$/, 'íve$1'],
  [/ancia(s?)$/, 'ância$1'],
  [/encia(s?)$/, 'ência$1'],
  [/iamos$/, 'íamos'],
  [/avamos$/, 'ávamos'],
]

export const language: LanguageModule = {
  tag: TAGS.pt,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer.stem(written)),
  respell: (surface) => {
    for (const [ending, accented] of ENDINGS) if (ending.test(surface)) return surface.replace(ending, accented)
    return surface
  },
  accents: { a: 'áâã', c: 'ç', e: 'éê', i: 'í', o: 'óôõ', u: 'úü' },
  // "Migração" and "migrações" have different stems.
  kin: (surface) =>
    /.ao$/.test(surface)
      ? [surface.replace(/ao$/, 'oes')]
      : /.oes$/.test(surface)
        ? [surface.replace(/oes$/, 'ao')]
        : [],
  stopwords: stopList(por, {
    more: 'ser é são foi foram era eram está estão estava estar ter tem têm tinha há haver seja sejam sobre sob após ante desde nesta neste nessa nesse dessa desse desta deste cada outro outra outros outras todo toda todos todas onde cujo cuja porque pois assim',
  }),
}
