/** Is this what was written? CRC-32 (ISO 3309, as in gzip), eight bytes a step. */

let platform: ((bytes: Uint8Array) => number) | undefined

/** Leaves checksums to the platform, whose code is fast from the first byte on. Browsers have none. */
export function setCrc32(checksum: (bytes: Uint8Array) => number): void {
  platform = checksum
}

let tables: Uint32Array[] | undefined

function makeTables(): Uint32Array[] {
  const tables = Array.from({ length: 8 }, () => new Uint32Array(256))
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    tables[0]![byte] = crc
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let table = 1; table < 8; table++) {
      const crc = tables[table - 1]![byte]!
      tables[table]![byte] = (crc >>> 8) ^ tables[0]![crc & 0xff]!
    }
  }
  return tables
}

/** The CRC-32 of `bytes[start, end)`. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  return platform === undefined ? tableCrc32(bytes, start, end) : platform(bytes.subarray(start, end))
}

/** {@link crc32} without help of the platform. */
export function tableCrc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  tables ??= makeTables()
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  let crc = -1
  let i = start
  for (; i + 8 <= end; i += 8) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    crc =
      t7[crc & 0xff]! ^
      t6[(crc >>> 8) & 0xff]! ^
      t5[(crc >>> 16) & 0xff]! ^
      t4[crc >>> 24]! ^
      t3[bytes[i + 4]!]! ^
      t2[bytes[i + 5]!]! ^
      t1[bytes[i + 6]!]! ^
      t0[bytes[i + 7]!]!
  }
  for (; i < end; i++) crc = (crc >>> 8) ^ t0[(crc ^ bytes[i]!) & 0xff]!
  return ~crc >>> 0
}
