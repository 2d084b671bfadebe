/** May an address be shown as a link? */

/** True for addresses that may be shown as a link: http, https and relative ones. */
export function isSafeUrl(url: string): boolean {
  return !/[\u0000-\u0020\u007f]/.test(url) && (!/^[a-z][a-z0-9+.-]*:/i.test(url) || /^https?:\/\/[^/]/i.test(url))
}
