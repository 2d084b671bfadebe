/** What does the search page do? It opens the archive, and shows what the address says. */

import { openArchive } from '../open-browser.js'
import type { Archive } from '../query/archive.js'
import type { Applied, FacetCount, SearchPage } from '../types.js'
import { breathe } from './breathe.js'
import { COUNTRY_FACETS, type Context, makeContext } from './context.js'
import { element, refill } from './element.js'
import { facetList } from './facet-list.js'
import { failure } from './failure.js'
import { makeProgress } from './progress.js'
import { refusedValues, withoutValues } from './refused.js'
import { makeReleaseView } from './release-view.js'
import { results } from './results.js'
import { makeSearchBox } from './search-box.js'
import { givenName, SETTINGS } from './settings.js'
import { allFilters, PAGE_SIZE, type PageState, readState, searchOptions, writeState } from './state.js'
import { INTERFACES, RIGHT_TO_LEFT } from './texts.js'
import { timeline, zoomedYear } from './timeline.js'
import { loadWorld, type World, worldMap } from './world-map.js'

/** Facets with a place of their own, in the order of their lists, and those that have none. */
const FIRST = ['country', 'region', 'origins', 'destinations', 'language']
const LAST = ['mention']
const UNLISTED = ['year', 'month', 'date']

/** Lists that are folded out from the beginning. */
const OUT = 2

/** Values of a facet that are counted: more than anybody reads, enough to be searched. */
const VALUES = 1000

let archive: Archive | undefined
let world: Promise<World | undefined> | undefined
let state = readState(location.search)
let applied: Applied | undefined
let searching = new AbortController()

const box = makeSearchBox(context)
const reader = makeReleaseView(() => go({ release: undefined }))
const progress = makeProgress()
const found = element(
  'main',
  { id: 'results', tabindex: -1 },
  ...Array.from({ length: 5 }, () => element('div', { class: 'awaited', 'aria-hidden': 'true' })),
)
const said = element('p', { role: 'status', class: 'unseen' })
const time = element('div', { class: 'time-place' })
const facets = element('div')
const filters = element('details', { class: 'filters', hidden: true }, element('summary', {}), facets)
const skip = element('a', { class: 'skip', href: '#results' })
const brand = element('a', {
  href: location.pathname,
  dir: 'auto',
  onclick: (event) => {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent
    if (ctrlKey || metaKey || shiftKey) return
    event.preventDefault()
    go({ query: '', where: {}, time: undefined, sort: undefined, exact: false, map: undefined, release: undefined })
  },
})
const about = element('p', { class: 'help' })
const home = SETTINGS.home === undefined ? null : element('a', { class: 'home', href: SETTINGS.home })
const languages = element('select', {
  onchange: () => go({ locale: languages.value }),
})
const wide = matchMedia('(min-width: 56rem)')
filters.open = wide.matches
wide.addEventListener('change', () => {
  filters.open = wide.matches
})

/** Made once for each state: formatters of numbers and names cost more than drawing. */
let made: Context | undefined

function context(): Context {
  // Parts that need an archive are drawn with answers of one.
  if (made?.state !== state || made.archive !== archive) made = makeContext(archive!, state, go)
  return made
}

/** Goes to another state. */
function go(change: Partial<PageState>, how: 'push' | 'replace' = 'push'): void {
  const isSearch = Object.keys(change).some((name) => !['release', 'locale', 'offset', 'map'].includes(name))
  const next = { ...state, ...(isSearch && { offset: 0, unread: [] }), ...change }
  const path = writeState(next)
  const isSame = path === writeState(state)
  state = next
  if (isSame) return
  if (how === 'push') history.pushState(null, '', path)
  else history.replaceState(null, '', path)
  const isReading = Object.keys(change).every((name) => name === 'release')
  if (isReading && archive !== undefined) void reader.update(context(), applied)
  else void render()
}

