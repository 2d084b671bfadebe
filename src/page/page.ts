/** What does the search page do? It opens the archive, and shows what the address says. */

import { openArchive } from '../open-browser.js'
import type { Archive } from '../query/archive.js'
import { makeLabels } from '../query/labels.js'
import type { Applied, FacetCount, SearchPage } from '../types.js'
import type { Context } from './context.js'
import { element, refill } from './element.js'
import { facetList } from './facet-list.js'
import { makeReleaseView } from './release-view.js'
import { results } from './results.js'
import { makeSearchBox } from './search-box.js'
import { type PageState, readState, searchOptions, writeState } from './state.js'
import { INTERFACES, RIGHT_TO_LEFT } from './texts.js'
import { timeline, zoomedYear } from './timeline.js'

/** Facets with a place of their own, or none. */
const PLACED = ['year', 'month', 'date', 'country', 'mention', 'language']

/** Facets whose values are countries, beside those that are called so. */
const COUNTRY_FACETS = ['origins', 'destinations']

/** Values of a facet that are counted; nobody reads more. */
const VALUES = 300

const address = document.querySelector<HTMLMetaElement>('meta[name="datelines-archive"]')?.content ?? 'archive/'

let archive: Archive
let state = readState(location.search)
let applied: Applied | undefined
let searching = new AbortController()

const box = makeSearchBox(makeContext)
const reader = makeReleaseView(() => go({ release: undefined }))
const found = element('main', { id: 'results', tabindex: -1 })
const said = element('p', { role: 'status', class: 'unseen' })
const time = element('div')
const facets = element('div')
const filters = element('details', { class: 'filters' }, element('summary', {}), facets)
const skip = element('a', { class: 'skip', href: '#results' })
const languages = element('select', {
  onchange: () => go({ locale: languages.value }),
})
const wide = matchMedia('(min-width: 56rem)')
filters.open = wide.matches
wide.addEventListener('change', () => {
  filters.open = wide.matches
})

function makeContext(): Context {
  const texts = INTERFACES[state.locale]!
  const numbers = new Intl.NumberFormat(state.locale)
  const unknown = { '': texts.undated }
  const none = { '': texts.none }
  const own = Object.fromEntries((archive?.info.facets ?? []).map((facet) => [facet, none]))
  const labels = makeLabels(state.locale, { ...own, year: unknown, month: unknown, date: unknown })
  return {
    archive,
    texts,
    state,
    go,
    number: (value) => numbers.format(value),
    label: (facet, value) => labels.label(COUNTRY_FACETS.includes(facet) && value !== null ? 'country' : facet, value),
  }
}

/** Goes to another state. */
function go(change: Partial<PageState>, how: 'push' | 'replace' = 'push'): void {
  const isSearch = Object.keys(change).some((name) => !['release', 'locale', 'offset'].includes(name))
  const next = { ...state, ...(isSearch && { offset: 0 }), ...change }
  const path = writeState(next)
  const isSame = path === writeState(state)
  state = next
  if (isSame) return
  if (how === 'push') history.pushState(null, '', path)
  else history.replaceState(null, '', path)
  const isReading = Object.keys(change).every((name) => name === 'release')
  if (isReading) void show(() => reader.update(makeContext(), applied))
  else void show(render)
}

/** Runs a step; when it fails, says so in the place of the results. */
async function show(step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    const { texts } = makeContext()
    refill(
      found,
      element(
        'div',
        { role: 'alert', class: 'notice' },
        element('p', {}, texts.failed),
        element('p', { class: 'help', dir: 'auto' }, error instanceof Error ? error.message : String(error)),
        element(
          'button',
          { type: 'button', onclick: () => void show(archive === undefined ? start : render) },
          texts.again,
        ),
      ),
    )
  }
}

async function render(): Promise<void> {
  searching.abort()
  searching = new AbortController()
  const { signal } = searching
  const now = state
  frame(makeContext())
  found.setAttribute('aria-busy', 'true')
  const own = archive.info.facets.filter((facet) => !PLACED.includes(facet))
  const listed = ['country', 'language', 'mention', ...own].filter((facet) => archive.info.facets.includes(facet))
  const zoomed = zoomedYear(now.time)
  const page = await archive.search(now.query, {
    ...searchOptions(now),
    facets: {
      year: true,
      ...(zoomed !== undefined && { month: true }),
      ...Object.fromEntries(listed.map((facet) => [facet, { limit: VALUES }])),
    },
    signal,
  })
  if (signal.aborted) return
  applied = page.applied
  const context = makeContext()
  refill(found, ...results(context, page))
  found.removeAttribute('aria-busy')
  said.textContent =
    page.total === 0 ? context.texts.noResults : context.texts.releases(context.number(page.total), page.total)
  refill(time, timeline(context, page.facets.year ?? [], monthCounts(page, zoomed)))
  refill(
    facets,
    ...listed.map((facet) => facetList(context, facet, facetTitle(context, facet), page.facets[facet] ?? [])),
  )
  await reader.update(context, applied)
}

function monthCounts(page: SearchPage, year: string | undefined): FacetCount[] {
  return (page.facets.month ?? []).filter(({ value }) => String(value).startsWith(`${year}-`))
}

/** Facets whose names the page knows in every language; others show the name they were given. */
const NAMED = ['country', 'language', 'mention', 'region', 'origins', 'destinations', 'topic'] as const

function facetTitle({ texts }: Context, facet: string): string {
  const known = NAMED.find((name) => name === facet)
  return known === undefined ? facet.charAt(0).toUpperCase() + facet.slice(1) : texts[known]
}

/** The texts around the results, in the language of the interface. */
function frame(context: Context): void {
  const { texts } = context
  document.documentElement.lang = state.locale
  document.documentElement.dir = RIGHT_TO_LEFT.has(state.locale) ? 'rtl' : 'ltr'
  document.title = state.query === '' ? texts.title : `${state.query} – ${texts.title}`
  skip.textContent = texts.skip
  filters.firstElementChild!.textContent = texts.filters
  languages.setAttribute('aria-label', texts.interface)
  refill(
    languages,
    ...Object.entries(INTERFACES).map(([tag, { name }]) =>
      element('option', { value: tag, lang: tag, selected: tag === state.locale }, name),
    ),
  )
  box.update(context)
}

async function start(): Promise<void> {
  const context = makeContext()
  frame(context)
  refill(found, element('p', { class: 'help' }, context.texts.loading))
  archive = await openArchive(address)
  await render()
}

document.body.append(
  skip,
  element('header', {}, element('div', { class: 'top' }, box.element, languages)),
  element('div', { class: 'columns' }, element('aside', {}, time, filters), found),
  said,
  reader.element,
)
addEventListener('popstate', () => {
  state = readState(location.search)
  void show(render)
})
void show(start)
