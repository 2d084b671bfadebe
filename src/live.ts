/** What may an application import that shows releases the second they are written? */

export { DatelinesError, type ErrorCode, type InputReason, isDatelinesError } from './errors.js'
export type { Beneath } from './live/joint-reader.js'
export type { LiveSettings } from './live/live-analysis.js'
export { LiveIndex, type LiveOptions } from './live/live-index.js'
export type { LiveChanges } from './live/live-store.js'
export { Overlay, overlay } from './live/overlay.js'
export type { SavedLive } from './live/saved.js'
export type * from './types.js'
