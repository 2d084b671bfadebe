/** What do the buttons of the page show beside their words? Drawings of one line, in the colour of the text. */

import { svgElement } from './element.js'

const PATHS = {
  map: 'M2 4.500l4-2 4 2 4-2v9l-4 2-4-2-4 2zM6 2.500v9M10 4.500v9',
  save: 'M8 2v8M4.500 7L8 10.500 11.500 7M2.500 13.500h11',
  close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  down: 'M8 3v10M4 9l4 4 4-4',
} as const

/** An icon; it says nothing to those who cannot see it. */
export const icon = (name: keyof typeof PATHS): SVGElement =>
  svgElement(
    'svg',
    { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' },
    svgElement('path', { d: PATHS[name] }),
  )
