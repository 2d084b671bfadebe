/** Where do the sketches of many releases wait? In memory up to a limit, then in a temporary file. */

import { join } from 'node:path'
import type { SketchStore } from '../ingest/extract/near-duplicates.js'
import { RECORD } from '../ingest/extract/text-sketch.js'
import { SpillLog } from './spill-log.js'

const RECORD_BYTES = RECORD * Uint16Array.BYTES_PER_ELEMENT

/** Sketches in a log that spills. */
export class SpilledSketches implements SketchStore {
  private readonly log: SpillLog

  /** @param text as in {@link SketchStore} */
  constructor(
    directory: string,
    limit: number,
    readonly text: SketchStore['text'],
  ) {
    this.log = new SpillLog(join(directory, 'sketches'), limit)
  }

  add(record: Uint16Array): void {
    this.log.append(new Uint8Array(record.buffer, record.byteOffset, record.byteLength))
  }

  read(first: number, count: number): Uint16Array {
    const bytes = this.log.read(first * RECORD_BYTES, count * RECORD_BYTES)
    return new Uint16Array(bytes.buffer, bytes.byteOffset, count * RECORD)
  }

  /** Gives up the file; whoever made the folder removes it. */
  close(): void {
    this.log.close()
  }
}
