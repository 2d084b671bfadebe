/** What stands at a dotted path of a record, and what is its plain value? */

/** True for objects that are neither arrays nor dates. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/**
 * What stands at a path such as `body.0.value`; undefined when nothing does. Only own properties count. A name that
 * itself holds a dot is found when it stands there whole.
 */
export function atPath(value: unknown, path: string): unknown {
  if (isObject(value) && Object.hasOwn(value, path)) return value[path]
  let here = value
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined
    here = (here as Record<string, unknown>)[name]
  }
  return here
}

/** Names under which content systems wrap a plain value: Drupal, WordPress, XML as JSON. */
const WRAPPED = ['value', 'rendered', 'name', 'code', '#text'] as const

/** The plain values in a value: of a list each one, of `{ value: … }` and its like the value. Blank strings and null are none. */
export function plainValues(value: unknown): (string | number | boolean | Date)[] {
  if (Array.isArray(value)) return value.flatMap((inner) => (Array.isArray(inner) ? [] : plainValues(inner)))
  if (isObject(value)) {
    const name = WRAPPED.find((wrapped) => Object.hasOwn(value, wrapped))
    return name === undefined || isObject(value[name]) ? [] : plainValues(value[name])
  }
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value === 'number') return Number.isFinite(value) ? [value] : []
  return typeof value === 'boolean' || value instanceof Date ? [value] : []
}
