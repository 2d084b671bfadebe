/** Can every check of `verify` fail? Each kind of thing is made wrong behind a checksum that fits, and must be named. */

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RootDescription } from '../../src/build/analysis-settings.js'
import { encodeRoot } from '../../src/build/publish.js'
import { removeFromArchive } from '../../src/build/remove-from-archive.js'
import { contentName } from '../../src/build/segment-output.js'
import { verifyArchive } from '../../src/build/verify-archive.js'
import { ByteReader } from '../../src/bytes/byte-reader.js'
import { inflateSync } from '../../src/bytes/inflate-node.js'
import { dateRuns, writeDates } from '../../src/format/dates.js'
import { openFacet, writeFacet, writeFacetValues } from '../../src/format/facets.js'
import { type IdEntry, openIds, writeIds } from '../../src/format/ids.js'
import { isPlain, openPack, sealPack } from '../../src/format/pack.js'
import { openRemoved, type Removed, writeRemoved } from '../../src/format/removed.js'
import { decodeRoot, type Root, type SegmentPackKind, segmentLayout } from '../../src/format/root.js'
import { openWords, readWords, type WordEntry, writeWords } from '../../src/format/words.js'
import type { Release } from '../../src/types.js'
import { Random } from '../helpers/random.js'
import { generateCollection } from '../oracle/generate.js'
import { add, build } from './changes-by-hand.js'
import { temporaryFolders } from './folders.js'
import { makeRelease } from './releases.js'

const newFolder = temporaryFolders()
let files: Map<string, Uint8Array>

/** A release of which a copy comes later. */
const COPIED: Release = {
  id: 'copied',
  title: 'Kits for returnees',
  body: 'Three hundred returnees received shelter kits at the border before they went on to their homes in the north.',
  date: '2029-01-01',
  language: 'en',
}

beforeAll(async () => {
  const directory = newFolder()
  const random = new Random(3)
  const releases = generateCollection(5, 200).releases.map(({ release }) => release)
  // The first two in order, alike in everything but their texts.
  const twin = (id: string, body: string): Release => ({ id, title: 'Twin', body, date: '1970-01-01', language: 'en' })
  await build(directory, [...releases, COPIED, twin('twin b', 'A camp in Macao'), twin('twin a', 'A border')])
  await add(
    directory,
    Array.from({ length: 20 }, (_, index) => makeRelease(random, `r${index}`)),
  )
  // A copy of what the first segment holds gives the older one a cluster.
  await add(directory, [{ ...COPIED, id: 'copy', date: '2030-01-01' }])
  await removeFromArchive(directory, [releases[3]!.id, releases[4]!.id, 'twin a'])
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dl'))
  files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(directory, name)))]))
  expect(await problemsOf(() => {})).toEqual([])
})

/** What `verify` says of the archive after a change of its files or its root. */
async function problemsOf(
  change: (root: Root<RootDescription>, changed: Map<string, Uint8Array>) => void,
): Promise<string[]> {
  const directory = newFolder()
  const changed = new Map(files)
  const root = (await decodeRoot(files.get('root.dl')!, 'root.dl', inflateSync)) as Root<RootDescription>
  change(root, changed)
  for (const [name, bytes] of changed) {
    mkdirSync(join(directory, name, '..'), { recursive: true })
    writeFileSync(join(directory, name), bytes)
  }
  // As a writer would have named them: no check must lean on the hash.
  for (const segment of root.segments) {
    const name = contentName(join(directory, segment.name))
    renameSync(join(directory, segment.name), join(directory, name))
    segment.name = name
  }
  writeFileSync(join(directory, 'root.dl'), encodeRoot(root))
  const { problems } = await verifyArchive(directory, { deep: true })
  rmSync(directory, { recursive: true, force: true })
  return problems.map(({ where, message }) => `${where}: ${message}`)
}

/** Gives the body of a pack of the first segment another content, and mends everything that says how long it is. */
function repack(kind: SegmentPackKind, change: (body: Uint8Array) => Uint8Array, ordinal = 0, segment = 0) {
  return (root: Root<RootDescription>, changed: Map<string, Uint8Array>): void => {
    const its = root.segments[segment]!
    const { file, offset, byteLength } = segmentLayout(its).packs[kind][ordinal]!
    const path = `${its.name}/${file}`
    const bytes = changed.get(path)!
    const name = { kind, segment: its.id, ordinal }
    const { reader, inflatedLength } = openPack(bytes.slice(offset, offset + byteLength), name, path)
    const raw = reader.raw(reader.remaining)
    const body = change(isPlain(kind) ? raw.slice() : (inflateSync(raw, inflatedLength) as Uint8Array).slice())
    const sealed = isPlain(kind) ? sealPack(name, body) : sealPack(name, deflateRawSync(body), body.length)
    changed.set(
      path,
      new Uint8Array(Buffer.concat([bytes.subarray(0, offset), sealed, bytes.subarray(offset + byteLength)])),
    )
    its.packs[kind][ordinal]!.byteLength = sealed.length
  }
}

