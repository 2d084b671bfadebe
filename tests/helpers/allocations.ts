/** How much memory was asked for? Counts the bytes of typed arrays and buffers that are made by their length. */

const COUNTED = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float64Array',
  'Array',
] as const

let total = 0

/** Replaces the constructors for the rest of the process; call once. */
export function countAllocations(): void {
  for (const name of COUNTED) {
    const original = globalThis[name] as unknown as { new (...args: unknown[]): object; BYTES_PER_ELEMENT?: number }
    const unit = name === 'ArrayBuffer' ? 1 : (original.BYTES_PER_ELEMENT ?? 8)
    const counting: typeof original = new Proxy(original, {
      construct(target, args, called) {
        if (args.length === 1 && typeof args[0] === 'number') total += args[0] * unit
        return Reflect.construct(target, args, called === counting ? target : called) as object
      },
    })
    Object.defineProperty(globalThis, name, { value: counting, writable: true, configurable: true })
  }
}

/** Bytes asked for since the last call. */
export function takeAllocated(): number {
  const bytes = total
  total = 0
  return bytes
}
