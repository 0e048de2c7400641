import { beforeEach, expect, it } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { createGoal } from '#actions/create-goal'
import { deleteGoals } from '#actions/delete-goals'
import { restoreGoals } from '#actions/restore-goals'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveUnits } from '#actions/save-units'
import { setBookRules } from '#actions/set-book-rules'
import { takeGoalStep } from '#actions/take-goal-step'
import { takeGoalSteps } from '#actions/take-goal-steps'
import { type GoalContent, matchKeyOf } from '#domain/goals/goal'
import { emptyReview } from '#domain/goals/review'
import { verifyAudit } from '#storage/audit'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { goalById, goalRows, goalsOf, previousGoals } from '#storage/goals'
import { passableRows } from '#storage/passable-goals'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

beforeEach(freshDatabase)

const submit = { id: 'submit-goal', opinion: '' } as const

async function draft(bookId: string, content: GoalContent) {
  const id = await createGoal(bookId, content.unitId, content.kind, content.book, by)
  return saveGoalDraft(id, 1, content, by)
}

it('submits only what has no error, then no draft can be written until it is withdrawn', async () => {
  const { book, units } = await freshBook()
  const empty = await createGoal(book.id, units[1].id, 'project', 'general', by)
  await expect(takeGoalStep(empty, 1, submit, by)).rejects.toMatchObject({ code: 'submission-blocked' })
  const goal = await draft(book.id, soundContent(units[1].id))
  expect(goal.health.errors).toBe(0)
  const submitted = await takeGoalStep(goal.id, goal.revision, submit, by)
  expect(submitted.status).toBe('submitted')
  const saving = saveGoalDraft(goal.id, submitted.revision, soundContent(units[1].id, '改名'), by)
  await expect(saving).rejects.toMatchObject({ code: 'not-allowed' })
  const withdrawn = await takeGoalStep(goal.id, submitted.revision, { id: 'withdraw-goal', opinion: '' }, by)
  expect(withdrawn.status).toBe('draft')
  const approving = takeGoalStep(
    goal.id,
    withdrawn.revision,
    { id: 'approve-goal', opinion: '' },
    acting('budget'),
  )
  await expect(approving).rejects.toMatchObject({ code: 'not-allowed' })
})

it('returns with an opinion and refuses a step on a revision that is no longer the newest', async () => {
  const { book, units } = await freshBook()
  const goal = await draft(book.id, soundContent(units[1].id))
  const submitted = await takeGoalStep(goal.id, goal.revision, submit, by)
  const back = { id: 'return-first-review', opinion: '请补充成本指标' } as const
  const spending = acting('spending')
  const stale = takeGoalStep(goal.id, goal.revision, back, spending)
  await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' })
  const silent = takeGoalStep(goal.id, submitted.revision, { ...back, opinion: ' ' }, spending)
  await expect(silent).rejects.toMatchObject({ code: 'opinion-missing' })
  const returned = await takeGoalStep(goal.id, submitted.revision, back, spending)
  expect(returned).toMatchObject({ status: 'returned', opinion: '请补充成本指标' })
})

it('changes the state of many in one entry and says which stayed and why', async () => {
  const { book, units } = await freshBook()
  const one = await draft(book.id, soundContent(units[1].id, '营养餐补助'))
  const two = await draft(book.id, soundContent(units[0].id, '校车安全运行'))
  const empty = await createGoal(book.id, units[1].id, 'project', 'general', by)
  const entries = await db.audit.count()
  const result = await takeGoalSteps([one.id, two.id, empty, 'gone'], submit, by)
  expect(result.done).toEqual([one.id, two.id])
  expect(result.refused).toEqual([
    { id: empty, reason: 'submission-blocked' },
    { id: 'gone', reason: 'not-found' },
  ])
  expect(await db.audit.count()).toBe(entries + 1)
  expect((await goalRows(book.id)).map((row) => row.status).sort()).toEqual([
    'draft',
    'submitted',
    'submitted',
  ])
})

