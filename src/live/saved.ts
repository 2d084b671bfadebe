/** How does a live index outlive its process? Plain data for JSON, with a version and a checksum. */

import { crc32 } from '../bytes/crc32.js'
import { DatelinesError } from '../errors.js'
import { decodeRelease, encodeRelease } from '../format/stored-release.js'
import type { Release } from '../types.js'
import { liveRelease } from './live-release.js'
import type { LiveChanges } from './live-store.js'

const KIND = 'datelines-live'
const VERSION = 1

/** What `LiveIndex.save` gives: keep it as JSON. */
export interface SavedLive {
  kind: typeof KIND
  version: number
  /** One line for each live release, as archives store them. */
  releases: string[]
  /** Ids that are removed from what is beneath. */
  removed: string[]
  /** CRC-32 of all lines and ids. */
  checksum: number
}

export function saveChanges({ releases, removed }: LiveChanges): SavedLive {
  const lines = releases.map(encodeRelease)
  return { kind: KIND, version: VERSION, releases: lines, removed: [...removed], checksum: checksumOf(lines, removed) }
}

/**
 * Reads what was saved.
 *
 * @throws DatelinesError `E_CORRUPT` for anything else, `E_TOO_NEW` for what a later library saved
 */
export function readSaved(saved: unknown): LiveChanges {
  const value: unknown = typeof saved === 'string' ? parse(saved) : saved
  const { kind, version, releases, removed, checksum } = (value ?? {}) as Partial<Record<keyof SavedLive, unknown>>
  if (kind !== KIND) throw damage(`"kind" must be ${JSON.stringify(KIND)}, got ${JSON.stringify(kind)?.slice(0, 100)}`)
  if (typeof version === 'number' && version > VERSION) {
    throw new DatelinesError(
      'E_TOO_NEW',
      `The saved live index has version ${version}, this library reads up to ${VERSION}. Update the library.`,
    )
  }
  if (version !== VERSION) throw damage(`"version" must be ${VERSION}, got ${JSON.stringify(version)}`)
  if (!isTexts(releases) || !isTexts(removed)) throw damage('"releases" and "removed" must be lists of texts')
  if (checksumOf(releases, removed) !== checksum) throw damage('the checksum does not agree with the content')
  return { releases: releases.map(readLine), removed }
}

/** What is saved may have been anywhere since: it is checked as what callers hand in. */
function readLine(line: string, index: number): Release {
  const release = decodeRelease(line, `saved release ${index}`)
  try {
    return liveRelease(release)
  } catch (cause) {
    throw damage(`saved release ${index} is none: ${cause instanceof Error ? cause.message : cause}`, cause)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw damage('it is not JSON', cause)
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function checksumOf(lines: readonly string[], removed: readonly string[]): number {
  return crc32(new TextEncoder().encode(JSON.stringify([lines, removed])))
}

function damage(problem: string, cause?: unknown): DatelinesError {
  return new DatelinesError(
    'E_CORRUPT',
    `The saved live index cannot be restored: ${problem}. Give what save() returned, as it was.`,
    { cause },
  )
}
