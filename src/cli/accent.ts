/** How does one colour become that of a whole page? Two of its shades that can be read, on light and on dark. */

import { UsageError } from './usage-error.js'

type Colour = readonly [red: number, green: number, blue: number]

/** What the page's cards are painted in, light and dark: `--card` of `page.css`. */
const LIGHT: Colour = [255, 255, 255]
const DARK: Colour = [27, 33, 39]

/** Contrast of links with the card. WCAG asks for 4.5; tinted grounds take some of it away. */
const CONTRAST = 5.2

/**
 * The style sheet of a colour.
 *
 * @param text `#rgb` or `#rrggbb`
 * @throws UsageError for anything else
 */
export function themeOf(text: string, command: string): string {
  const colour = readColour(text)
  if (colour === undefined) {
    throw new UsageError(`--page-accent: expected a colour like #0b5c8a, got "${text}".`, command)
  }
  const light = readable(colour, LIGHT, [0, 0, 0])
  const dark = readable(colour, DARK, [255, 255, 255])
  const rules = (accent: Colour, words: Colour): string => `:root{--accent:${hex(accent)};--accent-text:${hex(words)}}`
  return `${rules(light, LIGHT)}\n@media (prefers-color-scheme:dark){${rules(dark, DARK)}}\n`
}

/** True for a style sheet as {@link themeOf} writes it. */
export function isTheme(css: string): boolean {
  const rule = String.raw`\{--accent:#[0-9a-f]{6};--accent-text:#[0-9a-f]{6}\}`
  return new RegExp(`^:root${rule}\\s+@media \\(prefers-color-scheme:dark\\)\\{:root${rule}\\}\\s*$`).test(css)
}

function readColour(text: string): Colour | undefined {
  const digits = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(text.trim())
  if (!digits) return undefined
  const long = digits[2] ?? [...digits[1]!].map((digit) => digit + digit).join('')
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16))
  return [red, green, blue]
}

const hex = (colour: Colour): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** The colour, or as little as is needed nearer to black or white, so that it can be read on a ground. */
function readable(colour: Colour, ground: Colour, towards: Colour): Colour {
  for (let share = 0; share < 1; share += 0.02) {
    const [red = 0, green = 0, blue = 0] = colour.map((part, at) => part + (towards[at]! - part) * share)
    if (contrast([red, green, blue], ground) >= CONTRAST) return [red, green, blue]
  }
  return towards
}

/** The contrast ratio of WCAG 2.2. */
export function contrast(a: Colour, b: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance of WCAG 2.2. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
