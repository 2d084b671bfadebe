/** How much memory did this process use at its highest? */

/** Peak resident memory of the process so far, in MiB, from the operating system. */
export function peakMemoryMiB(): number {
  // Kilobytes on every platform, as libuv reports it.
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
