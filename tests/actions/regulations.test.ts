import { beforeEach, expect, it } from 'vitest'
import { listRegulations } from '#actions/list-regulations'
import { removeRegulation } from '#actions/remove-regulation'
import { restoreRegulation } from '#actions/restore-regulation'
import { saveRegulation } from '#actions/save-regulation'
import { emptyRegulation } from '#domain/regulations'
import { verifyAudit } from '#storage/audit'
import { allRegulations } from '#storage/regulations'
import { lastAudit } from '../storage/last-audit.ts'
import { by, freshBook, freshDatabase } from '../storage/world.ts'

beforeEach(freshDatabase)

const plan = { ...emptyRegulation, name: '实施方案', number: '巴财〔2020〕38号' }

it('keeps a document with its entry in the trail, from what to what', async () => {
  const { book } = await freshBook()
  const kept = await saveRegulation(book.id, 'a', 0, plan, by)
  await saveRegulation(book.id, 'a', kept.revision, { ...plan, inForce: false }, by)
  expect(await allRegulations()).toMatchObject([
    { name: '实施方案', inForce: false, initials: 'ssfa', revision: 2 },
  ])
  const [last] = await lastAudit(book.id, 1)
  expect(last?.changes[0]?.fields).toEqual([{ field: 'inForce', label: '现行有效', from: '是', to: '否' }])
  expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
})

it('refuses the second of two changes to the same document, and a 文号 given twice', async () => {
  const { book } = await freshBook()
  const kept = await saveRegulation(book.id, 'a', 0, plan, by)
  await saveRegulation(book.id, 'a', kept.revision, { ...plan, note: '一' }, by)
  const late = saveRegulation(book.id, 'a', kept.revision, { ...plan, note: '二' }, by)
  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
  const twin = saveRegulation(book.id, 'b', 0, { ...plan, name: '另一份', number: '巴财[2020]38号' }, by)
  await expect(twin).rejects.toMatchObject({ code: 'duplicate-code' })
  expect(await allRegulations()).toMatchObject([{ note: '一' }])
})

it('adds the shipped list once, beside what is there', async () => {
  const { book } = await freshBook()
  await saveRegulation(book.id, 'a', 0, { ...plan, name: '我局的方案' }, by)
  const count = await listRegulations(book.id, by)
  expect(count).toBeGreaterThan(10)
  expect(await listRegulations(book.id, by)).toBe(0)
  const all = await allRegulations()
  expect(all.filter(({ number }) => number === '巴财〔2020〕38号')).toMatchObject([{ name: '我局的方案' }])
})

it('brings a removed document back whole', async () => {
  const { book } = await freshBook()
  const kept = await saveRegulation(book.id, 'a', 0, plan, by)
  await removeRegulation(book.id, kept, by)
  expect(await allRegulations()).toEqual([])
  await restoreRegulation(book.id, kept, by)
  expect(await allRegulations()).toEqual([kept])
})
