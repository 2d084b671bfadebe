/** How does French lose its endings? Snowball's algorithm by `@orama/stemmers`: closer to the official lists than `natural`. */

import { stemmer } from '@orama/stemmers/french'
import { fold } from '../fold.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { wordSet } from './stop-list.js'

// Endings that carry this accent in (nearly) every word that has them.
const ENDINGS: readonly [RegExp, string][] = [
  [/erent$/, 'èrent'],
  [/iere(s?)$/, 'ière$1'],
  [/ee(s?)$/, 'ée$1'],
  [/([ao])i(que|sme|ste)(s?)$/, '$1ï$2$3'],
  [/(al|il|ar|or|ur|iv|[aou]c|ric|tic|os)ite(s?)$/, '$1ité$2'],
]

// Written by hand, without accents, which folding takes off: half of the list of `stopword` are tenses that no release uses.
const STOPWORDS =
  'a ai ainsi ait apres as au aussi autre autres aux avaient avait avec avoir avons ayant c car ce ceci celle celles celui ces cet cette ceux chez comme contre d dans de depuis des donc dont du elle elles en entre es est et etaient etait etant ete etre eu eux faire fut ici il ils j je jusqu l la le les leur leurs lors lorsqu lui m ma mais me meme moi mon n ne ni nos notre nous on ont ou par pas pendant plus pour puisqu qu quand que quel quelle quelles quels qui s sa sans se selon sera serait ses si soient soit son sont sous sur t tous tout toute toutes tres tu un une vers vos votre vous y'

export const language: LanguageModule = {
  tag: TAGS.fr,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer(written)),
  respell: (surface) => {
    for (const [ending, accented] of ENDINGS) if (ending.test(surface)) return surface.replace(ending, accented)
    return surface
  },
  accents: { a: 'àâ', c: 'ç', e: 'éèê', i: 'ïî', o: 'ô', u: 'ûù' },
  stopwords: wordSet(STOPWORDS),
}
