import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFirstAccount } from '#actions/create-first-account'
import { logIn } from '#actions/log-in'
import { makeRecoveryCode } from '#actions/make-recovery-code'
import { recoverAccount } from '#actions/recover-account'
import { saveAccount } from '#actions/save-account'
import { actorOf } from '#domain/people/account'
import { groupedCode, readRecoveryCode } from '#domain/people/recovery-code'
import { verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import { recoveryId, recoveryMade } from '#storage/recovery'
import { open, seal } from '#storage/sealing'
import { freshDatabase } from '../storage/world.ts'

// Slow by design; accounts.test.ts proves passwords at their real cost.
vi.mock('@noble/hashes/argon2.js', () => import('../storage/quick-argon2.ts'))

beforeEach(freshDatabase)

const forgotten = 'Nanjiang-2026'
const fresh = 'Xinmima-2027'

async function machine() {
  const { account, dataKey } = await createFirstAccount('王晓', forgotten)
  const by = actorOf(account, { duty: 'administrator', scope: '' })
  return { account, dataKey, by, code: await makeRecoveryCode(dataKey, by) }
}

async function summaries(): Promise<string[]> {
  return (await db.audit.where('bookId').equals('').toArray())
    .sort((left, right) => left.number - right.number)
    .map(({ summary }) => summary)
}

describe('the recovery code', () => {
  it('opens an account whose password nobody knows, also while it is locked, and what is sealed stays readable', async () => {
    const { account, dataKey, code } = await machine()
    const sealed = await seal('510121199003071234', dataKey, 'x')
    for (let turn = 0; turn < 5; turn++) await logIn(account.id, `falsch-${turn}`).catch(() => turn)
    await expect(logIn(account.id, forgotten)).rejects.toMatchObject({ code: 'account-locked' })
    const recovered = await recoverAccount(account.id, groupedCode(code).toLowerCase(), fresh)
    expect(await open(sealed, recovered.dataKey, 'x')).toBe('510121199003071234')
    expect(recovered.account).toMatchObject({ failures: 0, lockedUntil: '', passwordGiven: false })
    expect(await open(sealed, (await logIn(account.id, fresh)).dataKey, 'x')).toBe('510121199003071234')
    await expect(logIn(account.id, forgotten)).rejects.toMatchObject({ code: 'login-failed' })
    expect(await verifyAudit('')).toMatchObject({ intact: true })
    expect(await summaries()).toContain('用恢复码重设密码：王晓，用过的恢复码作废')
  })
  it('serves once: the one given back takes its place', async () => {
    const { account, code } = await machine()
    const { code: next } = await recoverAccount(account.id, code, fresh)
    await expect(recoverAccount(account.id, code, 'Disan-2028')).rejects.toMatchObject({
      code: 'recovery-failed',
    })
    await recoverAccount(account.id, next, 'Disan-2028')
    await logIn(account.id, 'Disan-2028')
  })
  it('is void once another was made', async () => {
    const { account, dataKey, by, code } = await machine()
    await makeRecoveryCode(dataKey, by)
    await expect(recoverAccount(account.id, code, fresh)).rejects.toMatchObject({ code: 'recovery-failed' })
    expect(await summaries()).toContain('更换恢复码，原恢复码作废')
  })
  it('used in two windows at once sets one password', async () => {
    const { account, code } = await machine()
    const both = await Promise.allSettled([
      recoverAccount(account.id, code, fresh),
      recoverAccount(account.id, code, 'Disan-2028'),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('without the right code', () => {
  it('nothing changes, and the try stands in the trail', async () => {
    const { account, code } = await machine()
    const other = readRecoveryCode('0'.repeat(25)) ?? ''
    const before = await db.credentials.toArray()
    for (const wrong of [other, '', code.slice(1), `${code}0`])
      await expect(recoverAccount(account.id, wrong, fresh)).rejects.toMatchObject({
        code: 'recovery-failed',
      })
    expect(await db.credentials.toArray()).toEqual(before)
    expect((await summaries()).filter((text) => text === '恢复码错误：王晓')).toHaveLength(4)
    await logIn(account.id, forgotten)
  })
  it('a machine that never made one has no way in: not by nothing, not by zeros', async () => {
    const { account } = await createFirstAccount('王晓', forgotten)
    expect(await recoveryMade()).toBeNull()
    for (const typed of ['', '0'.repeat(25)])
      await expect(recoverAccount(account.id, typed, fresh)).rejects.toMatchObject({
        code: 'recovery-failed',
      })
  })
  it('a weak password is refused before the code is looked at', async () => {
    const { account, code } = await machine()
    await expect(recoverAccount(account.id, code, '12345678')).rejects.toMatchObject({
      code: 'password-unfit',
    })
    await recoverAccount(account.id, code, fresh)
  })
})

it('opens only accounts that manage the others, and none that is disabled', async () => {
  const { account, dataKey, by, code } = await machine()
  const given = { password: 'Chushi-0001', dataKey }
  const spending = {
    name: '李初',
    assignments: [{ duty: 'spending' as const, scope: '06' }],
    disabled: false,
  }
  await saveAccount('a2', 0, spending, given, by)
  const manager = {
    name: '周管',
    assignments: [{ duty: 'administrator' as const, scope: '' }],
    disabled: true,
  }
  await saveAccount('a3', 0, manager, given, by)
  for (const id of ['a2', 'a3', recoveryId, 'nobody'])
    await expect(recoverAccount(id, code, fresh)).rejects.toMatchObject({ code: 'not-allowed' })
  await recoverAccount(account.id, code, fresh)
})

it('stands nowhere as it is, and what is kept of it in no other table', async () => {
  const { account, code } = await machine()
  const { code: next } = await recoverAccount(account.id, code, fresh)
  const kept = await db.credentials.get(recoveryId)
  expect(await recoveryMade()).toMatchObject({ by: '王晓' })
  expect(kept).toMatchObject({ scheme: 'argon2id', memory: 32_768, passes: 2 })
  for (const table of db.tables) {
    const text = JSON.stringify(await table.toArray())
    for (const secret of [code, next, groupedCode(code), groupedCode(next)])
      expect(text.includes(secret), table.name).toBe(false)
    if (table.name === 'credentials') continue
    for (const secret of [kept?.verifier, kept?.salt, kept?.wrappedKey])
      expect(text.includes(secret ?? ''), table.name).toBe(false)
  }
})
