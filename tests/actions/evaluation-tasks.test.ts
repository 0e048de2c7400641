import { describe, expect, it } from 'vitest'
import { approveIndicatorSystem } from '#actions/approve-indicator-system'
import { discardIndicatorSystem } from '#actions/discard-indicator-system'
import { openEvaluationTask } from '#actions/open-evaluation-task'
import { openScoreSheets } from '#actions/open-score-sheets'
import { reopenScoreSheet } from '#actions/reopen-score-sheet'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { saveIndicatorSystem } from '#actions/save-indicator-system'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { nextVersion } from '#domain/evaluation/indicator-system'
import { taskForExpert } from '#domain/evaluation/kit'
import { linesOf, withLines } from '#domain/evaluation/system-table'
import { diffTask } from '#domain/evaluation/task-compare'
import { newVisit } from '#domain/evaluation/visit'
import { db } from '#storage/database'
import { indicatorSystemById, sheetsOf } from '#storage/evaluation-tasks'
import { todosOf } from '#storage/todo'
import {
  combiningTask,
  preparedTask,
  scoringTask,
  signed,
  signedTask,
  smallIds,
  smallMarks,
  smallSystem,
  threeExperts,
  wantedTask,
} from '../storage/evaluation-world.ts'
import { by, freshBook, freshDatabase } from '../storage/world.ts'

const step = (id: 'finish-scoring' | 'ask-evaluated-unit' | 'conclude-evaluation' | 'reopen-evaluation') => ({
  id,
  opinion: '意见',
})

