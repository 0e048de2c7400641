import { describe, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { followApplication } from '#actions/follow-application'
import { proposeApplications } from '#actions/propose-applications'
import { saveApplication } from '#actions/save-application'
import { saveApplicationAnswer } from '#actions/save-application-answer'
import { saveClosingRules } from '#actions/save-closing-rules'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveRectification } from '#actions/save-rectification'
import { takeApplicationStep } from '#actions/take-application-step'
import { takeRectificationStep } from '#actions/take-rectification-step'
import type { Application } from '#domain/applications/application'
import { nothingOwn } from '#domain/applications/own-rules'
import type { ApplicationStep } from '#domain/applications/step'
import { AppError } from '#domain/errors'
import type { Duty } from '#domain/people/duties'
import { rulesById, rulesOf } from '#domain/year-rules'
import { applicationById, applicationsOf, lastResultOf } from '#storage/applications'
import { db } from '#storage/database'
import { todosOf } from '#storage/todo'
import { applicationIn, candidate, rectification, source, wan } from '../domain/applications/sample.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'
import { keptApplication, rectifying } from './application-cases.ts'

async function take(application: Application, wanted: ApplicationStep, duty: Duty): Promise<Application> {
  const seen = [{ id: application.id, seenRevision: application.revision }]
  const [after] = await takeApplicationStep(seen, wanted, acting(duty))
  if (!after) throw new Error('the step gives it back')
  return after
}

const say = (id: ApplicationStep['id'], opinion = ''): ApplicationStep => ({ id, opinion })

describe('from the result to the money', () => {
  it('goes all the way, each in its turn, and the amounts stay as they were decided', async () => {
    let kept = await keptApplication('draft')
    kept = await take(kept, say('send-application'), 'performance')
    kept = await saveApplication(
      kept.id,
      kept.revision,
      { decidedChange: -60 * wan, budgetOpinion: '从严' },
      acting('budget'),
    )
    kept = await take(kept, say('submit-application'), 'budget')
    kept = await take(kept, { ...say('decide-application'), decidedBy: '局党组会议' }, 'budget')
    expect(kept).toMatchObject({ state: 'carrying', proposedChange: -52 * wan, decidedChange: -60 * wan })
    expect(kept.decidedBy).toBe('局党组会议')
    kept = await saveApplicationAnswer(
      kept.id,
      kept.revision,
      { answer: '已压减', doneChange: -60 * wan },
      acting('spending'),
    )
    kept = await take(kept, say('answer-application'), 'spending')
    kept = await take(kept, say('close-application'), 'performance')
    expect(kept.state).toBe('closed')
    expect(kept.trail.map(({ duty }) => duty)).toEqual([
      'performance',
      'budget',
      'budget',
      'spending',
      'performance',
    ])
  })
  it('names the leader who decides', async () => {
    const kept = await keptApplication('deciding', { decidedBy: '' })
    await expect(take(kept, say('decide-application'), 'budget')).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    expect((await take(kept, say('decide-application'), 'leader')).decidedBy).toBe('测试员')
  })
})

