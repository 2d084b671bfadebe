/** What was found? The number of releases, how the search was widened, and a page of hits. */

import { namesCountries } from '../query/country-facets.js'
import { isTimeRange } from '../query/filters.js'
import { LANGUAGE_FACET } from '../query/language-range.js'
import { isTime } from '../query/time-axis.js'
import type { Hit, MarkedText, SearchPage } from '../types.js'
import { COUNTRY_FACETS, type Context } from './context.js'
import { exportMenu } from './download.js'
import { element, markedNodes } from './element.js'
import { icon } from './icons.js'
import { allFilters, PAGE_SIZE, writeState } from './state.js'

/** Other names of a word that are listed. */
const NAMES = 4

/** A date as precise as it is known, in the language of the interface. */
export function dateText(context: Context, date: string | undefined): string {
  if (date === undefined) return context.texts.undated
  return context.label(date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'date', date)
}

/** When, where, in which language. */
export function metaLine(context: Context, hit: Pick<Hit, 'date' | 'countries' | 'language'>): HTMLElement {
  const language = hit.language && context.label('language', hit.language)
  const list = new Intl.ListFormat(context.state.locale, { type: 'unit', style: 'short' })
  const countries = list.format(hit.countries.map((code) => context.label('country', code)))
  return element(
    'p',
    { class: 'meta' },
    element('time', hit.date === undefined ? {} : { datetime: hit.date }, dateText(context, hit.date)),
    ...[countries, language].flatMap((text) => (text ? [' · ', element('bdi', {}, text)] : [])),
  )
}

/** What is shown as the title of a release: some have none. */
export const titleNodes = ({ texts }: Context, title: MarkedText): Node[] =>
  title.text.trim() === '' ? [element('span', { class: 'untitled' }, texts.untitled)] : markedNodes(title)

/** A link to the reading view of a release. */
export function releaseLink(context: Context, id: string, language: string | undefined, children: Node[]): HTMLElement {
  return element(
    'a',
    {
      href: writeState({ ...context.state, release: id }),
      dir: 'auto',
      'data-key': `release-${id}`,
      ...(language !== undefined && { lang: language }),
      onclick: (event) => {
        const { ctrlKey, metaKey, shiftKey } = event as MouseEvent
        if (ctrlKey || metaKey || shiftKey) return
        event.preventDefault()
        context.go({ release: id })
      },
    },
    ...children,
  )
}

/** The whole of the results, with the map among them where there is one. */
export function results(context: Context, page: SearchPage, map?: HTMLElement): HTMLElement[] {
  const { texts, number } = context
  const count = page.groups ?? page.total
  return [
    element(
      'div',
      { class: 'summary' },
      element(
        'h2',
        { class: 'total' },
        element('strong', {}, texts.releases(number(page.total), page.total)),
        count !== page.total && element('span', { class: 'help' }, ` ${texts.shown(number(count))}`),
        page.applied.cut && element('span', { class: 'help' }, ` ${texts.cut}`),
      ),
      element(
        'div',
        { class: 'tools' },
        ...orderMenu(context),
        mapButton(context),
        page.total > 0 && exportMenu(context),
      ),
    ),
    ...chips(context),
    ...(map === undefined ? [] : [map]),
    ...widening(context, page),
    ...unreadFilters(context),
    ...unknownValues(context, page),
    ...corrections(context, page),
    page.hits.length === 0
      ? nothing(context)
      : element(
          'ol',
          { class: 'hits', start: context.state.offset + 1 },
          ...page.hits.map((hit) => hitItem(context, hit)),
        ),
    ...pager(context, count),
  ]
}