/** Shows what the state says; where that fails, says so with a way to try again. */
async function render(): Promise<void> {
  searching.abort()
  searching = new AbortController()
  const { signal } = searching
  frame(context())
  progress.begin(context().texts.slow)
  found.setAttribute('aria-busy', 'true')
  try {
    // What is known already is answered at once, and would be one long task with everything that is drawn.
    await breathe()
    if (signal.aborted) return
    const page = await answer(signal)
    // Filters that the archive refused are out by now.
    countFilters(context())
    await breathe()
    if (signal.aborted) return
    await draw(page, signal)
    if (signal.aborted) return
  } catch (error) {
    if (signal.aborted) return
    refill(
      found,
      failure(context(), error, () => void render()),
    )
  }
  progress.end()
  found.removeAttribute('aria-busy')
  await reader.update(context(), applied)
}

/** Shows what was published since the page was opened or last looked at. */
async function renew(): Promise<void> {
  if (document.hidden || archive === undefined) return
  // Where nothing can be asked now, what is shown stays.
  if (await archive.refresh().catch(() => false)) await render()
}

/** Searches; opens the archive first where that has not been done. */
async function answer(signal: AbortSignal): Promise<SearchPage> {
  const opened = (archive ??= await openArchive(SETTINGS.archive))
  const { facets } = opened.info
  try {
    return await search(opened, facets, signal)
  } catch (error) {
    // While it was asked the archive may have been replaced by one with other facets.
    if (signal.aborted || opened.info.facets.join() === facets.join()) throw error
    return search(opened, opened.info.facets, signal)
  }
}

async function search(opened: Archive, held: readonly string[], signal: AbortSignal): Promise<SearchPage> {
  if (state.map !== undefined) state = { ...state, map: mapFacet(held) }
  // An address may name facets that this archive has not, and countries that there are not.
  const unheld = Object.keys(state.where).filter((facet) => !held.includes(facet))
  if (unheld.length > 0) state = withoutValues(state, (facet) => unheld.includes(facet))
  let page: SearchPage
  try {
    page = await pageOf(opened, held, signal)
  } catch (error) {
    const refused = signal.aborted ? [] : await refusedValues(opened, state.where, signal)
    if (refused.length === 0) throw error
    state = withoutValues(state, (facet, value) => refused.some((each) => each[0] === facet && each[1] === value))
    page = await pageOf(opened, held, signal)
  }
  const count = page.groups ?? page.total
  if (page.hits.length > 0 || state.offset === 0 || count === 0) return page
  state = { ...state, offset: Math.floor((count - 1) / PAGE_SIZE) * PAGE_SIZE }
  return pageOf(opened, held, signal)
}

/** The page of the state, with the counts of all lists. */
function pageOf(opened: Archive, held: readonly string[], signal: AbortSignal): Promise<SearchPage> {
  return opened.search(state.query, {
    ...searchOptions(state),
    facets: {
      year: true,
      ...(zoomedYear(state.time) !== undefined && { month: true }),
      ...Object.fromEntries(listed(held).map((facet) => [facet, { limit: VALUES }])),
    },
    signal,
  })
}

/** The facets that have lists, in their order. */
function listed(held: readonly string[]): string[] {
  const own = held.filter((facet) => ![...FIRST, ...LAST, ...UNLISTED].includes(facet))
  return [...FIRST, ...own, ...LAST].filter((facet) => held.includes(facet))
}

/** The facet of the map, or the first that may be one. */
function mapFacet(held: readonly string[]): string | undefined {
  const offered = COUNTRY_FACETS.filter((facet) => held.includes(facet))
  return offered.find((facet) => facet === state.map) ?? offered[0]
}

async function mapOf(page: SearchPage): Promise<HTMLElement | undefined> {
  const facet = state.map
  if (facet === undefined) return undefined
  world ??= loadWorld().catch(() => {
    // Asked for again with the next answer.
    world = undefined
    return undefined
  })
  return worldMap(context(), await world, facet, page.facets[facet] ?? [])
}

