import { AppError } from '#domain/errors'
import { passwordFault } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newCredential } from '#storage/password'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 重设密码 by the administrator: opens a locked account too; its person changes the password at the next login. */
export async function resetPassword(
  accountId: string,
  password: string,
  dataKey: CryptoKey,
  by: Actor,
): Promise<void> {
  const known = await db.accounts.get(accountId)
  if (!known) throw new AppError('not-found')
  if (passwordFault(password, known.name) !== null) throw new AppError('password-unfit')
  const credential = await newCredential(accountId, password, dataKey)
  const entry: Entry = { action: 'reset-password', bookId: '', summary: `重设密码：${known.name}` }
  const stamp = newStamp(by)
  await write(stamp, entry, ['accounts', 'credentials'], async (writer) => {
    const account = await db.accounts.get(accountId)
    if (!account) throw new AppError('not-found')
    const opened = { failures: 0, lockedUntil: '' as const, passwordGiven: true }
    await writer.put('accounts', [{ ...account, ...opened, changedAt: stamp.at, changedBy: stamp.by }])
    await writer.put('credentials', [credential])
  })
}
