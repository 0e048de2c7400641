import { beforeEach, expect, it } from 'vitest'
import { rateExpert } from '#actions/rate-expert'
import { saveExpert } from '#actions/save-expert'
import { type Expert, emptyExpert } from '#domain/experts/expert'
import type { Duty } from '#domain/people/duties'
import { db } from '#storage/database'
import { readSecret } from '#storage/expert-secrets'
import { newDataKey } from '#storage/sealing'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'
import { lastAudit } from '../storage/last-audit.ts'
import { acting, by, freshBook, freshDatabase } from '../storage/world.ts'

beforeEach(freshDatabase)

const identity = '11010519491231002X'
const bank = '农业银行南江支行 6228480012345678917'
const account = '6228480012345678917'

async function registered(key: CryptoKey): Promise<{ expert: Expert; bookId: string }> {
  const { book } = await freshBook()
  const form = { ...emptyExpert, name: '李某' }
  const expert = await saveExpert(book.id, 'a', 0, form, { identity, bank }, key, by)
  return { expert, bookId: book.id }
}

/** Every text kept anywhere in the database, keys of objects included. */
async function everything(): Promise<string> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()))
  return JSON.stringify(tables)
}

it('no table keeps a number in the clear, the trail included, whatever is done with the expert', async () => {
  const key = await newDataKey()
  const { expert, bookId } = await registered(key)
  const other = { identity: '440524188001010014', bank: '工行 6222021234567890123' }
  const changed = await saveExpert(bookId, 'a', 1, { ...expert, note: '改' }, other, key, by)
  const rating = { on: '2026-03-01', subject: '某', drawId: '', grade: 'good' as const, fee: null, note: '' }
  const rated = await rateExpert(bookId, changed, rating, by)
  const gone = await saveExpert(bookId, 'a', rated.revision, rated, { identity: '', bank: '' }, key, by)
  expect(gone).toMatchObject({ sealedIdentity: '', sealedBank: '', identityTail: '' })
  await saveExpert(bookId, 'a', gone.revision, gone, { identity, bank }, key, by)
  const removal = { action: 'save-expert', bookId, summary: '移除' } as const
  await write(newStamp(by), removal, ['experts'], (writer) => writer.remove('experts', ['a']))
  await saveExpert(bookId, 'b', 0, gone, { identity, bank }, key, by)

  const text = await everything()
  expect(text).toContain('李某')
  for (const secret of [identity, identity.slice(0, 14), account, account.slice(-6), '农业银行'])
    expect(text).not.toContain(secret)
  for (const secret of [other.identity, other.identity.slice(0, 14), '6222021234567890123', '工行'])
    expect(text).not.toContain(secret)
})

it('the trail says that a number changed and shows neither it nor its sealed form', async () => {
  const key = await newDataKey()
  const { expert, bookId } = await registered(key)
  const after = await saveExpert(bookId, 'a', 1, expert, { bank: '工行 6222021234567890123' }, key, by)
  const [last] = await lastAudit(bookId, 1)
  expect(last?.changes[0]?.fields).toEqual([
    { field: 'sealedBank', label: '银行账号', from: '（已加密）', to: '（已加密）' },
  ])
  const removal = { action: 'save-expert', bookId, summary: '移除' } as const
  await write(newStamp(by), removal, ['experts'], (writer) => writer.remove('experts', ['a']))
  const trail = JSON.stringify(await lastAudit(bookId, 100))
  for (const sealed of [expert.sealedBank, after.sealedBank, after.sealedIdentity]) {
    expect(sealed).toMatch(/^v1\./)
    expect(trail).not.toContain(sealed)
  }
})

it('keeps what was not typed, and only the tail to tell people apart', async () => {
  const key = await newDataKey()
  const { expert, bookId } = await registered(key)
  const after = await saveExpert(bookId, 'a', 1, { ...expert, phone: '1' }, {}, null, by)
  expect(after).toMatchObject({ identityTail: '002X', sealedBank: expert.sealedBank })
  expect(await readSecret(after, 'identity', key, by)).toBe(identity)
  expect(await readSecret(after, 'bank', key, by)).toBe(bank)
})

it('a form cannot put sealed text of its own beside a name', async () => {
  const key = await newDataKey()
  const { expert, bookId } = await registered(key)
  const forged = { ...emptyExpert, name: '张某', sealedBank: expert.sealedBank, identityTail: '0000' }
  expect(await saveExpert(bookId, 'b', 0, forged, {}, key, by)).toMatchObject({
    sealedBank: '',
    identityTail: '',
  })
})

it('a number put into the row of another expert does not open there', async () => {
  const key = await newDataKey()
  const { expert } = await registered(key)
  const moved = { ...expert, id: 'b' }
  await expect(readSecret(moved, 'bank', key, by)).rejects.toMatchObject({ code: 'sealed-unreadable' })
  const swapped = { ...expert, sealedBank: expert.sealedIdentity }
  await expect(readSecret(swapped, 'bank', key, by)).rejects.toMatchObject({ code: 'sealed-unreadable' })
})

it('opens for 绩效 and 评审 who are logged in, for nobody else', async () => {
  const key = await newDataKey()
  const { expert } = await registered(key)
  expect(await readSecret(expert, 'bank', key, acting('investment'))).toBe(bank)
  await expect(readSecret(expert, 'bank', null, by)).rejects.toMatchObject({ code: 'data-key-missing' })
  await expect(readSecret(expert, 'bank', await newDataKey(), by)).rejects.toMatchObject({
    code: 'sealed-unreadable',
  })
  const others: Duty[] = ['budget', 'inspection', 'spending', 'leader', 'unit', 'administrator', 'auditor']
  for (const duty of others)
    await expect(readSecret(expert, 'bank', key, acting(duty)), duty).rejects.toMatchObject({
      code: 'not-permitted',
    })
})
