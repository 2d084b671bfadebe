/** How does Arabic lose its clitics and endings? Snowball's algorithm by `@orama/stemmers`; `natural` has none. */

import { stemmer } from '@orama/stemmers/arabic'
import { fold } from '../fold.js'
import type { LanguageModule } from '../languages.js'
import { TAGS } from '../tags.js'
import { wordSet } from './stop-list.js'

// Written by hand: the list of `stopword` has months, numbers, return and visit in it, and most of the rest with vowel signs.
const STOPWORDS =
  'في من إلى على عن مع هذا هذه ذلك تلك هؤلاء أولئك التي الذي الذين اللذين اللتين اللاتي ما ماذا لماذا لا لم لن ليس ليست لو لولا لكن لكي كي أن إن أنه أنها إنه إنها بأن لأن كأن كان كانت كانوا كنت يكون تكون سوف قد وقد لقد هو هي هم هن هما أنا أنت نحن وهو وهي وهم كما كل كلا جميع بعض أي أية أيضا غير عند عندما بين بينما بعد بعدما قبل حتى حيث حول خلال منذ ضد نحو لدى دون بدون سوى إلا أو أم أما ثم بل إذا إذ فإن فإنه وإن وأن وكان وكانت وفي ومن وعن وعلى وإلى ولا ولم ولن وما ومع وكل بها به بهم لها له لهم لنا لك فيها فيه فيهم عليها عليه عليهم منها منه منهم عنها عنه إليها إليه هناك هنا الآن كذلك هكذا مثل حسب تحت فوق أمام وراء عبر ضمن لدي بما مما فيما كيف متى أين هل يا و ف ب ل ك'

// "And" and "so" before the article stay on in Snowball's algorithm, though they are in half of all sentences.
const AND_THE = /^[وف](?=(?:ال|بال|كال|لل)..)/
// "To the" swallows the first letter of the one frequent word that begins like it.
const REFUGEE = /^[وف]?ل(لا?جئ)/
const PLURAL = /ات$/

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
  stopwords: wordSet(STOPWORDS),
}
