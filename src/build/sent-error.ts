/** How does an error get from one thread to another? As plain data: cloning would lose its class and its fields. */

import { DatelinesError } from '../errors.js'

/** An error as plain data. */
export interface SentError {
  message: string
  name: string
  stack: string | undefined
  /** Of a `DatelinesError`. */
  datelines?: { code: DatelinesError['code']; where: string | undefined; reason: DatelinesError['reason'] }
}

export function sendable(error: unknown): SentError {
  if (!(error instanceof Error)) return { message: String(error), name: 'Error', stack: undefined }
  const { message, name, stack } = error
  if (!(error instanceof DatelinesError)) return { message, name, stack }
  const { code, where, reason } = error
  return { message, name, stack, datelines: { code, where, reason } }
}

/** The error that was sent. */
export function errorFrom({ message, name, stack, datelines }: SentError): Error {
  if (datelines !== undefined) {
    const { code, where, reason } = datelines
    return new DatelinesError(code, message, {
      ...(where === undefined ? {} : { where }),
      ...(reason === undefined ? {} : { reason }),
    })
  }
  // The end of a stack is told apart by its class.
  const error = name === 'RangeError' ? new RangeError(message) : new Error(message)
  error.name = name
  if (stack !== undefined) error.stack = stack
  return error
}
