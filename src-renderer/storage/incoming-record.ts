import type { PackageRecord, Purpose } from '#domain/exchange/package'
import type { Party } from '#domain/exchange/station'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** What a manifest says, as far as the ledger keeps it. */
type Said = Pick<
  PackageRecord,
  | 'id'
  | 'year'
  | 'scope'
  | 'unitCodes'
  | 'sequence'
  | 'base'
  | 'seen'
  | 'counts'
  | 'totals'
  | 'secrets'
  | 'createdAt'
> & {
  purpose: Purpose
  sender: Party
  files?: { count: number; bytes: number; lacking: readonly string[] } | undefined
}

type Incoming = {
  manifest: Said
  file: { name: string; size: number; sha256: string; sm3: string }
  before: PackageRecord | null
}

/** A package that came in, as the ledger keeps it until its fate is decided. */
export function receivedRecord(
  { manifest, file, before }: Incoming,
  bookId: string,
  medium: string,
  stamp: Pick<Stamp, 'at' | 'by'>,
): PackageRecord {
  const { id, purpose, year, scope, unitCodes, sequence, base, seen, counts, totals, secrets } = manifest
  const { createdAt, sender, files } = manifest
  return {
    ...{ id, purpose, year, scope, unitCodes, sequence, base, seen, counts, totals, secrets, createdAt },
    ...(files && { files: { ...files, lacking: files.lacking.length } }),
    ...{ bookId, direction: 'in', peer: sender, peerId: sender.id, fileName: file.name },
    ...{ size: file.size, sha256: file.sha256, sm3: file.sm3, copy: '', medium },
    ...{ state: 'held', receipt: null, overridden: before?.overridden ?? '', at: stamp.at, by: stamp.by },
    ...changed(stamp, before),
  }
}
