import { AppError } from '#domain/errors'
import { type Account, actorOf, manages, passwordFault } from '#domain/people/account'
import { readRecoveryCode } from '#domain/people/recovery-code'
import { db } from '#storage/database'
import { newCredential } from '#storage/password'
import { keyForCode, newRecovery, recoveryId } from '#storage/recovery'
import { newStamp } from '#storage/stamp'
import { type Entry, note, write } from '#storage/write'

/**
 * 用恢复码重设密码, of an account that manages the others: it is open again with the new password, and the used code is
 * replaced by the one given back, to be shown once. Throws `recovery-failed` for a wrong code, which stands in the trail,
 * `password-unfit`, and `not-allowed` for another account: its administrator resets it.
 */
export async function recoverAccount(
  accountId: string,
  typed: string,
  password: string,
): Promise<{ account: Account; dataKey: CryptoKey; code: string }> {
  const known = await db.accounts.get(accountId)
  if (!known || !manages(known)) throw new AppError('not-allowed')
  if (passwordFault(password, known.name) !== null) throw new AppError('password-unfit')
  const stamp = newStamp(actorOf(known, { duty: 'administrator', scope: '' }))
  const code = readRecoveryCode(typed)
  const dataKey = code === null ? null : await keyForCode(code)
  if (!dataKey) {
    const summary = `恢复码错误：${known.name}`
    await note(stamp, { action: 'recover-account', bookId: '', summary })
    throw new AppError('recovery-failed')
  }
  const used = (await db.credentials.get(recoveryId))?.verifier
  const credential = await newCredential(accountId, password, dataKey)
  const next = await newRecovery(dataKey, stamp)
  const summary = `用恢复码重设密码：${known.name}，用过的恢复码作废`
  const entry: Entry = { action: 'recover-account', bookId: '', summary }
  const account = await write(stamp, entry, ['accounts', 'credentials'], async (writer) => {
    const now = await db.accounts.get(accountId)
    if (!now || !manages(now)) throw new AppError('not-allowed')
    // Used or renewed in another window meanwhile: a code serves once.
    if ((await db.credentials.get(recoveryId))?.verifier !== used) throw new AppError('recovery-failed')
    const open = { failures: 0, lockedUntil: '' as const, passwordGiven: false, lastTriedAt: stamp.at }
    const after = { ...now, ...open, changedAt: stamp.at, changedBy: stamp.by }
    await writer.put('accounts', [after])
    await writer.put('credentials', [credential, next.credential])
    return after
  })
  return { account, dataKey, code: next.code }
}
