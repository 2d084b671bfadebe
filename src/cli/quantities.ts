/** How are counts, sizes and times written for people? */

const integers = new Intl.NumberFormat('en')

/** A count with separators: `21,578`. */
export function formatCount(count: number): string {
  return integers.format(count)
}

/** A count with its noun: `1 release`, `2 releases`. */
export function formatNoun(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`
}

const BYTE_UNITS = ['kB', 'MB', 'GB', 'TB']

/** A size in decimal units: `812 B`, `6.8 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  let value = bytes / 1000
  let unit = 0
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000
    unit++
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${BYTE_UNITS[unit]}`
}

/** A time: `38 ms`, `4.2 s`, `3 min 05 s`, `2 h 10 min`. */
export function formatDuration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`
  const seconds = ms / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const two = (value: number) => String(value).padStart(2, '0')
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`
}

/** A number with few digits, as scores are shown: `0.0123`, `1.23`, `123`. */
export function formatDecimal(value: number): string {
  if (value === 0) return '0'
  const magnitude = Math.abs(value)
  return value.toFixed(magnitude >= 99.95 ? 0 : magnitude >= 0.0995 ? 2 : 4)
}
