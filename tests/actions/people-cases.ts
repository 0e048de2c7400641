import { acceptClock } from '#actions/accept-clock'
import { changePassword } from '#actions/change-password'
import { makeRecoveryCode } from '#actions/make-recovery-code'
import { resetPassword } from '#actions/reset-password'
import { saveAccount } from '#actions/save-account'
import { db } from '#storage/database'
import { newCredential } from '#storage/password'
import { newDataKey } from '#storage/sealing'
import { type Cases, draftWorld } from './action-case.ts'

/** Made once: a password is slow to make by design. */
let sampleCredential: ReturnType<typeof newCredential> | undefined

async function keptAccount() {
  await draftWorld()
  const dataKey = await newDataKey()
  const assignments = [{ duty: 'administrator' as const, scope: '' }]
  const account = {
    id: 'a1',
    name: '王晓',
    assignments,
    disabled: false,
    failures: 0,
    lockedUntil: '' as const,
    passwordGiven: false,
    revision: 1,
    changedAt: '2026-01-01T00:00:00.000Z',
    changedBy: '王晓',
  }
  await db.accounts.put(account)
  return { account, dataKey }
}

/** Every write of accounts, on passwords, codes and the clock. */
export const peopleCases = {
  'save-account': async () => {
    const { account } = await keptAccount()
    return (actor) => saveAccount(account.id, 1, { ...account, name: '王晓二' }, null, actor)
  },
  'reset-password': async () => {
    const { account, dataKey } = await keptAccount()
    return (actor) => resetPassword(account.id, 'Chongshe-01', dataKey, actor)
  },
  'accept-clock': async () => {
    await draftWorld()
    const fault = { now: '2026-01-01T00:00:00.000Z', latest: '2026-01-02T00:00:00.000Z', minutes: 1440 }
    return (actor) => acceptClock(fault, actor)
  },
  'make-recovery-code': async () => {
    const { dataKey } = await keptAccount()
    return (actor) => makeRecoveryCode(dataKey, actor)
  },
  'change-password': async () => {
    const { account, dataKey } = await keptAccount()
    sampleCredential ??= newCredential(account.id, 'Yuanmima-01', dataKey)
    await db.credentials.put(await sampleCredential)
    return (actor) => changePassword('Yuanmima-01', 'Xinmima-02', { ...actor, accountId: account.id })
  },
} satisfies Cases