function hitItem(context: Context, hit: Hit): HTMLElement {
  const { texts, number } = context
  const title = titleNodes(context, hit.titleSnippet ?? { text: hit.title, marks: [] })
  return element(
    'li',
    {},
    element('h3', {}, releaseLink(context, hit.id, hit.language, title)),
    metaLine(context, hit),
    element(
      'p',
      { class: 'snippet', dir: 'auto', ...(hit.language !== undefined && { lang: hit.language }) },
      ...markedNodes(hit.snippet),
    ),
    hit.copies !== undefined && hit.copies > 1 && element('p', { class: 'copies' }, texts.copies(number(hit.copies))),
  )
}

/** That nothing was found, and what may be done about it. */
function nothing({ texts, state, go }: Context): HTMLElement {
  return element(
    'div',
    { class: 'nothing' },
    element('p', { class: 'lead' }, texts.noResults),
    element('p', { class: 'help' }, texts.noResultsHelp),
    Object.keys(allFilters(state)).length > 0 &&
      element(
        'button',
        { type: 'button', 'data-key': 'no-filters', onclick: () => go({ where: {}, time: undefined }) },
        texts.clear,
      ),
  )
}

function orderMenu(context: Context): HTMLElement[] {
  const { texts, state, go } = context
  const order = state.sort ?? (state.query.trim() === '' ? 'newest' : 'relevance')
  return [
    element(
      'select',
      {
        'aria-label': texts.sort,
        'data-key': 'sort',
        onchange: (event) => go({ sort: (event.target as HTMLSelectElement).value as 'relevance' }),
      },
      ...(['relevance', 'newest', 'oldest'] as const).map((value) =>
        element('option', { value, selected: value === order }, texts[value]),
      ),
    ),
    element(
      'label',
      { class: 'tick' },
      element('input', {
        type: 'checkbox',
        'data-key': 'fold',
        checked: state.fold,
        onchange: () => go({ fold: !state.fold }),
      }),
      texts.fold,
    ),
  ]
}

/** Shows the map, or hides it; nothing where no release names a country. */
function mapButton({ archive, texts, state, go }: Context): HTMLElement | false {
  const facet = COUNTRY_FACETS.find((each) => archive.info.facets.includes(each))
  const isShown = state.map !== undefined
  return (
    facet !== undefined &&
    element(
      'button',
      {
        type: 'button',
        class: 'tool',
        'data-key': 'map',
        'aria-pressed': String(isShown),
        onclick: () => go({ map: isShown ? undefined : facet }),
      },
      icon('map'),
      texts.map,
    )
  )
}

/** The filters that hold, each of which a click removes. */
function chips(context: Context): HTMLElement[] {
  const { texts, state, go, label } = context
  const filters = Object.entries(allFilters(state))
  if (filters.length === 0) return []
  const chip = (text: string, key: string, remove: () => void): HTMLElement =>
    element(
      'button',
      { type: 'button', class: 'chip on', 'data-key': key, 'aria-label': `${texts.remove}: ${text}`, onclick: remove },
      element('span', { dir: 'auto' }, text),
      element('span', { 'aria-hidden': 'true' }, ' ×'),
    )
  const made = filters.flatMap(([facet, filter]) => {
    if (facet === 'date') {
      const { time } = state
      const [from, to] = [time?.from, time?.to].map((bound) =>
        bound === undefined ? '' : dateText(context, String(bound)),
      )
      const text = time === null ? texts.undated : from === to ? (from ?? '') : `${from} – ${to}`
      return [chip(text, 'chip-time', () => go({ time: undefined }))]
    }
    const values = Array.isArray(filter) ? filter : null
    const { [facet]: _own, ...others } = state.where
    if (values === null) return [chip(facet, `chip-${facet}`, () => go({ where: others }))]
    return values.map((value) => {
      const rest = values.filter((each) => each !== value)
      return chip(label(facet, value), `chip-${facet}-${value}`, () =>
        go({ where: rest.length === 0 ? others : { ...others, [facet]: rest } }),
      )
    })
  })
  return [
    element(
      'div',
      { class: 'chips' },
      ...made,
      made.length > 1 &&
        element(
          'button',
          { type: 'button', class: 'link', onclick: () => go({ where: {}, time: undefined }) },
          texts.clear,
        ),
    ),
  ]
}

