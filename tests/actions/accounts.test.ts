import { beforeEach, describe, expect, it, vi } from 'vitest'
import { changePassword } from '#actions/change-password'
import { createBook } from '#actions/create-book'
import { createFirstAccount } from '#actions/create-first-account'
import { logIn } from '#actions/log-in'
import { resetPassword } from '#actions/reset-password'
import { saveAccount } from '#actions/save-account'
import { actorOf } from '#domain/people/account'
import { verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import { open, seal } from '#storage/sealing'
import { acting, freshDatabase } from '../storage/world.ts'

vi.mock('@noble/hashes/argon2.js', () => import('../storage/quick-argon2.ts'))

beforeEach(freshDatabase)

const right = 'Nanjiang-2026'

async function firstAccount() {
  const { account, dataKey } = await createFirstAccount('王晓', right)
  const administrator = actorOf(account, { duty: 'administrator', scope: '' })
  return { account, dataKey, administrator }
}

async function secondAccount() {
  const first = await firstAccount()
  const content = { name: '李初', assignments: [{ duty: 'spending' as const, scope: '06' }], disabled: false }
  const given = { password: 'Chushi-0001', dataKey: first.dataKey }
  const account = await saveAccount('a2', 0, content, given, first.administrator)
  return { ...first, second: account, content }
}

describe('the first account', () => {
  it('is made once, manages accounts, and holds every duty of budgets but not the audit', async () => {
    const { account } = await firstAccount()
    expect(account.assignments.map(({ duty }) => duty)).toContain('administrator')
    expect(account.assignments.map(({ duty }) => duty)).not.toContain('auditor')
    await expect(createFirstAccount('另一人', right)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await db.accounts.count()).toBe(1)
    expect(await db.credentials.count()).toBe(1)
  })
  it.each([
    ['王晓', '1234567', 'password-unfit'],
    ['王晓', '12345678', 'password-unfit'],
    [' ', right, 'account-unfit'],
  ])('refuses %j with %j', async (name, password, code) => {
    await expect(createFirstAccount(name, password)).rejects.toMatchObject({ code })
    expect(await db.accounts.count()).toBe(0)
  })
})

describe('logging in', () => {
  it('opens the sealed fields with the right password alone', async () => {
    const { account, dataKey } = await firstAccount()
    const sealed = await seal('510121199003071234', dataKey, 'x')
    const entered = await logIn(account.id, right)
    expect(await open(sealed, entered.dataKey, 'x')).toBe('510121199003071234')
    for (const wrong of ['', 'nanjiang-2026', `${right} `, right.slice(1)]) {
      await expect(logIn(account.id, wrong)).rejects.toMatchObject({ code: /login-failed|account-locked/ })
    }
    await expect(logIn('nobody', right)).rejects.toMatchObject({ code: 'login-failed' })
  })
  it('locks after five, also for the right password, until it is reset', async () => {
    const { second, administrator, dataKey } = await secondAccount()
    for (let turn = 0; turn < 5; turn++) await logIn(second.id, `falsch-${turn}`).catch(() => turn)
    await expect(logIn(second.id, 'Chushi-0001')).rejects.toMatchObject({ code: 'account-locked' })
    await resetPassword(second.id, 'Chongshe-01', dataKey, administrator)
    expect((await logIn(second.id, 'Chongshe-01')).account).toMatchObject({
      passwordGiven: true,
      failures: 0,
    })
  })
  it('tells a damaged key from a wrong password, and lets in once the password was set anew', async () => {
    const { second, administrator, dataKey } = await secondAccount()
    const credential = await db.credentials.get(second.id)
    // The raw store, as a fault of the disk would leave it.
    await db.table('credentials').put({ ...credential, wrappedKey: 'v1.x.y' })
    await expect(logIn(second.id, 'falsch-0')).rejects.toMatchObject({ code: 'login-failed' })
    await expect(logIn(second.id, 'Chushi-0001')).rejects.toMatchObject({ code: 'data-key-lost' })
    await resetPassword(second.id, 'Chongshe-01', dataKey, administrator)
    expect((await logIn(second.id, 'Chongshe-01')).account.id).toBe(second.id)
  })
  it('lets nobody in whose account is disabled', async () => {
    const { second, content, administrator } = await secondAccount()
    await saveAccount(second.id, 1, { ...content, disabled: true }, null, administrator)
    await expect(logIn(second.id, 'Chushi-0001')).rejects.toMatchObject({ code: 'login-failed' })
  })
})

describe('passwords', () => {
  it('are changed by their owner, who knows the old one; the sealed fields stay readable', async () => {
    const { second, dataKey } = await secondAccount()
    const sealed = await seal('6222020200112233445', dataKey)
    const owner = actorOf(second, { duty: 'spending', scope: '06' })
    await expect(changePassword('wrong-old', 'Xinmima-77', owner)).rejects.toMatchObject({
      code: 'login-failed',
    })
    await expect(changePassword('Chushi-0001', 'short', owner)).rejects.toMatchObject({
      code: 'password-unfit',
    })
    await changePassword('Chushi-0001', 'Xinmima-77', owner)
    await expect(logIn(second.id, 'Chushi-0001')).rejects.toMatchObject({ code: 'login-failed' })
    const { account, dataKey: again } = await logIn(second.id, 'Xinmima-77')
    expect(account.passwordGiven).toBe(false)
    expect(await open(sealed, again)).toBe('6222020200112233445')
  })
  it('and what proves them stand nowhere in the trail, and in no other table', async () => {
    const { second, administrator, dataKey } = await secondAccount()
    await logIn(second.id, 'Chushi-0001')
    await resetPassword(second.id, 'Chongshe-01', dataKey, administrator)
    const credentials = await db.credentials.toArray()
    const secrets = [right, 'Chushi-0001', 'Chongshe-01']
    for (const { verifier, salt, wrappedKey } of credentials) secrets.push(verifier, salt, wrappedKey)
    for (const table of db.tables.filter(({ name }) => name !== 'credentials')) {
      const text = JSON.stringify(await table.toArray())
      for (const secret of secrets) expect(text.includes(secret)).toBe(false)
    }
    expect(new Set(credentials.map(({ salt }) => salt)).size).toBe(2)
    expect(await verifyAudit('')).toMatchObject({ intact: true })
  })
})

describe('who may', () => {
  it('only the administrator makes, changes and resets accounts', async () => {
    const { second, content, dataKey } = await secondAccount()
    for (const duty of ['performance', 'budget', 'leader', 'unit', 'auditor'] as const) {
      const by = acting(duty)
      const saving = saveAccount(second.id, 1, { ...content, name: '改名' }, null, by)
      await expect(saving).rejects.toMatchObject({ code: 'not-permitted' })
      await expect(resetPassword(second.id, 'Chongshe-01', dataKey, by)).rejects.toMatchObject({
        code: 'not-permitted',
      })
    }
    expect((await db.accounts.get(second.id))?.name).toBe('李初')
  })
  it('the administrator does no budget work', async () => {
    const identity = {
      regionCode: '511922',
      regionName: '南江县',
      level: 'county' as const,
      office: '南江县财政局',
      section: '监督与绩效管理科',
    }
    const making = createBook({ year: 2026, identity, rulesId: 'frame-2021', by: acting('administrator') })
    await expect(making).rejects.toMatchObject({ code: 'not-permitted' })
  })
  it('never keeps accounts and audit in one hand, nor leaves nobody to manage', async () => {
    const { account, administrator } = await firstAccount()
    const both = [...account.assignments, { duty: 'auditor' as const, scope: '' }]
    const joined = saveAccount(account.id, 1, { ...account, assignments: both }, null, administrator)
    await expect(joined).rejects.toMatchObject({ code: 'account-unfit' })
    const gone = saveAccount(account.id, 1, { ...account, disabled: true }, null, administrator)
    await expect(gone).rejects.toMatchObject({ code: 'account-unfit' })
  })
})
