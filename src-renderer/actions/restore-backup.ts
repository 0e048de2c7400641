import { restoreAttachments } from '#backup/attachments'
import { type LastBackup, settingNames } from '#backup/keep'
import { verifyFile } from '#backup/open'
import type { Progress } from '#backup/take'
import { backupBefore } from '#backup/take'
import { DesktopError } from '#desktop'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { newStamp } from '#storage/stamp'
import { replaceStore } from '#storage/store-restore'
import type { Entry } from '#storage/write'

export type Restored = {
  /** The backup of what was there before; null where there was nothing. */
  before: LastBackup | null
  /** Attachments that the records cite and that are neither here nor in the second folder. */
  lackedAttachments: number
}

/**
 * 恢复: replaces everything of this machine by a backup. The file is verified whole before anything is touched, what is
 * there is backed up first, then all tables are replaced in one transaction with an entry in the machine's trail. Throws
 * `backup-forged` for a file whose records do not agree (unless `despite`: a store whose trail was damaged has no other
 * backups), `backup-unfinished` where the present state could not be kept; nothing is changed then.
 */
export async function restoreBackup(
  file: { name: string; bytes: Uint8Array; passphrase: string; despite?: boolean },
  by: Actor,
  onProgress: Progress = () => undefined,
): Promise<Restored> {
  if (!may(by, 'restore-backup')) throw new AppError('not-permitted')
  const { opened, faults } = await verifyFile(file.bytes, file.passphrase)
  if (faults.length > 0 && !file.despite) throw new AppError('backup-forged')
  const before = await keptBefore()
  const { manifest, contents, tables } = opened
  const nowhere = await restoreAttachments(contents.attachments, manifest, file.passphrase)
  const stamp = newStamp(by)
  const place = before ? `恢复前的数据另存为 ${before.name}` : '恢复前没有数据'
  const entry: Entry = {
    action: 'restore-backup',
    bookId: '',
    summary: `恢复备份 ${file.name}${faults.length > 0 ? '（内容不一致，经确认仍恢复）' : ''}；${place}`,
  }
  const whole = contents.tables.reduce((sum, { count }) => sum + count, 0)
  let done = 0
  const lines = new Map([...tables].map(([name, { blocks }]) => [name, blocks]))
  const mark = {
    id: settingNames.restored,
    value: { name: file.name, at: stamp.at, before: before?.name ?? '' },
  }
  await replaceStore(lines, entry, stamp, mark, (records) => {
    done += records
    onProgress(done, whole)
  })
  return { before, lackedAttachments: nowhere.length }
}

async function keptBefore(): Promise<LastBackup | null> {
  try {
    return await backupBefore('before-restore')
  } catch (error) {
    if (error instanceof DesktopError) throw new AppError('backup-unfinished', { cause: error })
    throw error
  }
}
