/** How does Arabic lose its clitics and endings? Snowball's algorithm by `@orama/stemmers`; `natural` has none. */

import { stemmer } from '@orama/stemmers/arabic'
import { ara } from 'stopword'
import { fold } from '../fold.js'
import { type LanguageModule, TAGS } from '../languages.js'
import { stopList } from './stop-list.js'

export const language: LanguageModule = {
  tag: TAGS.ar,
  letters: /^[\u0621-\u064a]+$/,
  stem: (written) => fold(stemmer(written)),
  // What folding makes one letter, writers often do as well.
  accents: { ا: 'أإآ', و: 'ؤ', ي: 'ىئ', ه: 'ة' },
  stopwords: stopList(
    ara.filter((word) => /^\p{L}[\p{L}\p{M}]+$/u.test(word)),
    {
      less: 'اعادة زيارة سنة سنوات شخصا للامم لوكالة لقاء قوة مليون مليار يوم عام عاما وقت الوقت صباح مساء صفر مايو ايار ايام نهاية اعلنت راح عين ثلاثة اربعة عشر عشرة الف واحد احد عدد حار غدا امس الثاني الثانية الاول الاولى برس شبه رجع جميع اليوم',
      more: 'في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن أن إن كان كانت يكون وهو وهي كما بعد قبل بين عند حتى أو ثم قد هو هي هم كل بعض غير حول خلال منذ ضد نحو لدى أي و',
    },
  ),
}
