/** Where do the archives of a test stand? */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A function that gives new folders, which are removed after the tests of the file. */
export function temporaryFolders(): () => string {
  const base = mkdtempSync(join(tmpdir(), 'datelines-growth-'))
  let made = 0
  afterAll(() => rmSync(base, { recursive: true, force: true }))
  return () => join(base, `archive-${made++}`)
}
