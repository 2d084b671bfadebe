// Which names, codes and regions do CLDR and the tz database give? Writes src/places/names-cldr.ts and src/places/cities-cldr.ts.
//
// Run by hand when CLDR is renewed: unpack the npm packages cldr-localenames-full, cldr-dates-full and cldr-core
// (Unicode-3.0 licence) into one folder, then
//   node tests/places/generate-tables.mjs FOLDER [ZONE_TAB]
// ZONE_TAB is zone.tab of the tz database (public domain), by default /usr/share/zoneinfo/zone.tab.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [folder, zoneTab = '/usr/share/zoneinfo/zone.tab'] = process.argv.slice(2)
const languages = ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'de', 'it']
const json = (path) => JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'))
const version = json('cldr-core/package.json').version

// CLDR's labels tell same-named places apart; running text uses these names instead.
const insteadOf = {
  CD: {
    en: 'Democratic Republic of the Congo',
    fr: 'République démocratique du Congo',
    es: 'República Democrática del Congo',
    ar: 'جمهورية الكونغو الديمقراطية',
    pt: 'República Democrática do Congo',
    ru: 'Демократическая Республика Конго',
    de: 'Demokratische Republik Kongo',
    it: 'Repubblica Democratica del Congo',
  },
  CG: {
    en: 'Republic of the Congo',
    fr: 'République du Congo',
    es: 'República del Congo',
    ar: 'جمهورية الكونغو',
    pt: 'República do Congo',
    ru: 'Республика Конго',
    de: 'Republik Kongo',
    it: 'Repubblica del Congo',
  },
  HK: {
    en: 'Hong Kong',
    fr: 'Hong Kong',
    es: 'Hong Kong',
    ar: 'هونغ كونغ',
    pt: 'Hong Kong',
    ru: 'Гонконг',
    de: 'Hongkong',
    it: 'Hong Kong',
  },
  MO: { en: 'Macao', fr: 'Macao', es: 'Macao', ar: 'ماكاو', pt: 'Macau', ru: 'Макао', de: 'Macau', it: 'Macao' },
  PS: {
    en: 'Palestine',
    fr: 'Palestine',
    es: 'Palestina',
    ar: 'فلسطين',
    pt: 'Palestina',
    ru: 'Палестина',
    de: 'Palästina',
    it: 'Palestina',
  },
  SX: { fr: 'Sint Maarten' },
  VG: { ru: 'Британские Виргинские острова' },
  VI: { en: 'US Virgin Islands', es: 'Islas Vírgenes de los Estados Unidos', ru: 'Американские Виргинские острова' },
  UM: {
    en: 'US Outlying Islands',
    es: 'Islas menores alejadas de los Estados Unidos',
    ru: 'Внешние малые острова США',
  },
  TR: { en: 'Turkey' },
  TL: { ar: 'تيمور ليشتي' },
}

/** Forms of one CLDR label as running text has them. */
function forms(label) {
  const parts = [label.replace(/\s*\(.*?\)\s*/g, ' ').trim()]
  const inside = /\((.*?)\)/.exec(label)?.[1]
  if (inside !== undefined && /^(Burma|Birmanie|Birmania|Birmânia|Бирма|بورما)$/.test(inside)) parts.push(inside)
  return parts.flatMap((name) => {
    const written = name
      .replace(/^о-ва /, 'Острова ')
      .replace(/^о-в /, 'Остров ')
      .replace(/ о-ва\b| о-ва$/, ' острова')
      .replace(/’/g, "'")
      .replace(/ — /g, '-')
    return written.includes(' & ') ? [written.replace(/ & /g, ' and '), written.replace(/ & /g, ' ')] : [written]
  })
}

