import { type BackupList, DesktopError, desktop } from '#desktop'
import { readNote } from '#domain/backup/read-manifest'
import { localTime, readBackupName } from '#domain/backup/reason'
import { preference } from '#storage/preferences'
import { endsCheck, type StoreFault } from '#storage/store-check'
import { settingNames } from './keep.ts'

/** What is wrong at the start, beside the backups of this machine. */
export async function checkAtStart(own: BackupList['own']): Promise<StoreFault[]> {
  const [restored, accepted] = await Promise.all([
    preference(settingNames.restored),
    // Somebody has said that this machine begins anew.
    preference(settingNames.startedEmpty),
  ])
  const restoredAt = isRestore(restored)
    ? localTime(restored.at, -new Date(restored.at).getTimezoneOffset())
    : ''
  // What was backed up before a restore is another store's past.
  const newest = own.find(({ name }) => (readBackupName(name)?.at ?? '') > restoredAt)
  const faults = await endsCheck(readNote(newest?.note ?? null))
  return newest && accepted === newest.name ? faults.filter(({ kind }) => kind !== 'emptied') : faults
}

/** The backups of this machine; none where they cannot be listed: the check of the store itself needs no backups. */
export async function ownBackups(): Promise<BackupList['own']> {
  try {
    return (await desktop.listBackups()).own
  } catch (error) {
    if (!(error instanceof DesktopError)) throw error
    await desktop.report(error)
    return []
  }
}

function isRestore(value: unknown): value is { at: string } {
  return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'string'
}
