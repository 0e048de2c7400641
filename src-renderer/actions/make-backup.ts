import type { LastBackup } from '#backup/keep'
import { type Progress, takeBackup } from '#backup/take'
import type { Actor } from '#domain/people/duties'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/** 立即备份. The entry comes first, so that the backup holds it and nothing is left to be backed up after it. */
export async function makeBackup(by: Actor, onProgress?: Progress): Promise<LastBackup> {
  await note(newStamp(by), { action: 'make-backup', bookId: '', summary: '立即备份' })
  return takeBackup('manual', onProgress)
}
