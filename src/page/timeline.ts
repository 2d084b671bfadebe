/** When were the releases published? Bars by year, or by month of one year, of which a span can be selected. */

import type { FacetCount } from '../types.js'
import type { Context } from './context.js'
import { element } from './element.js'
import { type ShownYears, shownYears, yearText } from './shown-years.js'
import type { PageState } from './state.js'

/** Stretches of years outside of the timeline that are offered, at the most. */
const MOST_OUTSIDE = 5

/** Years that are written under the bars, at the most. */
const MOST_LABELS = 8

/** The year whose months are shown, if there is one. */
export function zoomedYear(time: PageState['time']): string | undefined {
  const year = time?.from === undefined ? undefined : String(time.from).slice(0, 4)
  return year !== undefined && time?.to !== undefined && String(time.to).slice(0, 4) === year ? year : undefined
}

/** The part of the page about time. */
export function timeline(context: Context, years: readonly FacetCount[], months: readonly FacetCount[]): HTMLElement {
  const { texts, state, go, number, archive } = context
  const zoomed = zoomedYear(state.time)
  const shown = shownYears(years, archive.info.years)
  const bars = zoomed === undefined ? shown.years : monthsOf(zoomed, months)
  const undated = years.find(({ value }) => value === null)
  const readout = element('span', { class: 'readout', 'aria-hidden': 'true' })
  return element(
    'section',
    { class: 'time', 'aria-labelledby': 'time-title' },
    element(
      'div',
      { class: 'time-head' },
      element('h2', { id: 'time-title' }, zoomed === undefined ? texts.time : `${texts.time}: ${zoomed}`),
      readout,
      state.time !== undefined &&
        element(
          'button',
          { type: 'button', class: 'link', 'data-key': 'all-years', onclick: () => go({ time: undefined }) },
          texts.allYears,
        ),
      undated !== undefined &&
        element(
          'button',
          {
            type: 'button',
            class: 'chip',
            'data-key': 'undated',
            'aria-pressed': String(state.time === null),
            onclick: () => go({ time: state.time === null ? undefined : null }),
          },
          `${texts.undated} (${number(undated.count)})`,
        ),
      shown.years.length > 0 && spanMenus(context, shown),
    ),
    shown.outside.length > 0 && outsideYears(context, shown),
    barGroup(context, bars, zoomed !== undefined, readout),
    element('p', { class: 'help keys', id: 'time-help' }, texts.timeHelp),
  )
}

/** Releases far from most others in time: how many, and a way to each stretch of their years. */
function outsideYears({ texts, go, number }: Context, { outside }: ShownYears): HTMLElement {
  const total = outside.reduce((sum, { count }) => sum + count, 0)
  return element(
    'p',
    { class: 'help outside' },
    `${texts.outside(texts.releases(number(total), total))} `,
    ...outside.slice(0, MOST_OUTSIDE).flatMap(({ from, to }) => [
      element(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-key': `outside-${from}`,
          onclick: () => go({ time: { from: yearText(from), to: yearText(to) } }),
        },
        from === to ? yearText(from) : `${yearText(from)}–${yearText(to)}`,
      ),
      ' ',
    ]),
    outside.length > MOST_OUTSIDE && '…',
  )
}

/** The first and the last year to be chosen from lists, for fingers that are wider than a bar. */
function spanMenus({ texts, state, go }: Context, { years: shown, outside }: ShownYears): HTMLElement {
  const [first, last] = [Number(shown[0]!.value), Number(shown.at(-1)!.value)]
  const yearOf = (bound: unknown, other: number): number => Number(String(bound ?? other).slice(0, 4))
  const [from, to] = [yearOf(state.time?.from, first), yearOf(state.time?.to, last)]
  const stretches = outside.flatMap((each) => [each.from, each.to])
  // Years outside are chosen from too, as ends of their stretches, and so is what an address says.
  const years = [...new Set([...stretches, ...shown.map(({ value }) => Number(value)), from, to])].sort((a, b) => a - b)
  const [low, high] = [years[0]!, years.at(-1)!]
  const select = (a: number, b: number): void => {
    const [start, end] = [Math.min(a, b), Math.max(a, b)]
    go({ time: start <= low && end >= high ? undefined : { from: yearText(start), to: yearText(end) } })
  }
  const menu = (key: string, name: string, chosen: number, choose: (year: number) => void): HTMLElement =>
    element(
      'label',
      {},
      element('span', {}, name, ' '),
      element(
        'select',
        {
          'aria-label': name,
          'data-key': key,
          onchange: (event) => choose(Number((event.target as HTMLSelectElement).value)),
        },
        ...years.map((year) => element('option', { value: year, selected: year === chosen }, yearText(year))),
      ),
    )
  return element(
    'div',
    { class: 'span' },
    menu('time-from', texts.from, from, (year) => select(year, Math.max(year, to))),
    menu('time-to', texts.to, to, (year) => select(Math.min(year, from), year)),
  )
}

/** Twelve months, whether releases are known of them or not. */
function monthsOf(year: string, months: readonly FacetCount[]): FacetCount[] {
  const known = new Map(months.map((month) => [month.value, month]))
  return Array.from({ length: 12 }, (_, index) => {
    const value = `${year}-${String(index + 1).padStart(2, '0')}`
    return known.get(value) ?? { value, label: value, count: 0 }
  })
}

/** Whether a bar is within the span that is selected. */
function isSelected(value: string, time: PageState['time']): boolean {
  if (!time) return false
  const from = time.from === undefined ? '' : String(time.from)
  const to = time.to === undefined ? '9999' : String(time.to)
  return value >= from.slice(0, value.length) && value <= to.slice(0, value.length).padEnd(value.length, '~')
}

