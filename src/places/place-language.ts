/** In which languages are the names of places known? */

/** A language (BCP 47 base tag) whose names of countries, nationalities and cities are in the tables. */
export type PlaceLanguage = 'en' | 'fr' | 'es' | 'ar' | 'pt' | 'ru' | 'de' | 'it'

/** All of them, in the order in which ties between languages are settled. */
export const PLACE_LANGUAGES: readonly PlaceLanguage[] = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it']

/** The place language of a BCP 47 tag (`fr-CH` is `fr`), or undefined when its names are not known. */
export function placeLanguage(tag: string | undefined): PlaceLanguage | undefined {
  const base = tag?.toLowerCase().split(/[-_]/, 1)[0]
  return PLACE_LANGUAGES.find((language) => language === base)
}
