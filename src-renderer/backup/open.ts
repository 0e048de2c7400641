import { type BackupPlace, desktop } from '#desktop'
import { AppError } from '#domain/errors'
import { newestVersion } from '#storage/database'
import { type InspectedBackup, inspectBackup, type OpenedBackup, openBackup } from './file.ts'
import type { RecordsVerdict } from './records-check.ts'
import { type Disagreement, disagreements } from './verify.ts'

export type VerifiedBackup = { opened: OpenedBackup; faults: Disagreement[]; records: RecordsVerdict }

/** The bytes of a listed backup. Throws where it is gone or is no longer as it was written. */
export async function readListed(name: string, from: BackupPlace): Promise<Uint8Array> {
  const read = await desktop.readBackup(name, from)
  if (!read) throw new AppError('not-found')
  if (read.state === 'changed') throw new AppError('backup-damaged')
  return read.bytes
}

/** Looks at a file without a passphrase: what it is, and whether one is needed. */
export function inspectFile(bytes: Uint8Array): Promise<InspectedBackup> {
  return inspectBackup(bytes, newestVersion())
}

/** Opens and verifies a whole backup without touching anything. What does not agree is told, not thrown. */
export async function verifyFile(bytes: Uint8Array, passphrase: string): Promise<VerifiedBackup> {
  const opened = await openBackup(await inspectFile(bytes), passphrase, 'whole')
  return { opened, ...(await disagreements(opened)) }
}
