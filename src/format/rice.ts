/** Which Rice parameter suits? Derived from what reader and writer both know, so that none is stored. */

/** Largest parameter used; a gap and its parameter then fit one 32-bit read. */
export const MAX_RICE = 24

/**
 * The Rice parameter for `count` gaps that add up to about `span`: the largest k with 2^k <= ln 2 * span / count,
 * which is close to optimal for geometric gaps (Gallager and Van Voorhis 1975). It bounds the unary parts of a
 * list to about 1.5 bits a gap.
 */
export function riceParameter(span: number, count: number): number {
  const mean = (span * 0.6931471805599453) / count
  return mean < 2 ? 0 : Math.min(MAX_RICE, 31 - Math.clz32(Math.min(mean, 0x7fffffff)))
}
