import { settingNames } from '#backup/keep'
import { newBackupKey } from '#backup/lock'
import { type BackupSettings, readSettings } from '#domain/backup/settings'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { forgetPreference, keepPreference } from '#storage/preferences'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/** Keeps the rule by which backups are made and kept on this machine. */
export async function saveBackupSettings(settings: BackupSettings, by: Actor): Promise<void> {
  const { retention, idleMinutes } = readSettings(settings)
  const { allDays, dailyDays, months, atLeast } = retention
  const summary = `备份设置：${allDays} 天内全部保留，${dailyDays} 天内每天一份，${months} 个月内每月一份，至少 ${atLeast} 份；空闲 ${idleMinutes} 分钟后备份`
  await note(newStamp(by), { action: 'save-backup-settings', bookId: '', summary })
  await keepPreference(settingNames.settings, { retention, idleMinutes })
}

/**
 * Sets or ('') removes the passphrase of the copies in the second folder. Only the key made of it is kept; who forgets the
 * passphrase can still restore from the backups beside the data. Throws `password-unfit` for less than eight characters.
 */
export async function saveBackupPassphrase(passphrase: string, by: Actor): Promise<void> {
  if (!may(by, 'save-backup-settings')) throw new AppError('not-permitted')
  const text = passphrase.trim()
  if (text !== '' && text.length < 8) throw new AppError('password-unfit')
  const key = text === '' ? null : await newBackupKey(text)
  const summary = key ? '设置另存备份的加密口令' : '取消另存备份的加密'
  await note(newStamp(by), { action: 'save-backup-settings', bookId: '', summary })
  if (key) await keepPreference(settingNames.key, key)
  else await forgetPreference(settingNames.key)
}
