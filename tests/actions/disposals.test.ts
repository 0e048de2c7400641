import { beforeEach, describe, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { proposeDisposals } from '#actions/propose-disposals'
import { saveAnswer } from '#actions/save-answer'
import { saveCalendar } from '#actions/save-calendar'
import { saveDisposals } from '#actions/save-disposals'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { type DisposalSeen, takeDisposalStep } from '#actions/take-disposal-step'
import type { Disposal } from '#domain/disposals/disposal'
import type { Candidate } from '#domain/disposals/propose'
import { AppError } from '#domain/errors'
import type { Goal } from '#domain/goals/goal'
import type { YearBook } from '#domain/year-book'
import { allCalendars } from '#storage/calendars'
import { db } from '#storage/database'
import { disposalById, disposalsOf } from '#storage/disposals'
import { todosOf } from '#storage/todo'
import { candidate } from '../domain/disposals/sample.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

let book: YearBook
let goals: [Goal, Goal]

async function goalOf(unitId: string, name: string): Promise<Goal> {
  const content = soundContent(unitId, name)
  const id = await createGoal(book.id, unitId, content.kind, content.book, by)
  return saveGoalDraft(id, 1, content, by)
}

function wanted(goal: Goal, change: Partial<Candidate> = {}): Candidate {
  return candidate({ goalId: goal.id, unitId: goal.unitId, name: goal.name, ...change })
}

beforeEach(async () => {
  await freshDatabase()
  const made = await freshBook()
  book = made.book
  goals = [await goalOf(made.units[1].id, '营养改善计划'), await goalOf(made.units[0].id, '校舍维修')]
})

async function proposed(): Promise<Disposal> {
  const [made] = await proposeDisposals(book.id, [wanted(goals[0])], acting('treasury'))
  if (!made) throw new Error('it was proposed')
  return made
}

type Step = Parameters<typeof takeDisposalStep>[1]['id']

async function take(
  disposal: Disposal,
  id: Step,
  duty: Parameters<typeof acting>[0] = 'performance',
  more: { opinion?: string; decision?: DisposalSeen['decision'] } = {},
): Promise<Disposal> {
  const { opinion = '', decision = {} } = more
  const seen = [{ id: disposal.id, seenRevision: disposal.revision, decision }]
  const [after] = await takeDisposalStep(seen, { id, opinion }, acting(duty))
  if (!after) throw new Error('the step gives it back')
  return after
}

async function issued(day = '2026-08-31'): Promise<Disposal> {
  return take(await proposed(), 'decide-disposal', 'performance', { decision: { warnedOn: day } })
}

describe('proposals', () => {
  it('lists what is proposed, once a goal and round, with one entry in the trail', async () => {
    const made = await proposeDisposals(
      book.id,
      goals.map((goal) => wanted(goal)),
      acting('inspection'),
    )
    expect(made.map(({ state, measure }) => [state, measure])).toEqual([
      ['proposed', 'hasten'],
      ['proposed', 'hasten'],
    ])
    expect(await disposalsOf(book.id)).toHaveLength(2)
    const entries = (await db.audit.toArray()).filter(({ action }) => action === 'propose-disposals')
    expect(entries.map(({ summary }) => summary)).toEqual(['提出处置建议：2 个项目'])
    await expect(proposed()).rejects.toMatchObject({ code: 'disposal-open' })
    const ofGoal = async () => (await disposalsOf(book.id)).filter(({ goalId }) => goalId === goals[0].id)
    const twice = [wanted(goals[0], { roundId: 'r2' }), wanted(goals[0], { roundId: 'r2' })]
    await expect(proposeDisposals(book.id, twice, by)).rejects.toMatchObject({ code: 'disposal-open' })
    expect(await ofGoal()).toHaveLength(1)
    // Another round is another matter.
    await proposeDisposals(book.id, twice.slice(1), by)
    expect(await ofGoal()).toHaveLength(2)
  })

  it('refuses nothing at all, a goal of another book and a goal that is gone', async () => {
    await expect(proposeDisposals(book.id, [], by)).rejects.toMatchObject({ code: 'not-found' })
    const other = proposeDisposals('another', [wanted(goals[0])], by)
    await expect(other).rejects.toMatchObject({ code: 'not-found' })
    const gone = proposeDisposals(book.id, [wanted(goals[0], { goalId: 'gone' })], by)
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
    expect(await db.disposals.count()).toBe(0)
  })

  it('what is dropped frees the goal, and does not come back beside another', async () => {
    const first = await proposed()
    await expect(take(first, 'drop-disposal')).rejects.toMatchObject({ code: 'opinion-missing' })
    const dropped = await take(first, 'drop-disposal', 'performance', { opinion: '数据已更正' })
    const second = await proposed()
    await expect(take(dropped, 'restore-disposal')).rejects.toMatchObject({ code: 'disposal-open' })
    await take(second, 'drop-disposal', 'performance', { opinion: '重复' })
    expect((await take(dropped, 'restore-disposal')).state).toBe('proposed')
  })

  it('another measure brings its own demand, unless one was written, and no amount where none belongs', async () => {
    const first = await proposed()
    const save = async (disposal: Disposal, change: Parameters<typeof saveDisposals>[0][0]['change']) => {
      const [after] = await saveDisposals([{ id: disposal.id, seenRevision: disposal.revision, change }], by)
      if (!after) throw new Error('it was saved')
      return after
    }
    const adjusted = await save(first, { measure: 'adjust' })
    expect(adjusted.demand).toContain('调整预算')
    const priced = await save(adjusted, { amount: 5_000_000 })
    const written = await save(priced, { demand: '请于月底前提出方案。' })
    const recovered = await save(written, { measure: 'recover' })
    expect(recovered).toMatchObject({ amount: 5_000_000, demand: '请于月底前提出方案。' })
    expect((await save(recovered, { measure: 'hasten' })).amount).toBeNull()
    await expect(save(first, { demand: '旧' })).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
})

describe('the road', () => {
  it('goes from the decision to 销号, each step in its duty and in the trail', async () => {
    const decided = await issued()
    expect(decided).toMatchObject({ state: 'issued', warnedOn: '2026-08-31', dueOn: '2026-09-14' })
    await expect(take(decided, 'answer-disposal', 'unit')).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    const words = { choice: 'continue', answer: '已倒排工期', doneBy: '2026-10-31' } as const
    const draft = await saveAnswer(decided.id, decided.revision, words, acting('unit'))
    const answered = await take(draft, 'answer-disposal', 'unit')
    await expect(saveAnswer(answered.id, answered.revision, words, acting('unit'))).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(take(answered, 'pass-answer', 'unit')).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(take(answered, 'return-answer', 'spending')).rejects.toMatchObject({
      code: 'opinion-missing',
    })
    const returned = await take(answered, 'return-answer', 'spending', { opinion: '请补充支付凭证' })
    expect(returned.state).toBe('returned')
    const again = await take(returned, 'answer-disposal', 'unit')
    const passed = await take(again, 'pass-answer', 'spending')
    await expect(take(passed, 'close-disposal', 'spending')).rejects.toMatchObject({ code: 'not-permitted' })
    const closed = await take(passed, 'close-disposal')
    expect(closed.trail.map(({ verb }) => verb)).toEqual([
      '下达处置',
      '提交整改',
      '退回',
      '提交整改',
      '审核通过',
      '销号',
    ])
    const trail = (await db.audit.toArray()).filter(({ subjectIds }) => subjectIds.includes(closed.id))
    expect(trail.at(-1)?.changes[0]?.fields).toContainEqual({
      field: 'state',
      label: '状态',
      from: '待销号',
      to: '已销号',
    })
    const reopened = await take(closed, 'reopen-disposal', 'performance', { opinion: '复查发现未完成' })
    expect(reopened.state).toBe('reviewed')
  })

  it('decides many at once, all or none', async () => {
    const made = await proposeDisposals(
      book.id,
      goals.map((goal) => wanted(goal)),
      by,
    )
    const seen = made.map(({ id, revision }) => ({ id, seenRevision: revision }))
    const [first, second] = seen
    if (!first || !second) throw new Error('two were made')
    const faulty = [first, { ...second, decision: { demand: ' ' } }]
    const refusal = await takeDisposalStep(faulty, { id: 'decide-disposal', opinion: '' }, by).catch(
      (error: unknown) => error,
    )
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code: 'condition-unmet', cause: [{ code: 'demand-missing' }] })
    expect((await disposalsOf(book.id)).map(({ state }) => state)).toEqual(['proposed', 'proposed'])
    const after = await takeDisposalStep(seen, { id: 'decide-disposal', opinion: '' }, by)
    expect(after.every(({ state, warnedOn, dueOn }) => state === 'issued' && dueOn > warnedOn)).toBe(true)
    await expect(takeDisposalStep([first], { id: 'decide-disposal', opinion: '' }, by)).rejects.toMatchObject(
      { code: 'changed-meanwhile' },
    )
  })

  it('the letter’s number and day may still be registered, and nothing else of the decision', async () => {
    const decided = await issued()
    const save = (disposal: Disposal, change: Parameters<typeof saveDisposals>[0][0]['change']) =>
      saveDisposals([{ id: disposal.id, seenRevision: disposal.revision, change }], by)
    const [numbered] = await save(decided, { letterNumber: ' 南财绩〔2026〕12号 ', warnedOn: '2026-09-20' })
    expect(numbered).toMatchObject({ letterNumber: '南财绩〔2026〕12号', dueOn: '2026-10-10' })
    if (!numbered) throw new Error('it was saved')
    await expect(save(numbered, { demand: '改' })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(save(numbered, { warnedOn: '2026-02-30' })).rejects.toMatchObject({ code: 'day-unfit' })
    const answered = { ...numbered, state: 'answered' as const }
    await db.disposals.put(answered)
    await expect(save(answered, { letterNumber: '1号' })).rejects.toMatchObject({ code: 'not-allowed' })
    const returned = { ...numbered, state: 'returned' as const }
    await db.disposals.put(returned)
    await expect(save(returned, { warnedOn: '2026-10-01' })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('a late one may be changed to 暂停: a new letter, and the delay among the causes', async () => {
    const decided = await issued('2026-01-05')
    expect(decided.dueOn).toBe('2026-01-19')
    const decision = { measure: 'suspend' as const }
    const changed = await take(decided, 'redecide-disposal', 'performance', {
      opinion: '逾期未报',
      decision,
    })
    expect(changed).toMatchObject({ state: 'issued', measure: 'suspend', letterNumber: '' })
    expect(changed.demand).toContain('暂停')
    expect(changed.causes.at(-1)?.kind).toBe('overdue')
    expect(changed.dueOn > decided.dueOn).toBe(true)
  })

  it('a unit writes about its own only', async () => {
    const decided = await issued()
    const code = (await db.units.get(decided.unitId))?.code ?? ''
    const other = (await db.units.get(goals[1].unitId))?.code ?? ''
    const write = (scope: string) =>
      saveAnswer(decided.id, decided.revision, { answer: '已整改' }, acting('unit', scope))
    await expect(write('999999')).rejects.toMatchObject({ code: 'out-of-reach' })
    expect((await disposalById(decided.id))?.answer).toBe('')
    expect((await write(code)).answer).toBe('已整改')
    // The department of the unit reaches it too.
    const seen = await disposalById(decided.id)
    const byDepartment = saveAnswer(
      decided.id,
      seen?.revision ?? 0,
      { answer: '已核实' },
      acting('unit', other),
    )
    expect((await byDepartment).answer).toBe('已核实')
  })
})

describe('what waits', () => {
  it('is late by the letter’s deadline for the unit, by days for the bureau', async () => {
    const decided = await issued('2026-08-31')
    const unit = [{ duty: 'unit' as const, scope: '' }]
    const waiting = async (now: string) =>
      (await todosOf(book.id, by, unit, now)).find(({ kind }) => kind === 'disposals')
    expect(await waiting('2026-09-14T10:00:00.000Z')).toMatchObject({ count: 1, overdue: 0, longest: 0 })
    expect(await waiting('2026-09-16T10:00:00.000Z')).toMatchObject({ count: 1, overdue: 1, longest: 2 })
    await db.disposals.put({ ...decided, state: 'answered', heldSince: '2026-09-01T00:00:00.000Z' })
    expect(await waiting('2026-09-16T10:00:00.000Z')).toBeUndefined()
    const spending = [{ duty: 'spending' as const, scope: '' }]
    const review = (await todosOf(book.id, by, spending, '2026-09-16T10:00:00.000Z')).find(
      ({ kind }) => kind === 'disposals',
    )
    expect(review).toMatchObject({ word: '待审核', overdue: 1, longest: 10 })
  })
})

describe('the calendar', () => {
  it('is kept by year, counts from then on, and leaves given deadlines as they were', async () => {
    const decided = await issued('2026-08-31')
    // The bureau has a day off of its own on the Monday on which the letter is due.
    const shipped = (await allCalendars()).find(({ id }) => id === '2026')
    if (!shipped) throw new Error('2026 is shipped')
    const days = { ...shipped, holidays: [...shipped.holidays, '2026-09-14'] }
    const calendar = await saveCalendar('2026', 0, days, acting('administrator'))
    expect(calendar).toMatchObject({ revision: 1, mark: '惯' })
    expect((await disposalById(decided.id))?.dueOn).toBe('2026-09-14')
    const [second] = await proposeDisposals(book.id, [wanted(goals[1])], by)
    if (!second) throw new Error('it was proposed')
    const later = await take(second, 'decide-disposal', 'performance', {
      decision: { warnedOn: '2026-08-31' },
    })
    expect(later.dueOn).toBe('2026-09-15')
  })

  it('refuses faulty days and what was seen too long ago', async () => {
    const faulty = { holidays: ['2026-01-01'], workdays: [], basis: '' }
    await expect(saveCalendar('2027', 0, faulty, by)).rejects.toMatchObject({ code: 'entry-faulty' })
    const days = { holidays: ['2027-01-01'], workdays: [], basis: '' }
    await saveCalendar('2027', 0, days, by)
    await expect(saveCalendar('2027', 0, days, by)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const entry = (await db.audit.toArray()).find(({ action }) => action === 'save-calendar')
    expect(entry?.summary).toBe('修改 2027 年工作日历')
  })
})
