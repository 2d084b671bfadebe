// Where are the countries on a map? Writes src/page/world-shapes.ts.
//
// Shapes are those of Natural Earth 1:50m (public domain), as the npm package world-atlas (ISC) has them, in the Equal Earth
// projection, which keeps areas true. Run by hand when they are renewed:
//   node tests/page/generate-world.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

/** Units of the drawing across. */
const WIDTH = 1600
/** The strip that is drawn: nobody lives beyond. */
const SOUTH = -57
const NORTH = 84
/** Square units below which an island of several is left out. */
const SPECK = 3
/** Square units below which a country is drawn as a dot. */
const DOT = 75

/** Parts that Natural Earth draws with a state and that have codes of their own: degrees west, south, east, north. */
const PARTS = [
  ['FR', 'GF', [-55, 1, -51, 6]],
  ['FR', 'GP', [-62, 15.7, -60.9, 16.6]],
  ['FR', 'MQ', [-61.4, 14.3, -60.7, 15]],
  ['FR', 'RE', [55, -21.5, 56, -20.7]],
  ['FR', 'YT', [44.9, -13.1, 45.4, -12.5]],
  ['NO', 'SJ', [5, 74, 36, 82]],
  ['NO', 'BV', [3, -55, 4, -54]],
  ['NL', 'BQ', [-69, 12, -62, 18]],
]
/** Areas without a code in Natural Earth, and the state of which they are a part here. */
const WITHOUT_CODE = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY' }
/** Places that are not drawn at this scale, or lie outside the strip: degrees east and north. */
const PLACES = {
  AQ: [0, -56],
  BQ: [-68.3, 12.2],
  BV: [3.4, -54.4],
  CC: [96.8, -12.2],
  CX: [105.6, -10.5],
  GI: [-5.35, 36.14],
  GP: [-61.5, 16.2],
  GS: [-36.7, -54.4],
  HM: [73.5, -53.1],
  MQ: [-61, 14.7],
  RE: [55.5, -21.1],
  TF: [69.2, -49.3],
  TK: [-171.8, -9.2],
  TV: [179.2, -8.5],
  UM: [166.6, 19.3],
  YT: [45.2, -12.8],
}

const read = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
const atlas = JSON.parse(read('../../node_modules/world-atlas/countries-50m.json'))
const { version } = JSON.parse(read('../../node_modules/world-atlas/package.json'))
const known = [...read('../../src/places/names-cldr.ts').matchAll(/^([A-Z]{2})\|/gm)].map((match) => match[1])

// Turned by eleven degrees, so that the edge of the map runs through the Bering Strait and not through Siberia.
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' })
const top = projection([11, NORTH])[1]
const height = Math.round(projection([11, SOUTH])[1] - top)
const [dx, dy] = projection.translate()
projection.translate([dx, dy - top])
const path = geoPath(projection)

/** ISO numbers are aliases of regions in CLDR. */
const codeOf = ({ id, properties }) =>
  id === undefined ? WITHOUT_CODE[properties.name] : Intl.getCanonicalLocales(`und-${id}`)[0].slice(4)

const isWithin = ([lon, lat], [west, south, east, north]) => lon > west && lon < east && lat > south && lat < north

/** Polygons by country. */
const polygons = new Map()
for (const area of feature(atlas, atlas.objects.countries).features) {
  const state = codeOf(area)
  if (state === undefined || state === 'AQ') continue
  const { type, coordinates } = area.geometry
  for (const rings of type === 'Polygon' ? [coordinates] : coordinates) {
    const polygon = { type: 'Polygon', coordinates: rings }
    const centre = geoCentroid(polygon)
    const code = PARTS.find(([of, , box]) => of === state && isWithin(centre, box))?.[1] ?? state
    polygons.set(code, [...(polygons.get(code) ?? []), polygon])
  }
}

/** One ring in whole units, relative to its first point; undefined when nothing is left of it. */
function ringPath(points) {
  const whole = points.map(([x, y]) => [Math.round(x), Math.round(y)])
  const kept = whole.filter(([x, y], i) => i === 0 || x !== whole[i - 1][0] || y !== whole[i - 1][1])
  // Points on a straight line between their neighbours say nothing.
  const bent = kept.filter(([x, y], i) => {
    const [a, b] = [kept[i - 1], kept[i + 1]]
    return !a || !b || (x - a[0]) * (b[1] - y) !== (y - a[1]) * (b[0] - x)
  })
  const last = bent.at(-1)
  if (bent.length > 1 && last[0] === bent[0][0] && last[1] === bent[0][1]) bent.pop()
  if (bent.length < 3) return undefined
  const steps = bent.slice(1).map(([x, y], i) => [x - bent[i][0], y - bent[i][1]])
  const numbers = steps.flat().map(String)
  return `M${bent[0].join(' ')}l${numbers.map((n, i) => (i > 0 && !n.startsWith('-') ? ` ${n}` : n)).join('')}z`
}

function pathOf(polygon) {
  const rings = []
  let ring
  path.context({
    beginPath() {},
    moveTo: (x, y) => rings.push((ring = [[x, y]])),
    lineTo: (x, y) => ring.push([x, y]),
    closePath: () => ring.push(ring[0]),
    arc() {},
  })(polygon)
  path.context(null)
  return rings.map(ringPath).filter(Boolean).join('')
}

const rows = known.map((code) => {
  const own = (polygons.get(code) ?? []).sort((a, b) => geoArea(b) - geoArea(a))
  const areas = own.map((polygon) => path.area(polygon))
  const place = PLACES[code] ? projection(PLACES[code]) : own[0] && path.centroid(own[0])
  if (!place) throw new Error(`${code} is nowhere: state its place`)
  const area = areas.reduce((sum, each) => sum + each, 0)
  const shape =
    area < DOT
      ? ''
      : own
          .filter((_, i) => i === 0 || areas[i] >= SPECK)
          .map(pathOf)
          .join('')
  return `${code}|${place.map(Math.round).join(' ')}|${shape}`
})

writeFileSync(
  fileURLToPath(new URL('../../src/page/world-shapes.ts', import.meta.url)),
  `/** Where are the countries on a map? Written by tests/page/generate-world.mjs from Natural Earth 1:50m (public domain; world-atlas ${version}). */

/** Units of the drawing across and down: Equal Earth, 84° N to 57° S, in the middle 11° E. */
export const WORLD_SIZE = { width: ${WIDTH}, height: ${height} } as const

/** Rows of code, place of the middle, and outline; places too small to be drawn have no outline. */
export const WORLD = \`
${rows.join('\n')}
\`
`,
)
