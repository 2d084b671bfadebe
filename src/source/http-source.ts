/** How is an archive read from a static host? Whole files by default, parts of files where the host proves that it can. */

import { DatelinesError } from '../errors.js'
import type { ByteRange, ReadOptions, Source } from './source.js'

export interface HttpOptions {
  fetch?: typeof fetch
  headers?: Record<string, string>
  /** Milliseconds one read may take, further tries included. Default 30,000. */
  timeout?: number
}

const DEFAULT_TIMEOUT_MS = 30_000

/** Waits before the second and third try, in milliseconds. */
const RETRY_DELAYS_MS = [200, 1000]

/** Whole files kept for a host without ranges, in bytes. */
const WHOLE_FILE_BYTES = 16 * 1024 * 1024

/** A source over the address of an archive's folder. */
export class HttpSource implements Source {
  readonly description: string
  private readonly base: URL
  private readonly fetch: typeof fetch
  /** Undefined until the first range was asked for, which is itself the proof. */
  private hasRanges: boolean | undefined
  /** Damaged bytes came from here, or from a cache on the way: no cache is trusted any more. */
  private isDistrusted = false
  private readonly wholeFiles = new Map<string, Promise<Uint8Array>>()
  private wholeBytes = 0

  constructor(
    url: string | URL,
    private readonly options: HttpOptions = {},
  ) {
    this.base = new URL(String(url).replace(/\/?$/, '/'))
    this.description = this.base.href
    // Called as a method of another object, the platform's fetch is refused ("Illegal invocation").
    this.fetch = options.fetch ?? ((...args) => fetch(...args))
  }

  async read(file: string, range?: ByteRange, options: ReadOptions = {}): Promise<Uint8Array> {
    if (range === undefined) return (await this.request(file, options)).bytes
    if (this.hasRanges === false) return slice(file, await this.whole(file, options), range)
    const part = await this.part(file, range, options)
    if (part === null) return slice(file, await this.whole(file, options), range)
    const { response, bytes } = part
    if (isProof(response, bytes, range)) {
      this.hasRanges = true
      return bytes
    }
    // A host that ignores Range, or compresses on the fly and counts compressed bytes, is read in whole files from now on.
    this.hasRanges = false
    if (response.status === 200) {
      this.keep(file, Promise.resolve(bytes), bytes.length)
      return slice(file, bytes, range)
    }
    return slice(file, await this.whole(file, options), range)
  }

  /** The answer to a request for part of a file; null when the host cannot even be asked for parts. */
  private async part(
    file: string,
    range: ByteRange,
    options: ReadOptions,
  ): Promise<{ response: Response; bytes: Uint8Array } | null> {
    const headers = { Range: `bytes=${range.offset}-${range.offset + range.byteLength - 1}` }
    if (this.hasRanges) return this.request(file, options, headers)
    try {
      return await this.once(new URL(file, this.base), options, headers, this.timeout)
    } catch (error) {
      options.signal?.throwIfAborted()
      // Some hosts compress the part itself and label it so; browsers refuse to undo half a gzip stream, as a network failure.
      if (!(error instanceof DatelinesError) || error.code !== 'E_SOURCE' || isTimeout(error)) throw error
      await this.whole(file, options)
      this.hasRanges = false
      return null
    }
  }

  /** From now on whole files, past every cache: parts may be counted on a compressed copy, and a cache may hold half a file. */
  forget(): boolean {
    const mayDiffer = this.hasRanges !== false || this.wholeFiles.size > 0 || !this.isDistrusted
    this.hasRanges = false
    this.isDistrusted = true
    this.drop()
    return mayDiffer
  }

  async close(): Promise<void> {
    this.drop()
  }

  private drop(): void {
    this.wholeFiles.clear()
    this.wholeBytes = 0
  }

  private get timeout(): number {
    return this.options.timeout ?? DEFAULT_TIMEOUT_MS
  }

  /** A whole file, kept. One request for all who want it at once, which goes on when one of them is aborted. */
  private whole(file: string, { signal }: ReadOptions): Promise<Uint8Array> {
    let reading = this.wholeFiles.get(file)
    if (reading === undefined) {
      const started = this.request(file, {}).then(({ bytes }) => bytes)
      reading = started
      this.wholeFiles.set(file, started)
      const isHeld = (): boolean => this.wholeFiles.get(file) === started
      started.then(
        (bytes) => isHeld() && this.keep(file, started, bytes.length),
        () => isHeld() && this.wholeFiles.delete(file),
      )
    }
    return signal === undefined ? reading : unlessAborted(reading, signal)
  }

