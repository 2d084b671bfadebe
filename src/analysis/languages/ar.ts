/** How does Arabic lose its clitics and endings? Snowball's algorithm by `@orama/stemmers`; `natural` has none. */

import { stemmer } from '@orama/stemmers/arabic'
import { fold } from '../fold.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { wordSet } from './stop-list.js'

// Written by hand: the list of `stopword` has months, numbers, return and visit in it, and most of the rest with vowel signs.
// Without hamza and dots, which folding takes off.
const STOPWORDS =
  'اذ اذا الا الان التي الذي الذين اللاتي اللتين اللذين الي اليه اليها ام اما امام ان انا انت انه انها او اوليك اي ايضا اين ايه ب بان بدون بعد بعدما بعض بل بما به بها بهم بين بينما تحت تكون تلك ثم جميع حتي حسب حول حيث خلال دون ذلك سوف سوي ضد ضمن عبر علي عليه عليها عليهم عن عند عندما عنه عنها غير ف فان فانه فوق في فيما فيه فيها فيهم قبل قد ك كان كانت كانوا كذلك كل كلا كما كنت كي كيف ل لا لان لدي لقد لك لكن لكي لم لماذا لن لنا له لها لهم لو لولا ليس ليست ما ماذا متي مثل مع مما من منذ منه منها منهم نحن نحو هذا هذه هكذا هل هم هما هن هنا هناك هو هولاء هي و والي وان وراء وعلي وعن وفي وقد وكان وكانت وكل ولا ولم ولن وما ومع ومن وهم وهو وهي يا يكون'

// "And" and "so" before the article stay on in Snowball's algorithm, though they are in half of all sentences.
const AND_THE = /^[وف](?=(?:ال|بال|كال|لل)..)/
// "To the" swallows the first letter of the one frequent word that begins like it.
const REFUGEE = /^[وف]?ل(لا?جئ)/
const PLURAL = /ات$/
const ARTICLE = /^[وف]?(?:ال|بال|كال|لل)(?=...)/

export const language: LanguageModule = {
  tag: TAGS.ar,
  letters: /^[\u0621-\u064a]+$/,
  stem: (written) => {
    const bare = written.replace(REFUGEE, '$1').replace(AND_THE, '')
    const stemmed = fold(stemmer(bare))
    // The plural in -at loses its last letter alone when there is no article.
    return PLURAL.test(written) && stemmed.length > 3 ? stemmed.replace(/ا$/, '') : stemmed
  },
  // What folding makes one letter, writers often do as well.
  accents: { ا: 'أإآ', و: 'ؤ', ي: 'ىئ', ه: 'ة' },
  // Snowball's algorithm takes other endings off a word with its article, and of a short one not the article either:
  // "الكوليرا" and "كوليرا", "بالضحية" and "ضحية" have different stems.
  kin: (_, written) => {
    const bare = written.replace(ARTICLE, '')
    if (bare.length < 3) return []
    const spellings = bare.endsWith('ه') ? [bare, bare.replace(/ه$/, 'ة')] : [bare]
    return spellings.flatMap((each) => ['', 'ال', 'بال', 'لل'].map((clitic) => clitic + each))
  },
  stopwords: wordSet(STOPWORDS),
}
