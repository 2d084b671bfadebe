/** Where in the world are the releases about? A map shaded by count, whose countries can be selected like those of the list. */

import type { FacetCount } from '../types.js'
import { COUNTRY_FACETS, type Context } from './context.js'
import { element, svgElement } from './element.js'
import { selectedValues, toggledFilter } from './state.js'

/** Shades there are; `page.css` has a colour for each. */
const SHADES = 5

/** Radius of a country that is too small to be drawn, in units of the drawing. */
const DOT_RADIUS = 7

/** The drawing, loaded when it is first asked for. */
export interface World {
  width: number
  height: number
  places: { code: string; x: number; y: number; outline: string; isDot: boolean }[]
}

/** Loads the outlines of the countries. */
export async function loadWorld(): Promise<World> {
  const { WORLD, WORLD_SIZE } = await import('./world-shapes.js')
  const places = WORLD.trim()
    .split('\n')
    .map((row) => {
      const [code = '', place = '', outline = ''] = row.split('|')
      const [x = 0, y = 0] = place.split(' ').map(Number)
      return { code, x, y, outline, isDot: outline === '' }
    })
  return { ...WORLD_SIZE, places }
}

/**
 * The lowest counts of the shades, light to dark: equal steps of the logarithm, since few countries have most of the
 * releases. Fewer where there are not so many numbers between.
 */
export function shadeBounds(most: number): number[] {
  const bounds = Array.from({ length: SHADES }, (_, step) => Math.round(most ** (step / SHADES)))
  return [...new Set(bounds)].filter((bound) => bound <= most)
}

/** The class of a count: its place among the bounds, spread over all shades. */
function shadeOf(count: number, bounds: readonly number[]): number {
  const index = bounds.findLastIndex((bound) => bound <= count)
  if (index < 0) return 0
  return bounds.length === 1 ? Math.ceil(SHADES / 2) : 1 + Math.round((index * (SHADES - 1)) / (bounds.length - 1))
}

/** The map of one facet, with its legend; `world` is undefined where the outlines could not be loaded. */
export function worldMap(
  context: Context,
  world: World | undefined,
  facet: string,
  counts: readonly FacetCount[],
): HTMLElement {
  const { texts, archive, state, go } = context
  const offered = COUNTRY_FACETS.filter((each) => archive.info.facets.includes(each))
  const most = Math.max(0, ...counts.map(({ value, count }) => (value === null ? 0 : count)))
  const bounds = shadeBounds(most)
  return element(
    'section',
    { class: 'panel world', 'aria-labelledby': 'map-title' },
    element(
      'div',
      { class: 'panel-head' },
      element('h2', { id: 'map-title' }, texts.map),
      offered.length > 1 &&
        element(
          'select',
          {
            'aria-label': texts.mapShows,
            'data-key': 'map-facet',
            onchange: (event) => go({ map: (event.target as HTMLSelectElement).value }, 'replace'),
          },
          ...offered.map((each) => element('option', { value: each, selected: each === state.map }, texts[each])),
        ),
    ),
    ...(world === undefined
      ? [element('p', { class: 'notice', role: 'alert' }, texts.noMap)]
      : [drawing(context, world, facet, counts, bounds), legend(context, bounds, most)]),
  )
}

function drawing(
  context: Context,
  world: World,
  facet: string,
  counts: readonly FacetCount[],
  bounds: readonly number[],
): SVGElement {
  const { texts, state, go, number, label } = context
  const selected = selectedValues(state.where[facet])
  const known = new Map(counts.map(({ value, count }) => [value, count]))
  const toggle = (code: string): void => go({ where: toggledFilter(state.where, facet, code) })
  // Dots last, so that nothing lies over them.
  const ordered = [...world.places].sort((a, b) => Number(a.isDot) - Number(b.isDot))
  const chosen: { x: number; y: number; shape: SVGElement }[] = []
  const shapes = ordered.map(({ code, x, y, outline, isDot }) => {
    const count = known.get(code) ?? 0
    const name = label('country', code)
    const isSelected = selected.includes(code)
    const canBeSelected = count > 0 || isSelected
    if (isDot && !canBeSelected) return undefined
    const shape = svgElement(
      isDot ? 'circle' : 'path',
      {
        ...(isDot ? { cx: x, cy: y, r: DOT_RADIUS } : { d: outline }),
        class: `shade-${shadeOf(count, bounds)}`,
        ...(canBeSelected
          ? {
              role: 'checkbox',
              'aria-checked': String(isSelected),
              'aria-label': `${name}: ${texts.releases(number(count), count)}`,
              'data-key': `map-${code}`,
              tabindex: -1,
              onclick: () => toggle(code),
              onkeydown: (event) => onKey(event as KeyboardEvent, code),
            }
          : { 'aria-hidden': 'true' }),
      },
      svgElement('title', {}, count > 0 ? `${name}: ${number(count)}` : name),
    )
    if (canBeSelected) chosen.push({ x, y, shape })
    return shape
  })
  const first = chosen.find(({ shape }) => shape.getAttribute('aria-checked') === 'true') ?? chosen[0]
  first?.shape.setAttribute('tabindex', '0')

  function onKey(event: KeyboardEvent, code: string): void {
    const at = chosen.findIndex(({ shape }) => shape === event.currentTarget)
    if (event.key === 'Enter' || event.key === ' ') toggle(code)
    else {
      const to = nextPlace(chosen, at, event.key)
      if (to === undefined) return
      for (const { shape } of chosen) shape.setAttribute('tabindex', '-1')
      to.shape.setAttribute('tabindex', '0')
      to.shape.focus()
    }
    event.preventDefault()
  }

  return svgElement(
    'svg',
    {
      viewBox: `0 0 ${world.width} ${world.height}`,
      role: 'group',
      'aria-labelledby': 'map-title',
      'aria-describedby': 'map-help',
    },
    ...shapes,
  )
}

/** The nearest place in the direction of a key; what lies aside counts as farther. */
function nextPlace<T extends { x: number; y: number }>(places: readonly T[], at: number, key: string): T | undefined {
  const from = places[at]
  const [right, down] =
    { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] ?? ([0, 0] as const)
  if (from === undefined || (right === 0 && down === 0)) return undefined
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    const [dx, dy] = [place.x - from.x, place.y - from.y]
    const ahead = dx * right! + dy * down!
    const aside = Math.abs(dx * down!) + Math.abs(dy * right!)
    if (ahead <= 0) continue
    const distance = ahead + 2 * aside
    if (distance < least) [best, least] = [place, distance]
  }
  return best
}

function legend({ texts, number }: Context, bounds: readonly number[], most: number): HTMLElement {
  return element(
    'div',
    { class: 'legend' },
    element(
      'ul',
      { 'aria-label': texts.shades },
      ...bounds.map((from, index) => {
        const to = (bounds[index + 1] ?? most + 1) - 1
        const text = from === to ? number(from) : `${number(from)}–${number(to)}`
        return element('li', { class: `shade-${shadeOf(from, bounds)}` }, element('bdi', {}, text))
      }),
    ),
    element('p', { class: 'help', id: 'map-help' }, texts.mapHelp),
  )
}
