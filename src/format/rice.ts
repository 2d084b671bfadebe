/** Which Rice parameter suits? Derived from what reader and writer both know, so that none is stored. */

/** Largest parameter used; a gap and its parameter then fit one 32-bit read. */
export const MAX_RICE = 24

/** Minus ln(golden ratio - 1): see {@link riceParameter}. */
const SHARE = 0.4812118250596

/**
 * The Rice parameter for `count` gaps that add up to about `span`: the best k for geometric gaps is the whole part of
 * 1 + log2(-ln(golden ratio - 1) * mean) (Kiely 2004, Selecting the Golomb Parameter in Rice Coding). It bounds the
 * unary parts of a list to about two bits a gap.
 */
export function riceParameter(span: number, count: number): number {
  const scaled = (2 * SHARE * span) / count
  return scaled < 2 ? 0 : Math.min(MAX_RICE, 31 - Math.clz32(Math.min(scaled, 0x7fffffff)))
}