it('knows which of many no missing grade keeps from the joint review, and reads each goal once', async () => {
  const { book, units } = await freshBook()
  await draft(book.id, soundContent(units[1].id, '营养餐补助'))
  const key = await draft(book.id, { ...soundContent(units[0].id, '校车安全运行'), importance: 'key' })
  const rows = await goalRows(book.id)
  const known = new Map<string, boolean>()
  const names = async (step: 'pass-first-review' | 'pass-joint-review') =>
    (await passableRows(rows, step, known)).map(({ name }) => name).sort()
  expect(await names('pass-first-review')).toEqual(['校车安全运行', '营养餐补助'])
  expect(known.size).toBe(0)
  expect(await names('pass-joint-review')).toEqual(['营养餐补助'])
  const review = emptyReview(key)
  await db.reviews.put({ ...review, sheet: { ...review.sheet, grade: 'good' } })
  await db.goals.clear()
  expect(await names('pass-joint-review')).toEqual(['校车安全运行', '营养餐补助'])
  await db.reviews.put({ ...review, sheet: { ...review.sheet, grade: 'poor' } })
  expect(await names('pass-joint-review')).toEqual(['营养餐补助'])
})

it('deletes drafts only, and brings them back', async () => {
  const { book, units } = await freshBook()
  const goal = await draft(book.id, soundContent(units[1].id))
  const token = await deleteGoals([goal.id], by)
  expect(await goalById(goal.id)).toBeNull()
  expect(await goalRows(book.id)).toEqual([])
  await restoreGoals(token, by)
  expect(await goalById(goal.id)).toMatchObject({ name: goal.name, indicators: goal.indicators })
  await expect(restoreGoals(token, by)).rejects.toMatchObject({ code: 'undo-impossible' })
  const current = await goalById(goal.id)
  await takeGoalStep(goal.id, current?.revision ?? 0, submit, by)
  await expect(deleteGoals([goal.id], by)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
})

it('carries sections, units and projects that go on into the next year', async () => {
  const { book, units } = await freshBook()
  await draft(book.id, soundContent(units[1].id, '常年项目'))
  await draft(book.id, { ...soundContent(units[1].id, '一次项目'), duration: 'once' })
  await draft(book.id, {
    ...soundContent(units[1].id, '续建项目'),
    duration: 'continuing',
    endsOn: '2027-06-30',
  })
  await draft(book.id, {
    ...soundContent(units[1].id, '完工项目'),
    duration: 'continuing',
    endsOn: '2026-11-30',
  })
  const next = await carryForward(book.id, by)
  expect(next).toMatchObject({ year: 2027, previousId: book.id, name: '2027 年度（南江县）' })
  expect(await sectionsOf(next.id)).toHaveLength(13)
  const [office, pupil] = await unitsOf(next.id)
  expect(pupil?.parentId).toBe(office?.id)
  const goals = await goalsOf(next.id)
  expect(goals.map((goal) => goal.name).sort()).toEqual(['常年项目', '续建项目'])
  const recurring = goals.find((goal) => goal.name === '常年项目')
  if (!recurring) throw new Error('not carried')
  expect(recurring).toMatchObject({ startsOn: '2027-01-01', status: 'draft', year: 2027, unitId: pupil?.id })
  const { previous } = await previousGoals(next, matchKeyOf(recurring))
  expect(previous?.name).toBe('常年项目')
  await expect(carryForward(book.id, by)).rejects.toMatchObject({ code: 'not-allowed' })
})

it('keeps codes of units unique and units with goals in place', async () => {
  const { book, units } = await freshBook()
  const [office, school] = units
  const twice = saveUnits(book.id, [office, { ...school, code: office.code }], by)
  await expect(twice).rejects.toMatchObject({ code: 'duplicate-code' })
  const wide = saveUnits(book.id, [office, { ...school, code: '２０５ ００１' }], by)
  await expect(wide).rejects.toMatchObject({ code: 'duplicate-code' })
  await draft(book.id, soundContent(school.id))
  await expect(saveUnits(book.id, [office], by)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await unitsOf(book.id)).toHaveLength(2)
})

it('finds the goals again under another rule pack without noting each of them', async () => {
  const { book, units } = await freshBook()
  const goal = await draft(book.id, soundContent(units[1].id))
  const changed = await setBookRules(book.id, 'frame-2015', by)
  expect(changed.rulesId).toBe('frame-2015')
  expect((await goalById(goal.id))?.revision).toBe(goal.revision)
  const [row] = await goalRows(book.id)
  expect(row?.health).toEqual((await goalById(goal.id))?.health)
})
