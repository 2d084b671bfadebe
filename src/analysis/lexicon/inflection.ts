/**
 * Which cases do Russian and German put a name into? Endings as alternatives, in the notation of `formSequences`.
 *
 * Written by hand, after the usual declensions of school grammars.
 */

const CYRILLIC = /^[А-Яа-яЁё'’-]+$/

// Nominative ending and those of the other cases; the first that fits. What is left out does not decline ("Мали").
const RUSSIAN_ENDINGS: readonly [RegExp, string][] = [
  [/([Оо])строва$/, '$1стров(а|ов|ам|ами|ах)'],
  [/(ск|н|т|р|д|в|к)ие$/, '$1и(е|х|м|ми)'],
  [/ые$/, 'ы(е|х|м|ми)'],
  [/ая$/, '(ая|ой|ую)'],
  [/ия$/, 'и(я|и|ю|ей)'],
  [/(ск|н)ий$/, '$1(ий|ого|ому|им|ом)'],
  [/ый$/, '(ый|ого|ому|ым|ом)'],
  [/([нк])ое$/, '$1(ое|ого|ому|ым|им|ом)'],
  [/а$/, '(а|ы|и|е|у|ой)'],
  [/я$/, '(я|и|е|ю|ей)'],
  [/ь$/, '(ь|и|я|ю|ью|ем|е)'],
  [/й$/, '(й|я|ю|ем|е)'],
  [/ы$/, '(ы|ов||ам|ами|ах)'],
  [/([бвгджзклмнпрстфхцчшщ])$/, '$1(а|у|ом|е|)'],
]
/** Further words of a long name are genitives that stay as they are. */
const DECLINED_WORDS = 2

/** A Russian name with the endings of its cases; names in other scripts, and abbreviations, come back as they are. */
export function declinedRussian(name: string): string {
  let declined = 0
  return name
    .split(' ')
    .map((word) => {
      if (!CYRILLIC.test(word) || word.length < 4 || word === word.toUpperCase() || declined++ >= DECLINED_WORDS)
        return word
      for (const [ending, cases] of RUSSIAN_ENDINGS) if (ending.test(word)) return word.replace(ending, cases)
      return word
    })
    .join(' ')
}

/** A German name with the endings of its adjectives, and the genitive of a single word. */
export function declinedGerman(name: string): string {
  const words = name.split(' ')
  if (words.length === 1) return /[^sxzß]$/.test(name) && /[a-zäöü]{3}$/.test(name) ? `${name}(s)` : name
  return words
    .map((word, i) =>
      i < words.length - 1 && /^\p{Lu}\p{L}{4,}[a-z]e$/u.test(word) && !/(?:Republik|Küste)$/.test(word)
        ? `${word}(n)`
        : word,
    )
    .join(' ')
}