const reader = (body: Uint8Array): ByteReader => new ByteReader(body, 'test')
const ids = (change: (entries: IdEntry[]) => void) =>
  repack('ids', (body) => {
    const entries = openIds(reader(body))
    change(entries)
    return writeIds(entries)
  })
const words = (change: (entries: WordEntry[]) => void, segment = 0) =>
  repack(
    'words',
    (body) => {
      const entries = [...readWords(openWords(reader(body)))]
      change(entries)
      return writeWords(entries)
    },
    0,
    segment,
  )
const removed = (change: (docs: Removed) => Removed) =>
  repack('removed', (body) => writeRemoved(change(openRemoved(reader(body)))), 0, 2)

/** Gives a facet of the first segment that has it another body. */
const facetOf =
  (name: string, change: (column: { rows: string[][]; values: string[] }) => Uint8Array): Case[2] =>
  (root, changed) => {
    const segment = root.segments.findIndex(({ facets }) => facets.includes(name))
    const { facets, statistics } = root.segments[segment]!
    const write = (body: Uint8Array): Uint8Array => {
      const { column, sets, values } = openFacet(reader(body), statistics.releases)
      return change({ rows: [...column].map((set) => sets[set]!.map((value) => values[value]!)), values })
    }
    repack('facet', write, facets.indexOf(name), segment)(root, changed)
  }
const regrouped = (change: (values: readonly string[]) => string[]): Case[2] =>
  facetOf('~regrouped', ({ rows, values }) => writeFacetValues(change(values), rows.length))

type Case = [what: string, told: RegExp, change: Parameters<typeof problemsOf>[0]]

