/** Where is an input that gave trouble, and what is wrong with it? */

import type { InputPlace } from '../types.js'
import { oneLine } from './text-width.js'

/** A place as editors understand it: `file` or `file:line`. */
export function placeText({ file, line }: InputPlace): string {
  return line === undefined ? oneLine(file) : `${oneLine(file)}:${line}`
}

/** The reason of a rejection without its place: messages that stand by themselves begin with it. */
export function reasonText(rejection: InputPlace & { message: string }): string {
  const message = oneLine(rejection.message)
  const place = [placeText(rejection), oneLine(rejection.file)].find((one) => message.startsWith(`${one}: `))
  return place === undefined ? message : message.slice(place.length + 2)
}
