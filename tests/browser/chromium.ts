/** Where is a browser for the tests? The one of CHROMIUM_PATH, then the usual places. */

import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  chromium.executablePath(),
]

const path = PLACES.find((place) => place !== undefined && existsSync(place))

if (path === undefined) {
  const message = 'no Chromium found: set CHROMIUM_PATH, or install it (apt-get install chromium)'
  if (process.env.REQUIRE_BROWSER) throw new Error(message)
  console.warn(`skipped: ${message}`)
}

/** False where there is no browser: the tests that need one are skipped. */
export const hasBrowser = path !== undefined

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: path!, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
