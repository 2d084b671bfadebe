/** What may a build script import? Reading releases, building archives, checking them. */

export { type AddOptions, type AddReport, addToArchive } from './build/add-to-archive.js'
export { ArchiveBuilder, type BuilderOptions, type BuildOptions, buildArchive } from './build/build-archive.js'
export type { ArchiveState } from './build/change-archive.js'
export {
  type CommitOptions,
  type CommitReport,
  type Committable,
  commitLive,
  type Refreshable,
  type Uncommitted,
} from './build/commit-live.js'
export type { IndexOptions, Progress } from './build/index-options.js'
export { type MergeOptions, mergeArchives, upgradeArchive } from './build/merge-archives.js'
export { type RemoveOptions, type RemoveReport, removeFromArchive } from './build/remove-from-archive.js'
export type { BuildReport, ByteReport, DuplicateReport } from './build/report.js'
export { type VerifyOptions, type VerifyReport, verifyArchive } from './build/verify-archive.js'
export { DatelinesError, type ErrorCode, type InputReason, isDatelinesError } from './errors.js'
export type { ExtractInput, Extraction, ExtractOptions } from './ingest/extract/extract-release.js'
export { extractRelease } from './ingest/extract-handed-in.js'
export { type IngestItem, type IngestOptions, type OverrideRow, readReleases } from './ingest/read-releases.js'
export type * from './types.js'
