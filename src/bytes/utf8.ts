/** In what order do keys stand? Code point order, which is also the byte order of UTF-8, and shared beginnings. */

/** Compares two well-formed strings by code points: negative, 0 or positive. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    // Units of surrogate pairs (0xD800-0xDFFF) stand for code points above 0xFFFF, so they sort after 0xE000-0xFFFF.
    return (x >= 0xd800 ? surrogateLast(x) : x) - (y >= 0xd800 ? surrogateLast(y) : y)
  }
  return a.length - b.length
}

function surrogateLast(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000
}

/** How many UTF-16 units two strings share at the start, never ending inside a surrogate pair. */
export function sharedUnits(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  let i = 0
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (i > 0 && (a.charCodeAt(i - 1) & 0xfc00) === 0xd800) i--
  return i
}

/** The shortest beginning of `next` that sorts after `previous`: what separates two neighbouring packs. */
export function separator(previous: string, next: string): string {
  const shared = sharedUnits(previous, next)
  const width = next.codePointAt(shared)! > 0xffff ? 2 : 1
  return next.slice(0, shared + width)
}

/** The index of the last separator that is not after `key`; -1 when all are. Separators ascend in code point order. */
export function findPack(separators: readonly string[], key: string): number {
  let low = 0
  let high = separators.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareCodePoints(separators[middle]!, key) <= 0) low = middle + 1
    else high = middle
  }
  return low - 1
}
