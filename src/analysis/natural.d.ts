/** What do the deep modules of `natural` export? (The package types only its root, which must never be loaded.) */

declare module 'natural/lib/natural/stemmers/*.js' {
  const stemmer: { stem(word: string): string }
  export default stemmer
}
