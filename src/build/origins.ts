/** Where did each release come from? A few numbers each, so that a report can name the place of an earlier one. */

import type { InputPlace } from '../types.js'
import { IntLog } from './int-log.js'
import { StringTable } from './string-table.js'

/** Places in the order in which releases came. */
export class Origins {
  private readonly files = new StringTable()
  private readonly fileOf = new IntLog()
  /** 0 for none; as its complement, which is negative, where the id of the release says only where it stood. */
  private readonly lineOf = new IntLog()

  add({ file, line = 0 }: InputPlace, isNamedByPlace: boolean): void {
    this.fileOf.push(this.files.numberOf(file))
    this.lineOf.push(isNamedByPlace ? ~line : line)
  }

  place(row: number): InputPlace {
    const file = this.files.strings[this.fileOf.values[row]!]!
    const kept = this.lineOf.values[row]!
    const line = kept < 0 ? ~kept : kept
    return line === 0 ? { file } : { file, line }
  }

  isNamedByPlace(row: number): boolean {
    return this.lineOf.values[row]! < 0
  }
}
