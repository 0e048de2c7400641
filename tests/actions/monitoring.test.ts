import { beforeEach, describe, expect, it } from 'vitest'
import { setRoundState } from '#actions/close-round'
import { createGoal } from '#actions/create-goal'
import { extendRound } from '#actions/extend-round'
import { openRound } from '#actions/open-round'
import { saveCurve } from '#actions/save-curve'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveMonitoring } from '#actions/save-monitoring'
import { saveOwnRules } from '#actions/save-own-rules'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { AppError } from '#domain/errors'
import type { Goal } from '#domain/goals/goal'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { YearBook } from '#domain/year-book'
import { rulesById, rulesOf } from '#domain/year-rules'
import { db } from '#storage/database'
import { monitoringById, monitoringsOf, monitoringsOfGoal } from '#storage/monitorings'
import { todosOf } from '#storage/todo'
import { onceAt } from '../domain/execution/once-at.ts'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

let book: YearBook
let goals: [Goal, Goal]

async function goalOf(unitId: string, name: string, status: Goal['status']): Promise<Goal> {
  const content = soundContent(unitId, name)
  const id = await createGoal(book.id, unitId, content.kind, content.book, by)
  const goal = { ...(await saveGoalDraft(id, 1, content, by)), status }
  await db.goals.put(goal)
  return goal
}

beforeEach(async () => {
  await freshDatabase()
  const made = await freshBook()
  book = made.book
  goals = [
    await goalOf(made.units[1].id, '营养改善计划', 'approved'),
    await goalOf(made.units[0].id, '校舍维修', 'draft'),
  ]
})

async function issued(): Promise<Monitoring> {
  const { round } = await openRound(book.id, wantedRound, by)
  const [form] = await monitoringsOf(book.id, round.id)
  if (!form) throw new Error('the round has a form')
  return form
}

/** Everything reported, with the revision after it. */
async function filledIn(): Promise<Monitoring> {
  const form = await issued()
  const { funds, entries } = reported(form)
  const written = [{ id: form.id, seenRevision: form.revision, change: { funds, entries } }]
  const [saved] = await saveMonitoring(written, acting('unit'))
  if (!saved) throw new Error('it was saved')
  return saved
}

function step(form: Monitoring, id: Parameters<typeof takeMonitoringStep>[1]['id'], opinion = '') {
  return async (duty: Parameters<typeof acting>[0], scope = '') => {
    const seen = [{ id: form.id, seenRevision: form.revision }]
    const [after] = await takeMonitoringStep(seen, { id, opinion }, acting(duty, scope))
    if (!after) throw new Error('the step gives the form back')
    return after
  }
}

