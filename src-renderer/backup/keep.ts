import type { BackupManifest } from '#domain/backup/manifest'
import { type BackupSettings, readSettings } from '#domain/backup/settings'
import { preference } from '#storage/preferences'
import type { BackupKey } from './lock.ts'

/** Names of this machine's settings; what begins with 'backup-' is in no backup and outlives a restore. */
export const settingNames = {
  settings: 'backup-settings',
  key: 'backup-key',
  last: 'backup-last',
  restored: 'backup-restored',
  startedEmpty: 'backup-started-empty',
} as const

/** How the copy to the second folder went. */
export type CopyOutcome = 'copied' | 'none' | 'unreachable' | 'failed'

/** What the page shows of the newest backup. */
export type LastBackup = {
  name: string
  madeAt: string
  reason: BackupManifest['reason']
  place: string
  copy: CopyOutcome
  /** Place of the second folder in words; '' for none. */
  copyPlace: string
  /** Code of what went wrong with the copy; '' for nothing. */
  copyFault: string
}

export async function backupSettings(): Promise<BackupSettings> {
  return readSettings(await preference(settingNames.settings))
}

export async function backupKey(): Promise<BackupKey | null> {
  return ((await preference(settingNames.key)) as BackupKey | undefined) ?? null // written by save-backup-settings alone
}

export async function lastBackup(): Promise<LastBackup | null> {
  return ((await preference(settingNames.last)) as LastBackup | undefined) ?? null // written by takeBackup alone
}
