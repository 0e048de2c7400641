import { AppError } from '#domain/errors'
import { type Account, actorOf, afterTry, minutesLocked } from '#domain/people/account'
import { db } from '#storage/database'
import { keyFor } from '#storage/password'
import type { Credential } from '#storage/records'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/**
 * 登录: the account and the key of the sealed fields. Throws `login-failed` for a wrong password, an unknown or disabled
 * account alike, `account-locked` after too many, `data-key-lost` where the password is right and the key that it wraps is
 * damaged. Every try stands in the trail of this machine.
 */
export async function logIn(
  accountId: string,
  password: string,
): Promise<{ account: Account; dataKey: CryptoKey }> {
  const [known, credential] = await Promise.all([db.accounts.get(accountId), db.credentials.get(accountId)])
  const duty = known?.assignments[0]
  if (!known || !credential || !duty || known.disabled) throw new AppError('login-failed')
  const stamp = newStamp(actorOf(known, duty))
  if (minutesLocked(known, stamp.at) > 0) throw new AppError('account-locked')
  const dataKey = await keyOrLost(credential, password)
  const summary = dataKey ? `登录：${known.name}` : `密码错误：${known.name}`
  const account = await write(
    stamp,
    { action: 'log-in', bookId: '', summary },
    ['accounts'],
    async (writer) => {
      const now = await db.accounts.get(accountId)
      // Tried at the same time in another window until it was locked: the right password no longer counts.
      if (!now || now.disabled || minutesLocked(now, stamp.at) > 0) throw new AppError('account-locked')
      const next = { ...afterTry(now, dataKey !== null, stamp.at), lastTriedAt: stamp.at }
      await writer.put('accounts', [next])
      return next
    },
  )
  if (dataKey) return { account, dataKey }
  throw new AppError(minutesLocked(account, stamp.at) > 0 ? 'account-locked' : 'login-failed')
}

/** As `keyFor`: to whoever logs in, a damaged key has another way on than a damaged field. */
async function keyOrLost(credential: Credential, password: string): Promise<CryptoKey | null> {
  try {
    return await keyFor(credential, password)
  } catch (cause) {
    throw new AppError('data-key-lost', { cause })
  }
}
