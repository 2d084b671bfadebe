/** Which words of forms may a word of a text stand for? Itself, and in Arabic what is left without its clitics. */

// "And", "so", "in", "to", "like", written together with the next word; "to the" loses its alef.
const ARABIC_CLITICS = /^[وف]?(?:لل|[بكل])(?=..)|^[وف](?=..)/

/** The words of forms that a folded surface may stand for, itself first. */
export function conceptKeys(surface: string): string[] {
  const clitic = ARABIC_CLITICS.exec(surface)
  if (clitic === null) return [surface]
  const bare = surface.slice(clitic[0].length)
  return clitic[0].endsWith('لل') ? [surface, bare, `ال${bare}`] : [surface, bare]
}
