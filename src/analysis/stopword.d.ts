/** What do the lists of `stopword` export? (Its root would bring the lists of all languages into one chunk, and it has no types.) */

declare module 'stopword/src/stopwords_eng.js' {
  export const eng: readonly string[]
}
declare module 'stopword/src/stopwords_ita.js' {
  export const ita: readonly string[]
}
declare module 'stopword/src/stopwords_nld.js' {
  export const nld: readonly string[]
}
declare module 'stopword/src/stopwords_por.js' {
  export const por: readonly string[]
}
declare module 'stopword/src/stopwords_rus.js' {
  export const rus: readonly string[]
}
declare module 'stopword/src/stopwords_spa.js' {
  export const spa: readonly string[]
}
declare module 'stopword/src/stopwords_ukr.js' {
  export const ukr: readonly string[]
}
