import { AppError } from '#domain/errors'
import { type Account, actorOf, checkAccount, passwordFault } from '#domain/people/account'
import { businessDuties } from '#domain/people/duties'
import { db } from '#storage/database'
import { newCredential } from '#storage/password'
import { newDataKey } from '#storage/sealing'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 首个账户: manages accounts and, as in an office of one, holds every business duty until others are made. Only where
 * there is no account yet; throws `not-allowed` otherwise, `password-unfit` or `account-unfit` for bad input.
 */
export async function createFirstAccount(
  name: string,
  password: string,
): Promise<{ account: Account; dataKey: CryptoKey }> {
  const assignments = [...businessDuties, 'administrator' as const].map((duty) => ({ duty, scope: '' }))
  const stamp = newStamp(actorOf({ id: '', name: name.trim() }, { duty: 'administrator', scope: '' }))
  const account: Account = {
    id: stamp.nextId(),
    name: name.trim(),
    assignments,
    disabled: false,
    failures: 0,
    lockedUntil: '',
    passwordGiven: false,
    revision: 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
  if (passwordFault(password, account.name) !== null) throw new AppError('password-unfit')
  if (checkAccount(account, []).length > 0) throw new AppError('account-unfit')
  const dataKey = await newDataKey()
  const credential = await newCredential(account.id, password, dataKey)
  const entry: Entry = { action: 'save-account', bookId: '', summary: `建立首个账户：${account.name}` }
  await write(stamp, entry, ['accounts', 'credentials'], async (writer) => {
    if ((await db.accounts.count()) > 0) throw new AppError('not-allowed')
    await writer.put('accounts', [account])
    await writer.put('credentials', [credential])
  })
  return { account, dataKey }
}
