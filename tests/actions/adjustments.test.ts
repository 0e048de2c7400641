import { beforeEach, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { discardAdjustment } from '#actions/discard-adjustment'
import { openAdjustment } from '#actions/open-adjustment'
import { openAssessments } from '#actions/open-assessments'
import { registerTogether } from '#actions/register-together'
import { restoreAdjustment } from '#actions/restore-adjustment'
import { restoreTogether } from '#actions/restore-together'
import { saveAdjustment } from '#actions/save-adjustment'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeAdjustmentStep } from '#actions/take-adjustment-step'
import type { Adjustment } from '#domain/adjustments/adjustment'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { adjustmentsIn } from '#storage/adjustments'
import { auditOf, verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import { goalById } from '#storage/goals'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

beforeEach(freshDatabase)

const wan = 1_000_000
const words = { reason: '学生人数减少', budgetEffect: '调减经费' }

async function approvedGoal() {
  const { book, units } = await freshBook()
  const content = soundContent(units[1].id)
  const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
  const draft = await saveGoalDraft(id, 1, content, by)
  await db.goals.put({ ...draft, status: 'approved' })
  return { book, units, content, id }
}

function step(adjustment: Adjustment, id: Permission, duty: Duty, opinion = '') {
  return takeAdjustmentStep(adjustment.id, adjustment.revision, { id, opinion }, acting(duty))
}

it('changes an approved goal only at the end of its road, and leaves it locked', async () => {
  const { book, content, id } = await approvedGoal()
  const opened = await openAdjustment(id, acting('unit'))
  await expect(openAdjustment(id, acting('unit'))).rejects.toMatchObject({ code: 'adjustment-open' })
  await expect(step(opened, 'submit-adjustment', 'unit')).rejects.toMatchObject({ code: 'reason-missing' })
  const reasoned = await saveAdjustment(opened.id, opened.revision, words, acting('unit'))
  await expect(step(reasoned, 'submit-adjustment', 'unit')).rejects.toMatchObject({ code: 'nothing-changed' })
  const total = 500 * wan
  const less = { ...content, total, funding: [{ source: 'general-local' as const, amount: total }] }
  const saved = await saveAdjustment(opened.id, reasoned.revision, { after: less }, acting('unit'))
  const submitted = await step(saved, 'submit-adjustment', 'unit')
  await expect(saveAdjustment(submitted.id, submitted.revision, words, acting('unit'))).rejects.toMatchObject(
    {
      code: 'not-allowed',
    },
  )
  const passed = await step(submitted, 'pass-adjustment', 'spending')
  const confirmed = await step(passed, 'confirm-adjustment', 'performance')
  expect((await goalById(id))?.total).toBe(520 * wan)
  const applied = await step(confirmed, 'approve-adjustment', 'budget')
  expect(applied).toMatchObject({ state: 'applied', number: 1 })
  const goal = await goalById(id)
  expect(goal).toMatchObject({ status: 'approved', total, health: { errors: 0 } })
  await expect(saveGoalDraft(id, goal?.revision ?? 0, content, by)).rejects.toMatchObject({
    code: 'not-allowed',
  })
  const [entry] = await auditOf(id)
  expect(entry).toMatchObject({ action: 'approve-adjustment', duty: 'budget' })
  expect(entry?.changes.flatMap(({ fields }) => fields.map(({ label }) => label))).toContain('资金总额')
  expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  expect((await openAdjustment(id, acting('unit'))).number).toBe(2)
})

it('wants a 事前评估 of the change itself where it is major', async () => {
  const { book, content, id } = await approvedGoal()
  const [old] = await openAssessments(book, [id], '年初评估', acting('spending'))
  await db.assessments.update(old?.id ?? '', { state: 'concluded', conclusion: 'support' })
  const opened = await openAdjustment(id, acting('unit'))
  const funding = [{ source: 'general-local' as const, amount: 800 * wan }]
  const after = { ...content, total: 800 * wan, funding }
  const saved = await saveAdjustment(opened.id, 1, { ...words, after }, acting('unit'))
  const passed = await step(await step(saved, 'submit-adjustment', 'unit'), 'pass-adjustment', 'spending')
  await expect(step(passed, 'confirm-adjustment', 'performance')).rejects.toMatchObject({
    code: 'major-unassessed',
  })
  const [fresh] = await openAssessments(book, [id], '目标重大变化', acting('performance'))
  if (!fresh) throw new Error('nothing was listed')
  // It is about what the goal is to become, not about what was approved.
  expect(old).toMatchObject({ amount: 520 * wan })
  expect(fresh).toMatchObject({ amount: 800 * wan })
  expect(fresh.texts.funds).toContain('800.00 万元')
  await db.assessments.update(fresh.id, { state: 'concluded', conclusion: 'oppose' })
  await expect(step(passed, 'confirm-adjustment', 'performance')).rejects.toMatchObject({
    code: 'major-unassessed',
  })
  // 调整后支持 supports no more than it recommends.
  await db.assessments.update(fresh.id, { conclusion: 'adjust', recommended: 800 * wan - 1 })
  await expect(step(passed, 'confirm-adjustment', 'performance')).rejects.toMatchObject({
    code: 'major-unassessed',
  })
  await db.assessments.update(fresh.id, { recommended: 800 * wan })
  expect(await step(passed, 'confirm-adjustment', 'performance')).toMatchObject({ state: 'confirmed' })
})

it('a form with faults is not submitted, and what was refused is not counted', async () => {
  const { content, id } = await approvedGoal()
  const opened = await openAdjustment(id, acting('unit'))
  const faulty = { ...content, annualGoals: [] }
  const saved = await saveAdjustment(opened.id, 1, { ...words, after: faulty }, acting('unit'))
  await expect(step(saved, 'submit-adjustment', 'unit')).rejects.toMatchObject({ code: 'submission-blocked' })
  const mended = await saveAdjustment(
    opened.id,
    saved.revision,
    { after: { ...content, remarks: '按新校历执行' } },
    acting('unit'),
  )
  const submitted = await step(mended, 'submit-adjustment', 'unit')
  const passed = await step(submitted, 'pass-adjustment', 'spending')
  const confirmed = await step(passed, 'confirm-adjustment', 'performance')
  await step(confirmed, 'reject-adjustment', 'budget', '资金无法落实')
  expect(await goalById(id)).toMatchObject({ remarks: content.remarks, status: 'approved' })
  expect((await openAdjustment(id, acting('unit'))).number).toBe(1)
})

it('never moves a goal to another unit, and refuses where the goal is no longer what it started from', async () => {
  const { content, units, id } = await approvedGoal()
  const opened = await openAdjustment(id, acting('unit'))
  const after = { ...content, unitId: units[0].id, remarks: '按新校历执行' }
  const saved = await saveAdjustment(opened.id, 1, { ...words, after }, acting('unit'))
  expect(saved.after.unitId).toBe(units[1].id)
  const submitted = await step(saved, 'submit-adjustment', 'unit')
  const passed = await step(submitted, 'pass-adjustment', 'spending')
  const confirmed = await step(passed, 'confirm-adjustment', 'performance')
  await db.goals.update(id, { name: '别处改了名' })
  await expect(step(confirmed, 'approve-adjustment', 'budget')).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
})

it('is returned with an opinion, and a draft is deleted without a trace on the goal', async () => {
  const { book, content, id } = await approvedGoal()
  const before = await goalById(id)
  const opened = await openAdjustment(id, acting('unit'))
  const after = { ...content, remarks: '改' }
  const saved = await saveAdjustment(opened.id, 1, { ...words, after }, acting('unit'))
  const submitted = await step(saved, 'submit-adjustment', 'unit')
  await expect(step(submitted, 'return-adjustment', 'spending')).rejects.toMatchObject({
    code: 'opinion-missing',
  })
  await expect(discardAdjustment(submitted.id, submitted.revision, acting('unit'))).rejects.toMatchObject({
    code: 'not-allowed',
  })
  const returned = await step(submitted, 'return-adjustment', 'spending', '请附说明')
  expect(returned).toMatchObject({ state: 'returned', opinion: '请附说明' })
  await discardAdjustment(returned.id, returned.revision, acting('unit'))
  expect(await adjustmentsIn(book.id)).toEqual([])
  expect(await goalById(id)).toEqual(before)
})

it('reaches only its own units', async () => {
  const { id } = await approvedGoal()
  await expect(openAdjustment(id, acting('unit', '999'))).rejects.toMatchObject({ code: 'out-of-reach' })
  expect((await openAdjustment(id, acting('unit', '205003'))).number).toBe(1)
})

it('registers days for many at once, all or none', async () => {
  const { book, units, id } = await approvedGoal()
  const other = await createGoal(book.id, units[0].id, 'project', 'general', by)
  const wish = { stage: 'approved', what: 'both', on: '2026-02-01' } as const
  await registerTogether([id, other], wish, acting('budget'))
  await registerTogether([other], { ...wish, stage: 'published', on: '2026-02-20' }, acting('budget'))
  const late = registerTogether([id, other], { ...wish, on: '2026-03-01' }, acting('budget'))
  await expect(late).rejects.toMatchObject({ code: 'day-unfit' })
  expect((await db.reviews.get(id))?.together.goal.approvedOn).toBe('2026-02-01')
})

it('brings a deleted request back whole, unless another one was opened meanwhile', async () => {
  const { book, content, id } = await approvedGoal()
  const opened = await openAdjustment(id, acting('unit'))
  const after = { ...content, remarks: '改' }
  const saved = await saveAdjustment(opened.id, 1, { ...words, after }, acting('unit'))
  const token = await discardAdjustment(saved.id, saved.revision, acting('unit'))
  await restoreAdjustment(token, acting('unit'))
  expect(await adjustmentsIn(book.id)).toMatchObject([{ id: opened.id, reason: words.reason, after }])
  await expect(restoreAdjustment(token, acting('unit'))).rejects.toMatchObject({ code: 'undo-impossible' })
  const again = await discardAdjustment(saved.id, saved.revision + 1, acting('unit'))
  const other = await openAdjustment(id, acting('unit'))
  await expect(restoreAdjustment(again, acting('unit'))).rejects.toMatchObject({ code: 'undo-impossible' })
  await db.adjustments.update(other.id, { state: 'applied' })
  await expect(restoreAdjustment(again, acting('unit'))).rejects.toMatchObject({ code: 'undo-impossible' })
  await expect(restoreAdjustment('none', acting('unit'))).rejects.toMatchObject({ code: 'not-found' })
})

it('takes a registration back to what stood before, unless it was written since', async () => {
  const { id } = await approvedGoal()
  const tabled = { stage: 'tabled', what: 'both', on: '2026-01-20' } as const
  const first = await registerTogether([id], tabled, acting('budget'))
  const second = await registerTogether([id], { ...tabled, on: '2026-01-22' }, acting('budget'))
  await expect(restoreTogether(first, acting('budget'))).rejects.toMatchObject({ code: 'undo-impossible' })
  await restoreTogether(second, acting('budget'))
  expect((await db.reviews.get(id))?.together.funds.tabledOn).toBe('2026-01-20')
})

it('registers no 公示 of what is secret or not disclosed, and takes it out again', async () => {
  const { book, units, id } = await approvedGoal()
  const other = await createGoal(book.id, units[0].id, 'project', 'general', by)
  await db.goals.update(id, { disclosed: true, secret: false })
  await db.goals.update(other, { disclosed: false, secret: false })
  const wish = { stage: 'published', what: 'both', on: '2026-02-20' } as const
  for (const what of ['both', 'goal', 'funds'] as const) {
    const attempt = registerTogether([id, other], { ...wish, what }, acting('budget'))
    await expect(attempt).rejects.toMatchObject({ code: 'publication-exempt' })
  }
  expect(await db.reviews.get(id)).toBeUndefined()
  await registerTogether([id], wish, acting('budget'))
  await db.goals.update(id, { secret: true })
  await expect(registerTogether([id], wish, acting('budget'))).rejects.toMatchObject({
    code: 'publication-exempt',
  })
  await registerTogether([id], { ...wish, on: '' }, acting('budget'))
  expect((await db.reviews.get(id))?.together.goal.publishedOn).toBe('')
})

it('an assessment of what was asked for before does not speak for what is asked now', async () => {
  const { book, content, id } = await approvedGoal()
  const opened = await openAdjustment(id, acting('unit'))
  const of = (total: number) => ({
    ...content,
    total,
    funding: [{ source: 'general-local' as const, amount: total }],
  })
  const saved = await saveAdjustment(opened.id, 1, { ...words, after: of(800 * wan) }, acting('unit'))
  const submitted = await step(saved, 'submit-adjustment', 'unit')
  const [assessment] = await openAssessments(book, [id], '目标重大变化', acting('performance'))
  await db.assessments.update(assessment?.id ?? '', { state: 'concluded', conclusion: 'support' })
  const returned = await step(submitted, 'return-adjustment', 'spending', '请再核')
  await new Promise((resolve) => setTimeout(resolve, 5))
  const more = await saveAdjustment(opened.id, returned.revision, { after: of(900 * wan) }, acting('unit'))
  const passed = await step(await step(more, 'submit-adjustment', 'unit'), 'pass-adjustment', 'spending')
  await expect(step(passed, 'confirm-adjustment', 'performance')).rejects.toMatchObject({
    code: 'major-unassessed',
  })
})
