/** What may a Node program import? Opening and searching. */

export { DatelinesError, type ErrorCode, type InputReason, isDatelinesError } from './errors.js'
export { openArchive } from './open-node.js'
export { Archive, type OpenOptions } from './query/archive.js'
export { highlight, parts, type TextPart } from './query/highlight.js'
export { optionsFromParams, paramsFromOptions } from './query/params.js'
export { type ParseOptions, parseQuery } from './query/syntax/parse.js'
export { formatQuery } from './query/syntax/print.js'
export { FileSource } from './source/file-source.js'
export { HttpSource } from './source/http-source.js'
export { MemorySource } from './source/memory-source.js'
export type { ByteRange, ReadOptions, Source } from './source/source.js'
export type * from './types.js'
