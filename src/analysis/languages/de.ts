/** How does German lose its endings? Snowball's algorithm by `@orama/stemmers`; that of `natural` takes 76 KB. */

import { stemmer } from '@orama/stemmers/german'
import { fold } from '../fold.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { wordSet } from './stop-list.js'

// Umlauts written out: "Fluechtlinge" is Flüchtlinge. After a, e or q it is another u ("neue", "Quelle").
const WRITTEN_OUT = /(a|o|(?<![aeq])u)e/g

// "Migrantin" and "Migrantinnen" would have different stems.
const WOMEN = /(ant|ent|er|ling|ist)innen$/

// Written by hand: the list of `stopword` has people, years, rights and order among its 621 words.
const STOPWORDS =
  'aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei beim bereits bin bis bist da dabei dadurch dafür damit dann daran darauf daraus darin darüber darunter das dass daß davon dazu dein deine dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas euch euer für gegen habe haben hat hatte hatten hätte hätten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist jede jedem jeden jeder jedes jedoch kann kein keine keinem keinen keiner können könnte konnte man mein meine mehr mich mir mit muss müssen nach nachdem neben nicht noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seines seit selbst sich sie sind so sogar solche sollen sollte sondern sowie über um und uns unser unsere unter vom von vor wann war waren warum was weil weiter welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wo wurde wurden während würde würden zu zum zur zwar zwischen'

export const language: LanguageModule = {
  tag: TAGS.de,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer(written.replace(WRITTEN_OUT, '$1').replace(WOMEN, '$1in'))),
  stopwords: wordSet(STOPWORDS),
}
