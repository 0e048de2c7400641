import { beforeEach, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { openAdjustment } from '#actions/open-adjustment'
import { saveAdjustment } from '#actions/save-adjustment'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeAdjustmentStep } from '#actions/take-adjustment-step'
import { takeGoalStep } from '#actions/take-goal-step'
import { db } from '#storage/database'
import { todosOf } from '#storage/todo'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

beforeEach(freshDatabase)

const day = 86_400_000

it('an adjustment waits for the duty whose turn it is, within its reach, and is overdue after its days', async () => {
  const { book, units } = await freshBook()
  const content = soundContent(units[1].id)
  const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
  await saveGoalDraft(id, 1, content, by)
  await db.goals.update(id, { status: 'approved' })
  const opened = await openAdjustment(id, acting('unit'))
  const after = { ...content, remarks: '按新校历执行' }
  const words = { reason: '学生人数减少', budgetEffect: '无' }
  const saved = await saveAdjustment(opened.id, 1, { ...words, after }, acting('unit'))
  const submit = { id: 'submit-adjustment', opinion: '' } as const
  const submitted = await takeAdjustmentStep(saved.id, saved.revision, submit, acting('unit'))

  async function waiting(duty: 'spending' | 'budget', scope: string, days: number) {
    const now = new Date(Date.parse(submitted.heldSince) + days * day).toISOString()
    const todos = await todosOf(book.id, by, [{ duty, scope }], now)
    return todos.filter(({ kind }) => kind === 'adjustments')
  }
  expect(await waiting('spending', '', 5)).toMatchObject([{ state: 'submitted', count: 1, overdue: 0 }])
  expect(await waiting('spending', '01', 6)).toMatchObject([{ word: '待初审', overdue: 1, longest: 1 }])
  expect(await waiting('spending', '08', 5)).toEqual([])
  expect(await waiting('budget', '', 5)).toEqual([])
})

it('a few that came back are named with the reason, many are counted', async () => {
  const { book, units } = await freshBook()
  const ids: string[] = []
  for (const name of ['甲项目', '乙项目', '丙项目', '丁项目']) {
    const content = { ...soundContent(units[1].id), name }
    const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
    await saveGoalDraft(id, 1, content, by)
    ids.push(id)
  }
  async function waiting() {
    const todos = await todosOf(book.id, by, [{ duty: 'unit', scope: '' }], new Date().toISOString())
    return todos.filter(({ kind }) => kind === 'goals')
  }
  expect(await waiting()).toMatchObject([{ state: 'draft', count: 4, items: [] }])
  const submit = { id: 'submit-goal', opinion: '' } as const
  await takeGoalStep(ids[0] ?? '', 2, submit, acting('unit'))
  const back = { id: 'return-first-review', opinion: '请核减设备费。' } as const
  await takeGoalStep(ids[0] ?? '', 3, back, acting('spending'))
  expect(await waiting()).toMatchObject([
    { state: 'draft', count: 3, items: [{ note: '' }, { note: '' }, { note: '' }] },
    { state: 'returned', count: 1, items: [{ id: ids[0], name: '甲项目', note: '请核减设备费。' }] },
  ])
})
