import type { Hindrance } from '#domain/exchange/checks'
import type { Way } from '#domain/exchange/contents'
import type { PackageRecord, RecordPurpose } from '#domain/exchange/package'
import type { Line } from '#domain/exchange/rehearsal'
import type { Station, Trust } from '#domain/exchange/station'
import type { YearBook } from '#domain/year-book'
import type { IncomingFiles } from './incoming-files.ts'
import type { Manifest } from './manifest.ts'

/** What a package would do here, with everything needed to do it; nothing was written yet. */
export type Rehearsal = {
  manifest: Manifest
  purpose: RecordPurpose
  way: Way
  trust: Trust
  publicKey: string
  station: Station
  /** The book that it is for; null where the package brings it. */
  book: YearBook | null
  hindrances: readonly Hindrance[]
  lines: readonly Line[]
  before: PackageRecord | null
  /** Ends of the trails when it was looked at: nothing may be written in between. */
  heads: string
  file: { name: string; size: number; sha256: string; sm3: string }
  /** Attachments in it, each right by its hash; kept only when the package is taken. */
  incomingFiles: IncomingFiles
  /** The records in clear, to be kept for looking up what both sides have in common. */
  copy: Uint8Array
}