describe('refusals', () => {
  it('lists a result once', async () => {
    await freshDatabase()
    const { book, units } = await freshBook()
    const wanted = { ...candidate({ goalId: '' }), unitId: units[1].id }
    await proposeApplications(book.id, [wanted], by)
    await expect(proposeApplications(book.id, [wanted], by)).rejects.toMatchObject({
      code: 'application-open',
    })
    const twice = { ...wanted, source: source({ id: 'task-2' }) }
    await expect(proposeApplications(book.id, [twice, twice], by)).rejects.toMatchObject({
      code: 'application-open',
    })
    expect(await applicationsOf(book.id)).toHaveLength(1)
    await expect(proposeApplications(book.id, [candidate({ goalId: 'gone' })], by)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
  it('takes no step that is not complete, and keeps all as it was', async () => {
    const kept = await keptApplication('draft', { proposedChange: null })
    await expect(take(kept, say('send-application'), 'performance')).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    expect(await applicationById(kept.id)).toEqual(kept)
    const open = await keptApplication('answered', rectifying('reported'))
    await expect(take(open, say('close-application'), 'performance')).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    const silent = await keptApplication('carrying', { doneChange: null })
    await expect(take(silent, say('answer-application'), 'spending')).rejects.toMatchObject({
      code: 'condition-unmet',
    })
  })
  it("writes only in one's turn and only one's own part", async () => {
    const draft = await keptApplication('draft')
    const save = (change: object, duty: Duty) =>
      saveApplication(draft.id, draft.revision, change, acting(duty))
    await expect(save({ decidedChange: 0 }, 'performance')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(save({ reason: '改' }, 'budget')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(save({ state: 'closed' }, 'performance')).rejects.toMatchObject({ code: 'not-allowed' })
    const deciding = await keptApplication('deciding')
    const change = { decidedChange: -80 * wan }
    await expect(saveApplication(deciding.id, 1, change, by)).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await saveApplication(deciding.id, 1, change, acting('leader'))).decidedChange).toBe(-80 * wan)
    await expect(saveApplication(deciding.id, 1, change, acting('leader'))).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    const answered = await keptApplication('answered')
    await expect(
      saveApplicationAnswer(answered.id, 1, { answer: '' }, acting('spending')),
    ).rejects.toBeInstanceOf(AppError)
  })
  it('follows only what is open, on a day', async () => {
    const kept = await keptApplication('carrying')
    await expect(followApplication(kept.id, 1, { on: '明天', text: '催办' }, by)).rejects.toMatchObject({
      code: 'day-unfit',
    })
    await expect(followApplication(kept.id, 1, { on: '2026-03-10', text: ' ' }, by)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const closed = await keptApplication('closed')
    await expect(
      followApplication(closed.id, 1, { on: '2026-03-10', text: '催办' }, by),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })
  it('orders 整改 with a deadline to come, and only while it is open', async () => {
    const order = { demand: '限期完成', dueOn: '2020-01-01', number: '' }
    const wanted = { id: 'order-rectification', opinion: '', order } as const
    const kept = await keptApplication('carrying')
    await expect(takeRectificationStep(kept.id, 1, wanted, by)).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    const closed = await keptApplication('closed')
    const late = { ...wanted, order: { ...order, dueOn: '2099-01-01' } }
    await expect(takeRectificationStep(closed.id, 1, late, by)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(saveRectification(closed.id, 1, { report: '完成' }, acting('unit'))).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('待办', () => {
  it('waits for whose turn it is, and is late by its own day', async () => {
    const kept = await keptApplication('carrying', { rectification: rectification({ dueOn: '2026-04-30' }) })
    const todos = async (duty: Duty) =>
      (
        await todosOf(
          kept.bookId,
          { accountId: '', name: '' },
          [{ duty, scope: '' }],
          '2026-04-02T04:00:00.000Z',
        )
      )
        .filter(({ kind }) => kind === 'applications' || kind === 'rectifications')
        .map(({ kind, state, overdue, longest }) => ({ kind, state, overdue, longest }))
    expect(await todos('spending')).toEqual([
      { kind: 'applications', state: 'carrying', overdue: 1, longest: 3 },
    ])
    expect(await todos('budget')).toEqual([])
    expect(await todos('unit')).toEqual([
      { kind: 'rectifications', state: 'ordered', overdue: 0, longest: 0 },
    ])
    await db.applications.put({ ...kept, kind: 'government', unitId: '' })
    expect(await todos('budget')).toEqual([
      { kind: 'applications', state: 'carrying', overdue: 1, longest: 3 },
    ])
    expect(await todos('spending')).toEqual([])
  })
})

describe('上年评价', () => {
  it('is the application of the same project in the book before', async () => {
    await freshDatabase()
    const { book, units } = await freshBook()
    const content = { ...soundContent(units[1].id), code: 'P-9' }
    const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
    const goal = await saveGoalDraft(id, 1, content, by)
    const earlier = { ...book, id: 'before', year: 2025, previousId: '' }
    await db.books.bulkPut([earlier, { ...book, previousId: 'before' }])
    await db.goals.put({ ...goal, id: 'old', bookId: 'before', year: 2025 })
    const now = { ...book, previousId: 'before' }
    expect(await lastResultOf(now, goal)).toBeNull()
    await db.applications.put(applicationIn('carrying', { bookId: 'before', objectId: 'old', goalId: 'old' }))
    const found = await lastResultOf(now, goal)
    expect(found).toMatchObject({
      year: 2025,
      source: { result: 'medium' },
      application: { decidedChange: -52 * wan },
    })
    expect(await lastResultOf({ ...now, previousId: '' }, goal)).toBeNull()
  })
})

describe('the rules of the bureau', () => {
  it('are kept with their reason, count for what is proposed next, and are given back', async () => {
    await freshDatabase()
    const { book } = await freshBook()
    const wanted = { ...nothingOwn, numbers: { 'carry-days': 15 } } as const
    const saved = await saveClosingRules(book.id, 0, wanted, ' 按市局通知 ', by)
    expect(saved.ownClosing).toMatchObject({
      revision: 1,
      reason: '按市局通知',
      numbers: { 'carry-days': 15 },
    })
    expect(rulesOf(saved).applications.workingDays).toBe(15)
    await expect(saveClosingRules(book.id, 0, nothingOwn, '恢复', by)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await expect(saveClosingRules(book.id, 1, nothingOwn, ' ', by)).rejects.toMatchObject({
      code: 'entry-faulty',
    })
    const faulty = { ...nothingOwn, numbers: { 'carry-days': 0 } }
    await expect(saveClosingRules(book.id, 1, faulty, '缩短', by)).rejects.toMatchObject({
      code: 'entry-faulty',
    })
    const back = await saveClosingRules(book.id, 1, nothingOwn, '恢复', by)
    expect(rulesOf(back).applications).toEqual(rulesById('frame-2021').applications)
  })
})