  private keep(file: string, reading: Promise<Uint8Array>, byteLength: number): void {
    this.wholeFiles.set(file, reading)
    this.wholeBytes += byteLength
    for (const oldest of this.wholeFiles.keys()) {
      if (this.wholeBytes <= WHOLE_FILE_BYTES || oldest === file) return
      void this.wholeFiles.get(oldest)!.then((bytes) => {
        this.wholeBytes -= bytes.length
      })
      this.wholeFiles.delete(oldest)
    }
  }

  /** One read with retries: network failures and answers of 5xx and 429 are worth another try while there is time, others are not. */
  private async request(
    file: string,
    options: ReadOptions,
    headers: Record<string, string> = {},
  ): Promise<{ response: Response; bytes: Uint8Array }> {
    const url = new URL(file, this.base)
    const end = performance.now() + this.timeout
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.once(url, options, headers, end - performance.now())
      } catch (error) {
        options.signal?.throwIfAborted()
        const isFinal = !(error instanceof DatelinesError) || error.code !== 'E_SOURCE' || isTimeout(error)
        const status = error instanceof DatelinesError ? error.status : undefined
        const isRefused = status !== undefined && status < 500 && status !== 429
        const delay = RETRY_DELAYS_MS[attempt]
        if (isFinal || isRefused || delay === undefined || performance.now() + delay >= end) throw error
        const waiting = new Promise<void>((resolve) => setTimeout(resolve, delay))
        await (options.signal === undefined ? waiting : unlessAborted(waiting, options.signal))
      }
    }
  }

  private async once(
    url: URL,
    options: ReadOptions,
    headers: Record<string, string>,
    time: number,
  ): Promise<{ response: Response; bytes: Uint8Array }> {
    const controller = new AbortController()
    const late = new DOMException(`no answer within ${this.timeout} ms`, 'TimeoutError')
    const timer = setTimeout(() => controller.abort(late), time)
    const abort = (): void => controller.abort(options.signal?.reason)
    options.signal?.throwIfAborted()
    options.signal?.addEventListener('abort', abort, { once: true })
    try {
      const response = await this.fetch(url.href, {
        headers: { ...this.options.headers, ...headers },
        signal: controller.signal,
        // Everything but the root is named by its content and may be cached for ever.
        cache: this.isDistrusted ? 'reload' : options.fresh ? 'no-cache' : 'default',
      })
      checkStatus(response, url.href)
      return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
    } catch (error) {
      if (options.signal?.aborted) throw options.signal.reason
      if (error instanceof DatelinesError) throw error
      const cause = controller.signal.aborted ? late : (error as Error)
      // Node says "fetch failed", and why only below that.
      const why = cause.cause as { message?: string; code?: string } | undefined
      throw new DatelinesError(
        'E_SOURCE',
        `${url.href} could not be read: ${why?.message || why?.code || cause.message}.`,
        {
          where: url.href,
          cause,
        },
      )
    } finally {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', abort)
    }
  }
}

/** Whether a read failed for want of time, so that another try has none. */
function isTimeout(error: DatelinesError): boolean {
  return (error.cause as Partial<Error> | undefined)?.name === 'TimeoutError'
}

/** What a promise gives, or the reason of an abort that comes before; the work behind the promise goes on. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

function checkStatus(response: Response, url: string): void {
  const type = response.headers.get('content-type') ?? ''
  // Hosts of single-page applications answer their start page with 200 for whatever is missing.
  if (response.status === 404 || response.status === 410 || (response.ok && type.startsWith('text/html'))) {
    throw new DatelinesError('E_NOT_FOUND', `${url} does not exist (status ${response.status}, ${type || 'no type'})`, {
      where: url,
      status: response.status,
    })
  }
  // 416 answers a range that is not there: the file has changed, or its length is counted compressed.
  if (response.ok || response.status === 416) return
  throw new DatelinesError('E_SOURCE', `${url} was answered with status ${response.status}.`, {
    where: url,
    status: response.status,
  })
}

/** What a part must look like: the right bytes counted on the file itself, not on a compressed copy. */
function isProof(response: Response, bytes: Uint8Array, range: ByteRange): boolean {
  const found = /^bytes (\d+)-(\d+)\//.exec(response.headers.get('content-range') ?? '')
  return (
    response.status === 206 &&
    found !== null &&
    Number(found[1]) === range.offset &&
    Number(found[2]) === range.offset + range.byteLength - 1 &&
    bytes.length === range.byteLength &&
    (response.headers.get('content-encoding') ?? 'identity') === 'identity'
  )
}

function slice(file: string, bytes: Uint8Array, range: ByteRange): Uint8Array {
  const end = range.offset + range.byteLength
  if (end > bytes.length) {
    throw new DatelinesError(
      'E_CORRUPT',
      `${file} has ${bytes.length} bytes, ${end} are expected. Restore the file, or build the archive again.`,
      {
        where: file,
      },
    )
  }
  return bytes.subarray(range.offset, end)
}