describe('rounds', () => {
  it('opens a form for every approved goal, with one entry in the trail', async () => {
    const { round, count } = await openRound(book.id, wantedRound, by)
    expect(count).toBe(1)
    const forms = await monitoringsOf(book.id, round.id)
    expect(forms.map(({ goalId, state, month }) => [goalId, state, month])).toEqual([
      [goals[0].id, 'draft', 7],
    ])
    const entries = (await db.audit.toArray()).filter(({ action }) => action === 'open-round')
    expect(entries).toHaveLength(1)
    expect(entries[0]?.summary).toContain('1 个对象')
  })

  it('refuses a faulty plan, a name twice and a round for nobody, and leaves nothing behind', async () => {
    const open = (change: Partial<typeof wantedRound>) =>
      openRound(book.id, { ...wantedRound, ...change }, by)
    await expect(open({ dueOn: '2026-13-01' })).rejects.toMatchObject({ code: 'entry-faulty' })
    await expect(open({ scope: 'key' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await db.rounds.count()).toBe(0)
    await open({})
    await expect(open({})).rejects.toMatchObject({ code: 'entry-faulty' })
    expect(await db.monitorings.count()).toBe(1)
  })

  it('takes in what is approved later, once', async () => {
    const form = await issued()
    expect(await extendRound(form.roundId, by)).toBe(0)
    await db.goals.update(goals[1].id, { status: 'approved' })
    expect(await extendRound(form.roundId, by)).toBe(1)
    expect(await extendRound(form.roundId, by)).toBe(0)
    expect(await monitoringsOfGoal(goals[1].id)).toHaveLength(1)
  })

  it('takes in what is named later where it names its goals, and nothing else', async () => {
    await db.goals.update(goals[1].id, { status: 'approved' })
    const named = { ...wantedRound, scope: 'chosen', goalIds: [goals[0].id] } as const
    const { round, count } = await openRound(book.id, named, by)
    expect(count).toBe(1)
    expect(await extendRound(round.id, by)).toBe(0)
    expect((await db.rounds.get(round.id))?.revision).toBe(1)
    expect(await extendRound(round.id, by, [goals[1].id, 'no goal'])).toBe(1)
    expect((await db.rounds.get(round.id))?.goalIds).toEqual([goals[0].id, goals[1].id])
    expect(await extendRound(round.id, by, [goals[1].id])).toBe(0)
    expect(await monitoringsOf(book.id, round.id)).toHaveLength(2)
  })

  it('a closed round takes no writing, no step and no goal until it is opened again', async () => {
    const form = await filledIn()
    await setRoundState(form.roundId, 'closed', by)
    const write = () =>
      saveMonitoring([{ id: form.id, seenRevision: form.revision, change: { summary: '好' } }], by)
    await expect(write()).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(step(form, 'submit-monitoring')('unit')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(extendRound(form.roundId, by)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(setRoundState(form.roundId, 'closed', by)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await setRoundState(form.roundId, 'open', by)
    expect((await write())[0]?.summary).toBe('好')
  })
})

describe('the form', () => {
  it('refuses what was seen too long ago, and follows the goal’s targets', async () => {
    const form = await filledIn()
    const stale = [{ id: form.id, seenRevision: 1, change: { summary: '好' } }]
    await expect(saveMonitoring(stale, by)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const [first, ...rest] = goals[0].indicators
    if (!first) throw new Error('the goal has indicators')
    await db.goals.update(goals[0].id, { indicators: [{ ...first, value: '6000' }, ...rest] })
    const fresh = [{ id: form.id, seenRevision: form.revision, change: { summary: '好' } }]
    const [saved] = await saveMonitoring(fresh, by)
    expect(saved?.entries[0]).toMatchObject({ value: '6000', actual: first.value })
  })

  it('is handed in only without errors, and says what is wrong', async () => {
    const form = await issued()
    const refused = await step(form, 'submit-monitoring')('unit').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(AppError)
    expect(refused).toMatchObject({ code: 'condition-unmet' })
    const cause = refused instanceof AppError && Array.isArray(refused.cause) ? refused.cause : []
    expect(cause.length).toBeGreaterThan(6)
    expect((await monitoringById(form.id))?.state).toBe('draft')
  })

  it('goes its whole road; the lights are frozen at the end', async () => {
    const submitted = await step(await filledIn(), 'submit-monitoring')('unit', '205003')
    const write = [{ id: submitted.id, seenRevision: submitted.revision, change: { summary: '好' } }]
    await expect(saveMonitoring(write, by)).rejects.toMatchObject({ code: 'not-allowed' })
    const returned = await step(submitted, 'return-monitoring', '请核对')('spending')
    const again = await step(returned, 'submit-monitoring')('unit')
    const passed = await step(again, 'pass-monitoring')('spending')
    const accepted = await step(passed, 'accept-monitoring')('performance')
    expect(accepted.trail.map(({ verb }) => verb)).toEqual(['送审', '退回', '送审', '通过', '汇总'])
    expect(accepted.frozen?.execution.colour).toBe('green')
    expect(accepted.frozen?.gap.colour).toBe('red')
  })

  it('another unit and another section reach it not', async () => {
    const form = await filledIn()
    await expect(step(form, 'submit-monitoring')('unit', '999')).rejects.toMatchObject({
      code: 'out-of-reach',
    })
    const submitted = await step(form, 'submit-monitoring')('unit')
    await expect(step(submitted, 'pass-monitoring')('spending', '99')).rejects.toMatchObject({
      code: 'out-of-reach',
    })
  })

  it('an exemption keeps its reason, and waits for nobody', async () => {
    const form = await issued()
    await expect(step(form, 'exempt-from-round')('performance')).rejects.toMatchObject({
      code: 'opinion-missing',
    })
    const exempt = await step(form, 'exempt-from-round', '资金已收回')('performance')
    expect(exempt.exemptReason).toBe('资金已收回')
    const assignments = [{ duty: 'unit' as const, scope: '' }]
    const todos = await todosOf(book.id, by, assignments, '2026-08-20T00:00:00.000Z')
    expect(todos.filter(({ kind }) => kind === 'monitorings')).toEqual([])
  })

  it('stands among what is to do while its round is open', async () => {
    const form = await issued()
    const count = async () => {
      const todos = await todosOf(book.id, by, [{ duty: 'unit', scope: '' }], '2026-08-20T00:00:00.000Z')
      return todos.find(({ kind }) => kind === 'monitorings')?.count ?? 0
    }
    expect(await count()).toBe(1)
    await setRoundState(form.roundId, 'closed', by)
    expect(await count()).toBe(0)
  })
})

describe('本局规则', () => {
  const wanted = { lines: null, numbers: { 'gap-yellow': 15, 'gap-red': 20 } }

  it('keeps only what differs from the pack, with its reason, and says so in the trail', async () => {
    const saved = await saveOwnRules(book.id, 0, wanted, ' 按市局通知 ', by)
    expect(saved.ownRules).toMatchObject({
      lines: null,
      numbers: { 'gap-yellow': 15 },
      revision: 1,
      reason: '按市局通知',
    })
    const entry = (await db.audit.toArray()).at(-1)
    expect(entry?.summary).toBe('修改预警线：双控差异：黄灯距离 10 → 15 个百分点')
    expect(rulesOf(saved).monitoring.gap.yellow).toBe(15)
  })

  it('gives the pack back, and counts on', async () => {
    await saveOwnRules(book.id, 0, wanted, '按市局通知', by)
    const saved = await saveOwnRules(book.id, 1, { lines: null, numbers: {} }, '恢复', by)
    expect(saved.ownRules).toMatchObject({ lines: null, numbers: {}, revision: 2 })
    expect(rulesOf(saved).monitoring).toEqual(rulesById(saved.rulesId).monitoring)
  })

  it.each([
    ['contradicts itself', 0, { lines: null, numbers: { 'gap-yellow': 20 } }, '按市局通知', 'entry-faulty'],
    ['has no reason', 0, wanted, ' ', 'entry-faulty'],
    ['was changed meanwhile', 1, wanted, '按市局通知', 'changed-meanwhile'],
  ] as const)('is refused where it %s, and nothing is written', async (_why, seen, own, reason, code) => {
    await expect(saveOwnRules(book.id, seen, own, reason, by)).rejects.toMatchObject({ code })
    expect((await db.books.get(book.id))?.ownRules).toBeUndefined()
  })

  it('is what the lights of a collected form were computed under', async () => {
    const form = await filledIn()
    await saveOwnRules(book.id, 0, wanted, '按市局通知', by)
    const sent = await step(form, 'submit-monitoring')('unit')
    const passed = await step(sent, 'pass-monitoring')('spending')
    const accepted = await step(passed, 'accept-monitoring')('performance')
    expect(accepted.frozen).toMatchObject({ rulesId: book.rulesId, ownRevision: 1 })
  })
})

describe('用款计划', () => {
  const own = { template: 'custom', points: onceAt(9), reason: '合同约定 9 月付款' } as const
  const planOf = async (form: Monitoring) => (await monitoringById(form.id))?.plan

  it('is that of the type until somebody draws one, and again when it is given back', async () => {
    const form = await issued()
    expect(form.plan).toMatchObject({ name: '学年', share: 5000, time: 5833 })
    await saveCurve(form.goalId, 0, own, by)
    expect(await planOf(form)).toMatchObject({ name: '自定义', share: 0, reason: '合同约定 9 月付款' })
    await saveCurve(form.goalId, 1, null, by)
    expect(await planOf(form)).toEqual(form.plan)
    expect(await db.curves.count()).toBe(0)
  })

  it('stands on forms that are opened after it was drawn', async () => {
    await saveCurve(goals[0].id, 0, own, by)
    expect((await issued()).plan).toMatchObject({ name: '自定义', share: 0 })
  })

  it('is not followed by a collected form, nor in a closed round', async () => {
    const form = await filledIn()
    await setRoundState(form.roundId, 'closed', by)
    await saveCurve(form.goalId, 0, own, by)
    expect(await planOf(form)).toEqual(form.plan)
    await setRoundState(form.roundId, 'open', by)
    const sent = await step(form, 'submit-monitoring')('unit')
    const passed = await step(sent, 'pass-monitoring')('spending')
    await step(passed, 'accept-monitoring')('performance')
    await saveCurve(form.goalId, 1, { ...own, points: onceAt(7) }, by)
    expect(await planOf(form)).toEqual(form.plan)
  })

  it.each([
    ['falls', { ...own, points: [...onceAt(9).slice(0, 11), 9000] }, 0, 'entry-faulty'],
    ['has no reason', { ...own, reason: ' ' }, 0, 'entry-faulty'],
    ['was changed meanwhile', own, 1, 'changed-meanwhile'],
  ] as const)('is refused where it %s, and nothing is written', async (_why, wanted, seen, code) => {
    const form = await issued()
    await expect(
      saveCurve(form.goalId, seen, { ...wanted, points: [...wanted.points] }, by),
    ).rejects.toMatchObject({ code })
    expect(await planOf(form)).toEqual(form.plan)
    expect(await db.curves.count()).toBe(0)
  })
})
