import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newRecovery, recoveryId } from '#storage/recovery'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 制作恢复码, to be shown once; an earlier code is void from now on. */
export async function makeRecoveryCode(dataKey: CryptoKey, by: Actor): Promise<string> {
  const stamp = newStamp(by)
  const { code, credential } = await newRecovery(dataKey, stamp)
  const entry: Entry = { action: 'make-recovery-code', bookId: '', summary: '制作恢复码' }
  await write(stamp, entry, ['credentials'], async (writer) => {
    if (await db.credentials.get(recoveryId)) writer.say('更换恢复码，原恢复码作废')
    await writer.put('credentials', [credential])
  })
  return code
}
