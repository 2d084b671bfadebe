/** How does German lose its endings? Snowball's algorithm by `@orama/stemmers`; that of `natural` takes 76 KB. */

import { stemmer } from '@orama/stemmers/german'
import { deu } from 'stopword'
import { fold } from '../fold.js'
import { type LanguageModule, TAGS } from '../languages.js'
import { stopList } from './stop-list.js'

// Umlauts written out: "Fluechtlinge" is Flüchtlinge. After a, e or q it is another u ("neue", "Quelle").
const WRITTEN_OUT = /(a|o|(?<![aeq])u)e/g

export const language: LanguageModule = {
  tag: TAGS.de,
  letters: /^[a-z]+$/,
  stem: (written) => fold(stemmer(written.replace(WRITTEN_OUT, '$1'))),
  stopwords: stopList(deu, {
    less: 'ag mensch menschen mann ordnung recht rechte rechten rechter rechtes startseite suche zeit tag tage tagen jahr jahre jahren teil gross grosse grossen grosser grosses groß große großen großer großes kleine kleinen kleiner kleines neue neuen neuer neues schlecht offen gott sache ehrlich leicht kurz mittel drei vier fünf sechs sieben acht neun zehn elf zwanzig zwölf bekannt dank beispiel morgen heute schluss statt',
  }),
}
