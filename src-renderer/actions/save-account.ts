import { AppError } from '#domain/errors'
import { type Account, checkAccount, passwordFault } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newCredential } from '#storage/password'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

export type AccountContent = Pick<Account, 'name' | 'assignments' | 'disabled'>

/**
 * Keeps an account's name, duties and whether it may be used; `seenRevision` 0 makes a new one, with the password that
 * its person changes at the first login. Throws `account-unfit`, `password-unfit`, `changed-meanwhile`.
 */
export async function saveAccount(
  id: string,
  seenRevision: number,
  content: AccountContent,
  first: { password: string; dataKey: CryptoKey } | null,
  by: Actor,
): Promise<Account> {
  const stamp = newStamp(by)
  const name = content.name.trim()
  const isNew = seenRevision === 0
  if (isNew && (!first || passwordFault(first.password, name) !== null)) throw new AppError('password-unfit')
  const credential = isNew && first ? await newCredential(id, first.password, first.dataKey) : null
  const summary = `${isNew ? '新建' : '修改'}账户：${name}`
  const entry: Entry = { action: 'save-account', bookId: '', summary }
  return write(stamp, entry, ['accounts', 'credentials'], async (writer) => {
    const all = await db.accounts.toArray()
    const before = all.find((account) => account.id === id)
    if ((before?.revision ?? 0) !== seenRevision) throw new AppError('changed-meanwhile')
    const account: Account = {
      id,
      failures: 0,
      lockedUntil: '',
      passwordGiven: true,
      ...before,
      ...content,
      name,
      revision: seenRevision + 1,
      changedAt: stamp.at,
      changedBy: stamp.by,
    }
    if (checkAccount(account, all).length > 0) throw new AppError('account-unfit')
    await writer.put('accounts', [account])
    if (credential) await writer.put('credentials', [credential])
    return account
  })
}
