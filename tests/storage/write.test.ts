import { beforeEach, expect, it, vi } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { AppError } from '#domain/errors'
import { auditOf, verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import { goalById, goalRows } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'
import { by, freshBook, freshDatabase, soundContent } from './world.ts'

beforeEach(freshDatabase)

async function savedGoal() {
  const { book, units } = await freshBook()
  const id = await createGoal(book.id, units[1].id, 'project', 'general', by)
  const goal = await saveGoalDraft(id, 1, soundContent(units[1].id), by)
  return { book, units, goal }
}

it('notes who changed what from what to what', async () => {
  const { goal } = await savedGoal()
  const { id, revision } = goal
  await saveGoalDraft(id, revision, { ...soundContent(goal.unitId), name: '营养餐' }, { ...by, name: '王芳' })
  const [last] = await auditOf(id)
  expect(last).toMatchObject({ by: '王芳', action: 'save-goal-draft', subjectIds: [id] })
  expect(last?.at).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(last?.changes[0]?.fields).toContainEqual(
    expect.objectContaining({ field: 'name', from: '义务教育营养改善计划', to: '营养餐' }),
  )
})

it('takes everything back when a write breaks half-way: no record, no ledger row, no entry', async () => {
  const { book, goal } = await savedGoal()
  const before = await Promise.all([
    db.goals.toArray(),
    db.goalRows.toArray(),
    db.audit.toArray(),
    db.auditHeads.toArray(),
  ])
  const broken = write(
    newStamp(by),
    { action: 'save-goal-draft', bookId: book.id, summary: '' },
    ['goals', 'units'],
    async (writer) => {
      await writer.put('goals', [{ ...goal, name: '改了一半', revision: 9 }])
      await writer.remove('units', [goal.unitId])
      throw new Error('killed')
    },
  )
  await expect(broken).rejects.toThrow('killed')
  const after = await Promise.all([
    db.goals.toArray(),
    db.goalRows.toArray(),
    db.audit.toArray(),
    db.auditHeads.toArray(),
  ])
  expect(after).toEqual(before)
  expect(await db.units.get(goal.unitId)).toBeDefined()
})

it('keeps the code of a refusal through the transaction', async () => {
  const { book } = await savedGoal()
  const refused = write(
    newStamp(by),
    { action: 'save-goal-draft', bookId: book.id, summary: '' },
    ['goals'],
    async () => {
      throw new AppError('not-allowed')
    },
  )
  await expect(refused).rejects.toMatchObject({ code: 'not-allowed' })
})

it('reports a full disk by its code', async () => {
  const { book } = await savedGoal()
  const full = write(
    newStamp(by),
    { action: 'save-goal-draft', bookId: book.id, summary: '' },
    ['goals'],
    async () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  )
  await expect(full).rejects.toMatchObject({ code: 'storage-full' })
})

it('writes no entry where nothing changed', async () => {
  const { book, goal } = await savedGoal()
  const before = await db.audit.count()
  const same = await saveGoalDraft(goal.id, goal.revision, soundContent(goal.unitId), by)
  expect(same.revision).toBe(goal.revision)
  expect(await db.audit.count()).toBe(before)
  expect(await verifyAudit(book.id)).toMatchObject({ intact: true, brokenAt: null })
})

it('refuses the second of two windows that edit the same goal', async () => {
  const { goal } = await savedGoal()
  const first = { ...soundContent(goal.unitId), contact: '甲' }
  const second = { ...soundContent(goal.unitId), contact: '乙' }
  await saveGoalDraft(goal.id, goal.revision, first, by)
  await expect(saveGoalDraft(goal.id, goal.revision, second, by)).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
  expect((await goalById(goal.id))?.contact).toBe('甲')
})

it('lets exactly one of two writes at the same moment through', async () => {
  const { goal } = await savedGoal()
  const results = await Promise.allSettled(
    ['甲', '乙'].map((contact) =>
      saveGoalDraft(goal.id, goal.revision, { ...soundContent(goal.unitId), contact }, by),
    ),
  )
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
})

it('notices an altered entry, a missing one and a trail cut off at its end', async () => {
  const { book } = await savedGoal()
  expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  const entries = await db.audit.orderBy('[bookId+number]').toArray()
  const [, second] = entries
  const last = entries.at(-1)
  if (!second || !last) throw new Error('too few entries')

  await db.audit.put({ ...second, by: '别人' })
  expect(await verifyAudit(book.id)).toMatchObject({ intact: false, brokenAt: 2 })
  await db.audit.delete(second.id)
  expect(await verifyAudit(book.id)).toMatchObject({ intact: false, brokenAt: 2 })
  await db.audit.put(second)
  expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  await db.audit.delete(last.id)
  expect(await verifyAudit(book.id)).toMatchObject({ intact: false })
})

it('keeps the ledger row in step with the goal', async () => {
  const { book, goal } = await savedGoal()
  const [row] = await goalRows(book.id)
  expect(row).toMatchObject({
    id: goal.id,
    name: '义务教育营养改善计划',
    initials: 'ywjyyygsjh',
    weightSum: 9000,
    indicatorCount: 6,
    total: 520_000_000,
    status: 'draft',
  })
})

it('gives ids that rise across stamps, within a millisecond and when the clock is set back', () => {
  const taken = Array.from({ length: 20_000 }, () => newStamp(by).nextId())
  const clock = vi.spyOn(Date, 'now').mockReturnValue(1_000)
  taken.push(newStamp(by).nextId(), newStamp(by).nextId())
  clock.mockRestore()
  expect(taken.toSorted()).toEqual(taken)
  expect(new Set(taken).size).toBe(taken.length)
})
