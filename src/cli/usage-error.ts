/** What was typed wrong on the command line? */

/** Wrong usage: an unknown command, option or value. The message says what is right; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  /** @param command the command whose help tells more; none for `datelines --help` */
  constructor(
    message: string,
    readonly command?: string,
  ) {
    super(message)
  }
}
