import { AppError } from '#domain/errors'
import { passwordFault } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { keyFor, newCredential } from '#storage/password'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 更换自己的密码. Throws `login-failed` where the old one is wrong, `password-unfit` where the new one is. */
export async function changePassword(before: string, after: string, by: Actor): Promise<void> {
  const [account, credential] = await Promise.all([
    db.accounts.get(by.accountId),
    db.credentials.get(by.accountId),
  ])
  if (!account || !credential) throw new AppError('not-found')
  if (passwordFault(after, account.name) !== null || before === after) throw new AppError('password-unfit')
  const dataKey = await keyFor(credential, before)
  if (!dataKey) throw new AppError('login-failed')
  const fresh = await newCredential(account.id, after, dataKey)
  const entry: Entry = { action: 'change-password', bookId: '', summary: `更换密码：${account.name}` }
  await write(newStamp(by), entry, ['accounts', 'credentials'], async (writer) => {
    const now = await db.accounts.get(account.id)
    if (!now) throw new AppError('not-found')
    await writer.put('accounts', [{ ...now, passwordGiven: false }])
    await writer.put('credentials', [fresh])
  })
}
