/** Which countries may a person mean whose name belongs to two? */

/** In the languages whose names of countries are known. */
const SHARED: readonly [name: RegExp, codes: readonly string[]][] = [
  [/^(the |le |el |il |o )?(congo|kongo|конго|الكونغو)$/iu, ['CD', 'CG']],
  [/^(korea|cor[ée]e|corea|coreia|корея|كوريا)$/iu, ['KP', 'KR']],
]

/** The ISO 3166-1 codes of the countries that are called so, where they are several; else undefined. */
export function countriesCalled(name: string): readonly string[] | undefined {
  return SHARED.find(([pattern]) => pattern.test(name.trim()))?.[1]
}