/** What was searched beyond what was typed, and the way back. */
function widening(context: Context, page: SearchPage): HTMLElement[] {
  const { texts, state, go } = context
  const { applied } = page
  const list = new Intl.ListFormat(state.locale)
  const ways = [
    ...applied.prefixes.filter(({ forms }) => forms > 1).map(({ word }) => texts.begins(word)),
    ...applied.fuzzy
      .filter(({ forms }) => forms.length > 0)
      .map(({ word, forms }) => texts.spelled(word, list.format(forms))),
    ...(applied.relaxed ? [texts.anyWord] : []),
    ...(applied.concepts ?? []).map(({ word, forms }) => texts.named(word, list.format(forms.slice(0, NAMES)))),
  ]
  if (ways.length === 0 && !state.exact) return []
  // That the last word may go on, and that Burma is Myanmar, is what everybody expects.
  const isExpected = applied.fuzzy.length === 0 && !applied.relaxed && !state.exact
  return [
    element(
      'p',
      { class: isExpected ? 'notice slight' : 'notice' },
      state.exact ? texts.isExact : `${texts.widened} ${list.format(ways)}. `,
      ' ',
      element(
        'button',
        { type: 'button', class: 'link', 'data-key': 'exact', onclick: () => go({ exact: !state.exact }) },
        state.exact ? texts.widen : texts.exact,
      ),
    ),
  ]
}

/** What the address asked for in vain. */
function unreadFilters({ texts, state }: Context): HTMLElement[] {
  if (state.unread.length === 0) return []
  const list = new Intl.ListFormat(state.locale)
  return [element('p', { class: 'notice unread', dir: 'auto' }, texts.unread(list.format(state.unread)))]
}

/** Filters in the query that ask for what there is not: by what they are, a line each. */
function unknownValues({ texts, state }: Context, { unknown = [] }: SearchPage): HTMLElement[] {
  const list = new Intl.ListFormat(state.locale)
  const named = new Map<(names: string) => string, string[]>()
  for (const { facet, value } of unknown) {
    const [tell, name] = namesCountries(facet)
      ? [texts.noCountry, `“${value}”`]
      : facet === LANGUAGE_FACET
        ? [texts.noLanguage, `“${value}”`]
        : [isTime(facet) ? (isTimeRange(value) ? texts.noRange : texts.noDate) : texts.noFacet, `${facet}:${value}`]
    named.set(tell, [...(named.get(tell) ?? []), name])
  }
  return [...named].map(([tell, names]) => element('p', { class: 'notice' }, tell(list.format(names))))
}

function corrections(context: Context, page: SearchPage): HTMLElement[] {
  const { texts, go } = context
  if (page.corrections.length === 0) return []
  return [
    element(
      'p',
      { class: 'notice' },
      `${texts.didYouMean} `,
      ...page.corrections.map(({ suggestion, query }) =>
        element('button', { type: 'button', class: 'link', dir: 'auto', onclick: () => go({ query }) }, suggestion),
      ),
    ),
  ]
}

function pager(context: Context, count: number): HTMLElement[] {
  const { texts, state, go, number } = context
  const last = Math.ceil(count / PAGE_SIZE)
  if (last < 2) return []
  const at = Math.floor(state.offset / PAGE_SIZE)
  const turn = (text: string, key: string, to: number): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        'data-key': key,
        disabled: to < 0 || to >= last,
        onclick: () => {
          go({ offset: to * PAGE_SIZE })
          // From there one reads on, with eyes or keys.
          document.getElementById('results')?.focus()
        },
      },
      text,
    )
  return [
    element(
      'nav',
      { class: 'pager', 'aria-label': texts.page(number(at + 1), number(last)) },
      turn(texts.previous, 'previous', at - 1),
      element('span', {}, texts.page(number(at + 1), number(last))),
      turn(texts.next, 'next', at + 1),
    ),
  ]
}