function barGroup(
  context: Context,
  bars: readonly FacetCount[],
  areMonths: boolean,
  readout: HTMLElement,
): HTMLElement {
  const { texts, state, go, number, label } = context
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const values = bars.map(({ value }) => String(value).padStart(4, '0'))
  const isWholeYear = areMonths && state.time !== null && String(state.time?.from).length === 4
  let anchor = -1
  let head = -1
  let wasDragged = false

  const buttons = bars.map((bar, index) => {
    const isOn = !isWholeYear && isSelected(values[index]!, state.time)
    const name = label(areMonths ? 'month' : 'year', bar.value)
    const tell = (): void => {
      readout.textContent = `${name}: ${texts.releases(number(bar.count), bar.count)}`
    }
    const button = element(
      'button',
      {
        type: 'button',
        class: 'bar',
        'data-key': `bar-${values[index]}`,
        tabindex: -1,
        'aria-pressed': String(isOn),
        'aria-label': `${name}: ${texts.releases(number(bar.count), bar.count)}`,
        onpointerenter: tell,
        onfocus: tell,
      },
      element('span', { class: bar.count === 0 ? 'fill empty' : 'fill' }),
    )
    button.style.setProperty('--share', String(bar.count / most))
    return button
  })
  const isPressed = (button: Element): boolean => button.getAttribute('aria-pressed') === 'true'
  const current = Math.max(0, buttons.findIndex(isPressed))
  buttons[current]?.setAttribute('tabindex', '0')

  function preview(): void {
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
    buttons.forEach((button, index) => void button.setAttribute('aria-pressed', String(index >= from && index <= to)))
  }

  function select(): void {
    const [from, to] = [values[Math.min(anchor, head)], values[Math.max(anchor, head)]]
    anchor = -1
    if (from === undefined || to === undefined) return
    const isSame = state.time?.from === from && state.time?.to === to
    const year = from.slice(0, 4)
    go({ time: !isSame ? { from, to } : areMonths ? { from: year, to: year } : undefined })
  }

  function focusBar(index: number): void {
    for (const button of buttons) button.setAttribute('tabindex', '-1')
    buttons[index]?.setAttribute('tabindex', '0')
    buttons[index]?.focus()
  }

  const group = element(
    'div',
    {
      class: ['bars', areMonths && 'months', buttons.some(isPressed) && 'chosen'].filter(Boolean).join(' '),
      role: 'group',
      'aria-labelledby': 'time-title',
      'aria-describedby': 'time-help',
      onpointerdown: (event) => {
        const index = indexAt(event as PointerEvent)
        if (index < 0) return
        anchor = head = index
        wasDragged = false
      },
      onpointermove: (event) => {
        const index = anchor < 0 ? -1 : indexAt(event as PointerEvent)
        if (index < 0 || index === head) return
        head = index
        wasDragged = true
        preview()
      },
      onpointerup: () => {
        if (anchor >= 0 && wasDragged) select()
      },
      onclick: (event) => {
        // After a drag it has been selected already; a key has no pointer that began it.
        if (wasDragged) {
          wasDragged = false
          return
        }
        const index = buttons.indexOf((event.target as Element).closest('button') as HTMLButtonElement)
        if (index < 0) return
        anchor = head = index
        select()
      },
      onpointercancel: () => {
        anchor = -1
      },
      onpointerleave: () => {
        readout.textContent = ''
      },
      onkeydown: (event) => onKey(event as KeyboardEvent),
    },
    ...buttons,
  )

  function indexAt({ clientX }: PointerEvent): number {
    return buttons.findIndex((button) => {
      const { left, right } = button.getBoundingClientRect()
      return clientX >= left && clientX < right
    })
  }

  function onKey(event: KeyboardEvent): void {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (at < 0) return
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const to =
      event.key === forward
        ? Math.min(at + 1, buttons.length - 1)
        : event.key === backward
          ? Math.max(at - 1, 0)
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? buttons.length - 1
              : -1
    if (event.key === 'Escape') go({ time: undefined })
    else if (event.key === 'Enter' && anchor >= 0 && anchor !== head) select()
    else if (to < 0) return
    else {
      if (event.shiftKey) {
        if (anchor < 0) anchor = at
        head = to
        preview()
      } else anchor = -1
      focusBar(to)
    }
    event.preventDefault()
  }

  const timeline = element('div', { class: 'timeline' }, group, axis(bars, areMonths, state.locale))
  timeline.style.setProperty('--bars', String(bars.length))
  return timeline
}

/** Labels under the bars: every month, and as many round years as can be read. */
function axis(bars: readonly FacetCount[], areMonths: boolean, locale: string): HTMLElement {
  return element(
    'div',
    { class: areMonths ? 'axis months' : 'axis', 'aria-hidden': 'true' },
    ...(areMonths ? monthLabels(bars, locale) : yearLabels(bars)),
  )
}

function monthLabels(bars: readonly FacetCount[], locale: string): HTMLElement[] {
  const names = (['short', 'narrow'] as const).map(
    (month) => new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }),
  )
  return bars.map(({ value }) =>
    element('span', {}, ...names.map((name) => element('span', {}, name.format(Date.parse(String(value)))))),
  )
}

function yearLabels(bars: readonly FacetCount[]): HTMLElement[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => bars.length / each <= MOST_LABELS) ?? 500
  return bars.flatMap(({ value }, index) => {
    if (Number(value) % step !== 0) return []
    const label = element('span', {}, String(value))
    label.style.setProperty('--at', String((index + 0.5) / bars.length))
    return [label]
  })
}