describe('a task', () => {
  it('is opened with its own copy of the system and the next number', async () => {
    const { book, task } = await preparedTask()
    expect(task).toMatchObject({ number: '2026-评-01', state: 'preparing', revision: 1 })
    expect(task.system).toMatchObject({ basedOn: 'small', state: 'draft' })
    const other = await openEvaluationTask(book.id, wantedTask({ goalId: 'goal-2' }), by)
    expect(other.number).toBe('2026-评-02')
    expect(other.system.id).not.toBe(task.system.id)
  })

  it('is not opened twice for one object, nor with a system for something else', async () => {
    const { book } = await preparedTask()
    await expect(openEvaluationTask(book.id, wantedTask(), by)).rejects.toMatchObject({
      code: 'entry-faulty',
    })
    const department = await openEvaluationTask(book.id, wantedTask({}, { level: 'department' }), by)
    expect(department.level).toBe('department')
    const unfit = wantedTask({ goalId: 'goal-3' }, { scope: 'policy' })
    await expect(openEvaluationTask(book.id, unfit, by)).rejects.toMatchObject({ code: 'entry-faulty' })
  })

  it('opens no sheets with two experts, and one sheet for each of three', async () => {
    const { task } = await preparedTask({ experts: threeExperts.slice(0, 2) })
    const early = openScoreSheets(task.id, task.revision, by)
    await expect(early).rejects.toMatchObject({ code: 'condition-unmet' })
    const saved = await saveEvaluationTask(task.id, task.revision, { experts: threeExperts }, by)
    const { task: opened, sheets } = await openScoreSheets(saved.id, saved.revision, by)
    expect(opened.state).toBe('scoring')
    expect(sheets.map(({ expertId, asked }) => [expertId, asked])).toEqual(
      threeExperts.map(({ expertId }) => [expertId, smallIds]),
    )
  })

  it('takes 现场工作 as done only with what was found, and not once it is concluded', async () => {
    const { task } = await scoringTask()
    const visitor = { kind: 'expert', of: 'e1', name: '赵专家' } as const
    const plan = { ...newVisit('v1'), startsOn: '2026-03-10', place: '西区小学', visitors: [visitor] }
    const early = saveEvaluationTask(task.id, task.revision, { visits: [{ ...plan, state: 'done' }] }, by)
    await expect(early).rejects.toMatchObject({ code: 'condition-unmet' })
    const done = { ...plan, found: '两处返工。', state: 'done' } as const
    const saved = await saveEvaluationTask(task.id, task.revision, { visits: [done] }, by)
    expect(saved.visits).toEqual([done])
    expect(diffTask(task, saved)).toMatchObject([{ label: '现场安排', from: '' }])
    // What was found there is not for an expert's kit.
    expect(taskForExpert(saved, 'e1').visits).toEqual([])
    await db.evaluationTasks.put({ ...saved, state: 'concluded' })
    const late = saveEvaluationTask(saved.id, saved.revision, { visits: [] }, by)
    await expect(late).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('does not change its system once sheets are open', async () => {
    const { task } = await scoringTask()
    const change = saveEvaluationTask(task.id, task.revision, { system: smallSystem }, by)
    await expect(change).rejects.toMatchObject({ code: 'not-allowed' })
    const old = saveEvaluationTask(task.id, task.revision - 1, { dueOn: '2026-07-01' }, by)
    await expect(old).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('ends its scoring when all have signed, freezes its result at the conclusion and gives it up when reopened', async () => {
    const { task, sheets } = await scoringTask()
    const end = () => takeEvaluationTaskStep(task.id, task.revision, step('finish-scoring'), by)
    for (const sheet of sheets.slice(0, 2)) await signed(sheet, 4000)
    await expect(end()).rejects.toMatchObject({ code: 'condition-unmet' })
    const [, , last] = sheets
    if (last) await signed(last, 3000)
    const combining = await end()
    const asked = await takeEvaluationTaskStep(task.id, combining.revision, step('ask-evaluated-unit'), by)
    const done = await takeEvaluationTaskStep(task.id, asked.revision, step('conclude-evaluation'), by)
    expect(done.frozen).toMatchObject({ total: 9667, grade: 'excellent', aggregation: 'mean' })
    expect(done.frozen?.points).toEqual({
      'small-1': 2000,
      'small-2': 1000,
      'small-3': 3667,
      'small-4': 3000,
    })
    const again = await takeEvaluationTaskStep(task.id, done.revision, step('reopen-evaluation'), by)
    expect(again).toMatchObject({ state: 'asked', frozen: null })
  })

  it('keeps the marks when it is prepared again, but for experts who left and what no longer fits', async () => {
    const { book, task } = await signedTask()
    const back = { id: 'prepare-evaluation-again', opinion: '孙专家不能参加' } as const
    const again = await takeEvaluationTaskStep(task.id, task.revision, back, by)
    const others = [...threeExperts.slice(0, 2), { expertId: 'e4', name: '李专家', weight: 1 }]
    const changed = await saveEvaluationTask(task.id, again.revision, { experts: others }, by)
    const { task: reopened, sheets } = await openScoreSheets(task.id, changed.revision, by)
    expect(sheets.map(({ expertId, signedAt }) => [expertId, signedAt !== ''])).toEqual([
      ['e1', true],
      ['e2', true],
      ['e4', false],
    ])
    expect(await sheetsOf(book.id, task.id)).toHaveLength(3)
    // Fewer points than two of them gave: those must be scored and signed anew, the third mark still fits.
    const once = await takeEvaluationTaskStep(task.id, reopened.revision, back, by)
    const lines = linesOf(task.system).map((line) =>
      line.id === 'small-3'
        ? { ...line, points: 3500 }
        : line.id === 'small-4'
          ? { ...line, points: 3500 }
          : line,
    )
    const system = withLines(task.system, lines, () => 'new')
    const smaller = await saveEvaluationTask(task.id, once.revision, { system }, by)
    const { sheets: after } = await openScoreSheets(task.id, smaller.revision, by)
    expect(after.map(({ expertId, signedAt }) => [expertId, signedAt !== ''])).toEqual([
      ['e1', false],
      ['e2', true],
      ['e4', false],
    ])
  })

  it('puts sheets together in its own way where it chose one', async () => {
    const { task } = await combiningTask([4000, 4000, 1000])
    const median = await saveEvaluationTask(task.id, task.revision, { aggregation: 'median' }, by)
    const asked = await takeEvaluationTaskStep(task.id, median.revision, step('ask-evaluated-unit'), by)
    const done = await takeEvaluationTaskStep(task.id, asked.revision, step('conclude-evaluation'), by)
    expect(done.frozen).toMatchObject({ total: 10_000, aggregation: 'median' })
  })
})

describe('to do', () => {
  it('names scoring for 监督检查局, late only after the day of the task', async () => {
    const { book } = await scoringTask()
    const waiting = async (now: string) => {
      const todos = await todosOf(book.id, by, [{ duty: 'inspection', scope: '' }], now)
      return todos.filter(({ kind }) => kind === 'evaluationTasks')
    }
    expect(await waiting('2026-06-30T08:00:00.000Z')).toMatchObject([
      { state: 'scoring', count: 1, overdue: 0 },
    ])
    expect(await waiting('2026-07-02T08:00:00.000Z')).toMatchObject([{ overdue: 1, longest: 2 }])
  })
})

describe('a sheet', () => {
  it('is signed only when every mark is there and every deduction has reason and evidence', async () => {
    const { sheets } = await scoringTask()
    const [sheet] = sheets
    if (!sheet) throw new Error('the task has sheets')
    const early = signScoreSheet(sheet.id, sheet.revision, by)
    await expect(early).rejects.toMatchObject({ code: 'condition-unmet' })
    const marks = smallMarks(3999)
    const bare = { ...marks, 'small-3': { ...marks['small-3'], reason: '', evidence: [] } }
    const unproved = await saveScoreSheet(sheet.id, sheet.revision, { marks: bare as typeof marks }, by) // every mark is whole
    const second = signScoreSheet(sheet.id, unproved.revision, by)
    await expect(second).rejects.toMatchObject({
      cause: [{ code: 'reason-missing' }, { code: 'evidence-missing' }],
    })
    const whole = await saveScoreSheet(sheet.id, unproved.revision, { marks }, by)
    expect((await signScoreSheet(sheet.id, whole.revision, by)).signedAt).not.toBe('')
  })

  it('does not change once it is signed, until it is opened again with a reason', async () => {
    const { book, task, sheets } = await signedTask()
    const [sheet] = sheets
    if (!sheet) throw new Error('the task has sheets')
    const late = saveScoreSheet(sheet.id, sheet.revision, { marks: {} }, by)
    await expect(late).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(reopenScoreSheet(sheet.id, sheet.revision, ' ', by)).rejects.toMatchObject({
      code: 'opinion-missing',
    })
    const open = await reopenScoreSheet(sheet.id, sheet.revision, '漏看了验收报告', by)
    expect(open).toMatchObject({ signedAt: '', marks: sheet.marks })
    expect((await sheetsOf(book.id, task.id)).filter(({ signedAt }) => signedAt === '')).toHaveLength(1)
  })

  it('of the first round is closed while the sheets are put together', async () => {
    const { sheets } = await combiningTask()
    const [sheet] = sheets
    if (!sheet) throw new Error('the task has sheets')
    const late = reopenScoreSheet(sheet.id, sheet.revision, '再看', by)
    await expect(late).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('an indicator system', () => {
  it('is approved without errors, and its next version replaces it', async () => {
    await freshDatabase()
    const { book } = await freshBook()
    const draft = await saveIndicatorSystem(book.id, { ...smallSystem, id: 'own-1' }, 0, by)
    await approveIndicatorSystem(draft.id, draft.revision, by)
    const approved = await indicatorSystemById(draft.id)
    expect(approved).toMatchObject({ state: 'approved', approvedBy: '测试员' })
    if (!approved) throw new Error('it was kept')
    const change = saveIndicatorSystem(book.id, { ...draft, name: '另名' }, approved.revision, by)
    await expect(change).rejects.toMatchObject({ code: 'not-allowed' })
    const discard = discardIndicatorSystem(approved.id, approved.revision, by)
    await expect(discard).rejects.toMatchObject({ code: 'not-allowed' })
    const next = await saveIndicatorSystem(book.id, nextVersion(approved, 'own-2'), 0, by)
    await approveIndicatorSystem(next.id, next.revision, by)
    expect(await indicatorSystemById('own-1')).toMatchObject({ state: 'replaced' })
    expect(await indicatorSystemById('own-2')).toMatchObject({ state: 'approved', version: 2 })
  })

  it('is not approved while its points do not sum to 100', async () => {
    await freshDatabase()
    const { book } = await freshBook()
    const short = { ...smallSystem, id: 'own-1', levels: smallSystem.levels.slice(1) }
    const draft = await saveIndicatorSystem(book.id, short, 0, by)
    const approval = approveIndicatorSystem(draft.id, draft.revision, by)
    await expect(approval).rejects.toMatchObject({ code: 'condition-unmet' })
  })
})