describe('verify names', () => {
  it.each<Case>([
    [
      'an id that names no release',
      /names release 999, which does not exist/,
      ids((entries) => {
        entries[3]!.doc = 999
      }),
    ],
    [
      'an id that names another release',
      /which the ids say is/,
      ids((entries) => {
        entries.filter(({ isUrl }) => !isUrl)[3]!.doc++
      }),
    ],
    [
      'an id that is missing',
      /which the ids say is undefined/,
      ids((entries) => {
        entries.splice(
          entries.findIndex(({ isUrl }) => !isUrl),
          1,
        )
      }),
    ],
    [
      'an id of nothing',
      /the ids have \d+ releases/,
      ids((entries) => {
        entries.push({ key: '\u{10ffff}', isUrl: false, doc: 1 })
      }),
    ],
    [
      'an address of another release',
      /has the address/,
      ids((entries) => {
        const url = entries.find(({ isUrl }) => isUrl)!
        url.doc = (url.doc + 1) % 100
      }),
    ],
    [
      'words out of order',
      /is out of order/,
      words((entries) => {
        ;[entries[2], entries[3]] = [entries[3]!, entries[2]!]
      }),
    ],
    [
      'a word of more releases than its stem',
      /is in more releases than .*, of which it is a form/,
      words((entries) => {
        entries[5]!.docFreq += 1000
      }),
    ],
    [
      'a word of fewer releases than have it',
      /texts; the words say in/,
      words((entries) => {
        entries.find(({ docFreq }) => docFreq > 1)!.docFreq--
      }),
    ],
    [
      'a word of a stem that is none',
      /which is no term/,
      words((entries) => {
        entries[5]!.stem = 'zzz'
      }),
    ],
    [
      'a word of a stem that it has not',
      /the words say of/,
      words((entries) => {
        const [one, other] = entries.filter(({ tag, docFreq }) => tag === entries[5]!.tag && docFreq === 1)
        one!.stem = other!.stem
      }),
    ],
    [
      'a word that is missing',
      /the texts have the form/,
      words((entries) => {
        entries.splice(7, 1)
      }),
    ],
    [
      'a word that no text has',
      /the words have \S+0 \(\d+\) in its place/,
      words((entries) => {
        const at = entries.findIndex(({ surface }, index) => surface !== entries[index + 1]!.surface)
        entries.splice(at + 1, 0, { ...entries[at]!, surface: `${entries[at]!.surface}0` })
      }),
    ],
    [
      'a word that is removed from fewer releases',
      /texts; the words say \d/,
      words((entries) => {
        entries.find(({ removed }) => removed === 1)!.removed = 0
      }, 2),
    ],
    [
      'a word that is removed, and not said to be',
      /is in texts that are removed, and not among the words/,
      words((entries) => {
        entries.splice(7, 1)
      }, 2),
    ],
    [
      'dates that come to another number',
      /dated releases, the root says/,
      repack('dates', () => writeDates(dateRuns(['2010-01-01']))),
    ],
    [
      'dates that are not those of the texts',
      /date/,
      repack('dates', (body) => {
        body[2] = 1
        return body
      }),
    ],
    [
      'months that are not those of the dates',
      /month/,
      ({ segments }) => {
        segments[0]!.months[0]!.month = 12
      },
    ],
    [
      'a facet with other values',
      /facet|country/,
      repack('facet', (body) => {
        const { column, sets, values } = openFacet(reader(body), 203)
        const rows = [...column].map((set) => sets[set]!.map((value) => values[value]!))
        ;[rows[0], rows[1], rows[2]] = [['XX'], ['YY'], ['ZZ']]
        return writeFacet(rows)
      }),
    ],
    [
      'a removal of a segment that is not there',
      /which the root does not name before it/,
      removed((docs) => new Map([...docs.values()].map((list) => [12345, list]))),
    ],
    [
      'a removal of a release that is not there',
      /removes releases that \w+ does not have/,
      removed((docs) => new Map([...docs.keys()].map((id) => [id, [100_000]]))),
    ],
    [
      'a removal of other releases',
      /is removed from .* texts, titles and bodies; the dictionary says/,
      removed((docs) => new Map([...docs].map(([id, list]) => [id, list.map((doc) => (doc === 1 ? 0 : doc))]))),
    ],
    [
      'removed releases of another language',
      /releases with the language "de" are removed, the root says 7/,
      ({ segments }) => {
        segments[2]!.removedLanguages.set('de', 7)
      },
    ],
    [
      'removed releases of another month',
      /the removed months in the root are not those/,
      ({ segments }) => {
        segments[2]!.removedMonths = []
      },
    ],
    [
      'another number of undated removals',
      /undated releases are removed, the root says/,
      ({ segments }) => {
        segments[2]!.removed.undated++
      },
    ],
    ...(['bodyLength', 'titleLength'] as const).map(
      (field): Case => [
        `another ${field} of what is removed`,
        /lengths that are removed come to/,
        ({ segments }) => {
          segments[2]!.removed[field]++
        },
      ],
    ),
    [
      'a facet that is said to be lost',
      /no older release has the facet topic any more, but one has/,
      ({ segments }) => {
        segments[2]!.lostFacets = ['topic']
      },
    ],
    ...(
      [
        ['no cluster', /does not say which release has which cluster/, () => ['1 2']],
        [
          'a segment that is not there',
          /which is not before it/,
          ([told]) => [`1 ${told!.split(' ').slice(1).join(' ')}`],
        ],
        ['a release that is not there', /there is none/, ([told]) => [told!.replace(/ \w+ /, ' zzz ')]],
        ['a release twice', /twice/, ([told]) => [told!, `${told!}0`]],
        ['a cluster that is not named by its first', /not named by its text/, ([told]) => [`${told!}0`]],
      ] as [string, RegExp, (told: readonly string[]) => string[]][]
    ).map(([what, told, change]): Case => [`clusters of older releases: ${what}`, told, regrouped(change)]),
    [
      'values of releases that are about older ones',
      /has a value that is about older ones/,
      (root, changed) =>
        facetOf('~regrouped', (column) => writeFacet(column.rows.map(() => column.values)))(root, changed),
    ],
    [
      'a release in several clusters',
      /in several clusters/,
      (root, changed) => facetOf('~cluster', (column) => writeFacet(column.rows.map(() => ['a', 'b'])))(root, changed),
    ],
    [
      'another number of removals',
      /releases are removed, the root says/,
      ({ segments }) => {
        segments[2]!.removed.releases++
      },
    ],
    [
      'languages that are not those of the texts',
      /language/,
      ({ segments }) => {
        segments[0]!.languages.set('de', 7)
      },
    ],
    [
      'another number of undated releases',
      /dated releases/,
      ({ segments }) => {
        segments[0]!.statistics.undated++
      },
    ],
    [
      'lengths that are not those of the texts',
      /lengths come to/,
      ({ segments }) => {
        segments[0]!.statistics.titleLength++
      },
    ],
    [
      'separators out of place',
      /separator/,
      ({ segments }) => {
        segments[0]!.separators.terms[0] = '\u{10ffff}'
      },
    ],
    [
      'codes that are none',
      /./,
      ({ segments }) => {
        segments[0]!.codes.body[0]!.fill(1)
      },
    ],
    [
      'two segments of one id',
      /id/,
      ({ segments }) => {
        segments[1]!.id = segments[0]!.id
      },
    ],
    [
      'a file that nothing names',
      /no part of the archive names this file/,
      ({ segments }, changed) => {
        changed.set(`${segments[0]!.name}/terms-9999.dl`, new Uint8Array(3))
      },
    ],
    [
      'a lexicon with less',
      /lexicon/,
      (root) => {
        delete root.lexicon
      },
    ],
  ])('%s', async (_, expected, change) => {
    const problems = await problemsOf(change)
    expect(problems.join('\n')).toMatch(expected)
  })
})
