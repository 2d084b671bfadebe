/** What may a page import? Opening and searching, without a Node module and without a dependency. */

export { DatelinesError, type ErrorCode, type InputReason, isDatelinesError } from './errors.js'
export { openArchive } from './open-browser.js'
export { Archive, type OpenOptions } from './query/archive.js'
export { highlight, parts, type TextPart } from './query/highlight.js'
export { optionsFromParams, paramsFromOptions } from './query/params.js'
export { type ParseOptions, parseQuery } from './query/syntax/parse.js'
export { formatQuery } from './query/syntax/print.js'
export { HttpSource } from './source/http-source.js'
export { MemorySource } from './source/memory-source.js'
export type { ByteRange, ReadOptions, Source } from './source/source.js'
export type * from './types.js'
