/** What does `stopword` export? (It ships no types of its own.) */

declare module 'stopword' {
  export const ara: readonly string[]
  export const deu: readonly string[]
  export const eng: readonly string[]
  export const fra: readonly string[]
  export const ita: readonly string[]
  export const nld: readonly string[]
  export const por: readonly string[]
  export const rus: readonly string[]
  export const spa: readonly string[]
  export const ukr: readonly string[]
}