const alpha3 = json('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings
const containment = json('cldr-core/supplemental/territoryContainment.json').supplemental.territoryContainment
const territories = Object.fromEntries(
  languages.map((l) => [
    l,
    json(`cldr-localenames-full/main/${l}/territories.json`).main[l].localeDisplayNames.territories,
  ]),
)

// M49 sub-regions as the United Nations group them: below Africa and Latin America CLDR is one level finer.
const subRegion = {
  '015': '015',
  '011': '202',
  '017': '202',
  '014': '202',
  '018': '202',
  '021': '021',
  '013': '419',
  '029': '419',
  '005': '419',
  143: '143',
  '030': '030',
  '035': '035',
  '034': '034',
  145: '145',
  151: '151',
  154: '154',
  '039': '039',
  155: '155',
  '053': '053',
  '054': '054',
  '057': '057',
  '061': '061',
}
const stray = {
  AQ: '010',
  BV: '419',
  GS: '419',
  HM: '053',
  TF: '202',
  UM: '057',
  TW: '030',
  IO: '202',
  CX: '053',
  CC: '053',
}
const regionOf = (code) => {
  for (const [m49, region] of Object.entries(subRegion)) if (containment[m49]?._contains.includes(code)) return region
  return stray[code]
}

// Exceptional reservations and groupings that are not ISO 3166-1 countries.
const notCountries = new Set(['AC', 'AN', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'])
const codes = Object.keys(territories.en).filter((c) => /^[A-Z]{2}$/.test(c) && !notCountries.has(c))
const rows = codes.map((code) => {
  const names = languages.map((l) => {
    const given = insteadOf[code]?.[l]
    const labels = given === undefined ? [territories[l][code]] : [given]
    for (const alternative of ['variant', 'short']) {
      const label = territories[l][`${code}-alt-${alternative}`]
      if (
        label !== undefined &&
        !/Islas Malvinas|Malouines|Malwinen|Malvine|Мальвин|مالفيناس|Aotearoa|Аотеароа|\(R|\(D|\(ДРК/.test(label)
      )
        labels.push(label)
    }
    return [...new Set(labels.flatMap(forms))].join(';')
  })
  return [code, code === 'XK' ? 'XKX' : alpha3[code]._alpha3, regionOf(code), ...names].join('|')
})

writeFileSync(
  fileURLToPath(new URL('../../src/places/names-cldr.ts', import.meta.url)),
  `/**
 * What does CLDR call each country? Usual and variant names in eight languages, ISO 3166-1 codes and UN M49 sub-regions.
 *
 * Generated by tests/places/generate-tables.mjs from Unicode CLDR ${version} (Unicode-3.0 licence); not edited by hand.
 * A row is: alpha-2 | alpha-3 | M49 sub-region | ${languages.join(' | ')}; names of one language are separated by semicolons.
 */
export const CLDR_NAMES = \`
${rows.join('\n')}
\`
`,
)

const zones = readFileSync(zoneTab, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))
const cityNames = Object.fromEntries(
  languages.map((l) => [l, json(`cldr-dates-full/main/${l}/timeZoneNames.json`).main[l].dates.timeZoneNames.zone]),
)
const legacy = {
  'Asia/Kolkata': 'Asia/Calcutta',
  'Asia/Yangon': 'Asia/Rangoon',
  'Asia/Kathmandu': 'Asia/Katmandu',
  'Asia/Ho_Chi_Minh': 'Asia/Saigon',
  'Europe/Kyiv': 'Europe/Kiev',
  'Africa/Asmara': 'Africa/Asmera',
  'Atlantic/Faroe': 'Atlantic/Faeroe',
  'America/Nuuk': 'America/Godthab',
}
const cityRows = []
for (const [code, , zone] of zones) {
  if (
    /^(AQ|UM|TF|IO|CC|CX|NF|PN|WF|TK)$/.test(code) ||
    /Indiana\/|Kentucky\/|North_Dakota\/|Argentina\/|Universal|Danmarkshavn|Scoresbysund|Rio_Gallegos|Nome|Macquarie|Currie|Lindeman|Eucla|Troll|Chatham|Easter|Resolute|Creston|Dawson|Center|Midway|Wake|Johnston|Madeira|Bahia|Broken_Hill|Canary|Azores|Gambier|Oral$/.test(
      zone,
    )
  )
    continue
  const named = languages.map((l) => {
    const look = (id) => id.split('/').reduce((node, key) => node?.[key], cityNames[l])?.exemplarCity
    return look(zone) ?? (legacy[zone] === undefined ? undefined : look(legacy[zone]))
  })
  const fallback = zone.split('/').at(-1).replaceAll('_', ' ')
  // A name of three Latin letters and fewer is left out: without its accents it is a plain word or an acronym ("Amã", "Rom").
  const names = named.map((n) => (n ?? fallback).replace(/\s*\(.*\)|\s*\[.*\]|, .*$/g, '').replace(/’/g, "'"))
  cityRows.push([code, ...names.map((n) => (/^[\p{Script=Latin}]{1,3}$/u.test(n) ? '' : n))].join('|'))
}

writeFileSync(
  fileURLToPath(new URL('../../src/places/cities-cldr.ts', import.meta.url)),
  `/**
 * What are the cities that name time zones (most capitals) called in eight languages?
 *
 * Generated by tests/places/generate-tables.mjs from Unicode CLDR ${version} (Unicode-3.0 licence) and the tz database
 * (public domain); not edited by hand. A row is: alpha-2 | ${languages.join(' | ')}.
 */
export const CLDR_CITIES = \`
${cityRows.join('\n')}
\`
`,
)