async function draw(page: SearchPage, signal: AbortSignal): Promise<void> {
  applied = page.applied
  const shared = context()
  const { texts, number, archive } = shared
  refill(time, timeline(shared, page.facets.year ?? [], monthCounts(page)))
  refill(
    facets,
    ...listed(archive.info.facets).map((facet, index) =>
      facetList(
        shared,
        facet,
        facetTitle(shared, facet),
        page.facets[facet] ?? [],
        index < OUT || facet === 'language',
      ),
    ),
  )
  tellArchive(shared)
  filters.hidden = false
  await breathe()
  const drawnMap = signal.aborted ? undefined : await mapOf(page)
  if (signal.aborted) return
  refill(found, ...results(shared, page, drawnMap))
  said.textContent = page.total === 0 ? texts.noResults : texts.releases(number(page.total), page.total)
}

/** What the archive holds, beside its name. */
function tellArchive({ texts, number, archive }: Context): void {
  const { releases, years } = archive.info
  const span = years === null ? [] : years[0] === years[1] ? [years[0]] : years
  about.textContent = texts.about(texts.releases(number(releases), releases), span.join('–'))
}

function monthCounts(page: SearchPage): FacetCount[] {
  const year = zoomedYear(state.time)
  return (page.facets.month ?? []).filter(({ value }) => String(value).startsWith(`${year}-`))
}

/** Facets whose names the page knows in every language; others show the name they were given. */
const NAMED = ['country', 'language', 'mention', 'region', 'origins', 'destinations', 'topic'] as const

function facetTitle({ texts, state }: Context, facet: string): string {
  const given = givenName(facet, state.locale)
  if (given !== undefined) return given
  const known = NAMED.find((name) => name === facet)
  return known === undefined ? facet.charAt(0).toUpperCase() + facet.slice(1) : texts[known]
}

/** The language that the texts around the results are in. */
let spoken = ''

/** What is around the results. */
function frame(shared: Context): void {
  const { texts } = shared
  if (spoken !== state.locale) speak(shared)
  const title = SETTINGS.title ?? texts.title
  document.title = state.query === '' ? title : `${state.query} – ${title}`
  countFilters(shared)
  box.update(shared)
}

function countFilters({ texts, number }: Context): void {
  const count = Object.keys(allFilters(state)).length
  filters.firstElementChild!.textContent = count === 0 ? texts.filters : texts.filtersOn(number(count))
}

/** The texts that are the same in every state, in the language of the interface. */
function speak({ texts }: Context): void {
  spoken = document.documentElement.lang = state.locale
  document.documentElement.dir = RIGHT_TO_LEFT.has(state.locale) ? 'rtl' : 'ltr'
  brand.textContent = SETTINGS.title ?? texts.title
  home?.replaceChildren(texts.home)
  skip.textContent = texts.skip
  languages.setAttribute('aria-label', texts.interface)
  refill(
    languages,
    ...Object.entries(INTERFACES).map(([tag, { name }]) =>
      element('option', { value: tag, lang: tag, selected: tag === state.locale }, name),
    ),
  )
  box.speak(texts)
}

document.body.append(
  skip,
  element(
    'header',
    {},
    element(
      'div',
      { class: 'top' },
      element(
        'div',
        { class: 'brand' },
        element('div', {}, element('h1', {}, brand), about),
        element('div', { class: 'choice' }, home, languages),
      ),
      box.element,
    ),
    progress.element,
  ),
  element('div', { class: 'columns' }, time, element('aside', {}, filters), found),
  said,
  reader.element,
)
addEventListener('popstate', () => {
  state = readState(location.search)
  void render()
})
document.addEventListener('visibilitychange', () => void renew())
// The root that came with the page may be one that a cache had kept.
void breathe().then(render).then(renew)
// The first number takes the platform longer than a page of them: it has a task of its own, while the archive is being read.
setTimeout(() => context().number(0), 1)
