/** How is a page driven in Firefox and in WebKit? By the protocols of their own: WebDriver BiDi, and WebDriver. */

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'

/** One window of a browser. */
export interface DrivenPage {
  goto(url: string): Promise<void>
  /** What the promise of an expression gives; plain data. */
  evaluate(expression: string): Promise<unknown>
  close(): Promise<void>
}

export interface DrivenBrowser {
  name: string
  /** What is missing here, in words; undefined when nothing is. */
  missing: string | undefined
  open(): Promise<DrivenPage>
}

const present = (...places: (string | undefined)[]): string | undefined =>
  places.find((place) => place !== undefined && existsSync(place))

const wrapped = (expression: string): string =>
  `Promise.resolve(${expression}).then((value) => JSON.stringify({ value }), (error) => JSON.stringify({ error: String(error) }))`

function unwrapped(json: string): unknown {
  const { value, error } = JSON.parse(json) as { value?: unknown; error?: string }
  if (error !== undefined) throw new Error(error)
  return value
}

/** The first match in what a process prints. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const read = (chunk: Buffer): void => {
      text += chunk
      const found = pattern.exec(text)
      if (found !== null) resolve(found[1]!)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${text.slice(-500)}`)))
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000)
  await gone
  clearTimeout(timer)
}

const firefoxPath = present(process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox')

const firefox: DrivenBrowser = {
  name: 'Firefox',
  missing: firefoxPath === undefined ? 'no Firefox found: set FIREFOX_PATH, or apt-get install firefox-esr' : undefined,
  async open() {
    const profile = mkdtempSync(join(tmpdir(), 'datelines-firefox-'))
    const child = spawn(
      firefoxPath!,
      ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile, 'about:blank'],
      { env: { ...process.env, HOME: profile }, stdio: 'pipe' },
    )
    const address = await printed(child, /WebDriver BiDi listening on (\S+)/)
    const socket = new WebSocket(`${address}/session`)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    let last = 0
    const send = <T>(method: string, params: object): Promise<T> =>
      new Promise((resolve, reject) => {
        const id = ++last
        const read = (data: WebSocket.RawData): void => {
          const message = JSON.parse(String(data)) as { id?: number; result?: T; message?: string }
          if (message.id !== id) return
          socket.off('message', read)
          if (message.result === undefined) reject(new Error(`${method}: ${message.message}`))
          else resolve(message.result)
        }
        socket.on('message', read)
        socket.send(JSON.stringify({ id, method, params }))
      })
    await send('session.new', { capabilities: {} })
    const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {})
    const { context } = contexts[0]!
    return {
      async goto(url) {
        await send('browsingContext.navigate', { context, url, wait: 'complete' })
      },
      async evaluate(expression) {
        const { result, exceptionDetails } = await send<{
          result?: { value: string }
          exceptionDetails?: { text: string }
        }>('script.evaluate', { expression: wrapped(expression), target: { context }, awaitPromise: true })
        if (result === undefined) throw new Error(exceptionDetails?.text)
        return unwrapped(result.value)
      },
      async close() {
        socket.close()
        await ended(child)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      },
    }
  },
}

const webkitDriver = present(process.env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver')
const webkitBinary = present(
  process.env.WEBKIT_PATH,
  ...['x86_64', 'aarch64'].flatMap((machine) =>
    ['4.1', '4.0'].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
  ),
)
const xvfbPath = present('/usr/bin/Xvfb')

const webkit: DrivenBrowser = {
  name: 'WebKit',
  missing:
    webkitDriver === undefined || webkitBinary === undefined || xvfbPath === undefined
      ? 'no WebKit found: apt-get install webkit2gtk-driver xvfb'
      : undefined,
  async open() {
    const screen = spawn(xvfbPath!, ['-displayfd', '1', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const display = `:${await printed(screen, /(\d+)\n/)}`
    const port = 20_000 + (process.pid % 20_000)
    const driver = spawn(webkitDriver!, [`--port=${port}`], {
      env: {
        ...process.env,
        DISPLAY: display,
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
      stdio: 'ignore',
    })
    const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const { value } = (await response.json()) as { value: T & { message?: string } }
      if (!response.ok) throw new Error(`${method} ${path}: ${value.message}`)
      return value
    }
    for (let tries = 0; ; tries++) {
      try {
        await send('GET', '/status')
        break
      } catch (error) {
        if (tries >= 100) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    const { sessionId } = await send<{ sessionId: string }>('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: webkitBinary, args: ['--automation'] },
        },
      },
    })
    const session = `/session/${sessionId}`
    await send('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 })
    return {
      async goto(url) {
        await send('POST', `${session}/url`, { url })
      },
      async evaluate(expression) {
        const script = `const done = arguments[arguments.length - 1]; ${wrapped(expression)}.then(done)`
        return unwrapped(await send<string>('POST', `${session}/execute/async`, { script, args: [] }))
      },
      async close() {
        await send('DELETE', session).catch(() => {})
        await ended(driver)
        await ended(screen)
      },
    }
  },
}

/** The browsers beside Chromium. */
export const OTHER_BROWSERS = [firefox, webkit]
