import { beforeEach, describe, expect, it } from 'vitest'
import { cancelSelfEvaluations } from '#actions/cancel-self-evaluations'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { isUntouched, type SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Goal } from '#domain/goals/goal'
import type { YearBook } from '#domain/year-book'
import { db } from '#storage/database'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { lastAudit } from '../storage/last-audit.ts'
import { every, openedForm, twoProjects } from '../storage/self-evaluation-world.ts'
import { acting, by } from '../storage/world.ts'
import { saveSelfEvaluation } from './save-self-evaluation.ts'

let book: YearBook
let goals: [Goal, Goal]

beforeEach(async () => {
  ;({ book, goals } = await twoProjects())
})

describe('a form that was opened by mistake', () => {
  const cancel = (forms: readonly SelfEvaluation[], reason = '布置有误', actor = by) =>
    cancelSelfEvaluations(
      forms.map(({ id, revision }) => ({ id, seenRevision: revision })),
      reason,
      actor,
    )

  it('is taken away with its reason, and its goal can be asked again', async () => {
    const form = await openedForm(book)
    await cancel([form], '项目不纳入本年自评')
    expect(await selfEvaluationsOf(book.id)).toEqual([])
    const [last] = await lastAudit(book.id, 1)
    expect(last).toMatchObject({
      action: 'cancel-self-evaluations',
      summary: `撤回布置自评：${form.name}，理由：项目不纳入本年自评`,
    })
    expect((await openedForm(book)).goalId).toBe(form.goalId)
  })

  it('goes with all that were opened together, as the undo of the whole', async () => {
    await db.goals.update(goals[1].id, { status: 'approved' })
    const { forms } = await openSelfEvaluations(book.id, every, by)
    expect(forms).toHaveLength(2)
    await cancel(forms)
    expect(await selfEvaluationsOf(book.id)).toEqual([])
  })

  it('stays, and all others with it, once a unit has begun', async () => {
    await db.goals.update(goals[1].id, { status: 'approved' })
    const { forms } = await openSelfEvaluations(book.id, every, by)
    const [first, second] = forms
    if (!first || !second) throw new Error('two were opened')
    const begun = await saveSelfEvaluation(first.id, 1, { summary: '开始' }, acting('unit'))
    await expect(cancel([begun, second])).rejects.toMatchObject({
      code: 'form-begun',
      cause: [begun.name],
    })
    // Seen before the unit began, it is refused just the same.
    await expect(cancel(forms)).rejects.toMatchObject({ code: 'form-begun' })
    expect(await selfEvaluationsOf(book.id)).toHaveLength(2)
    // A figure changed and changed back is begun as well: the unit has been there.
    const back = await saveSelfEvaluation(begun.id, begun.revision, { summary: '' }, acting('unit'))
    await expect(cancel([back])).rejects.toMatchObject({ code: 'form-begun' })
    await cancel([second])
    expect((await selfEvaluationsOf(book.id)).map(({ id }) => id)).toEqual([first.id])
  })

  it('needs a reason, and the duty that opens them', async () => {
    const form = await openedForm(book)
    await expect(cancel([form], ' ')).rejects.toMatchObject({ code: 'opinion-missing' })
    await expect(cancel([form], '误', acting('spending'))).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(cancel([{ ...form, id: 'gone' }])).rejects.toMatchObject({ code: 'not-found' })
    expect(await selfEvaluationsOf(book.id)).toHaveLength(1)
  })
})

it.each<[string, Partial<SelfEvaluation>]>([
  ['a text', { problems: '资金下达晚' }],
  ['a reason of the money', { fundsReason: '年底下达' }],
  ['a score of its own', { executionOwn: 1000 }],
  ['an explanation', { explanation: '笔误' }],
  ['an opinion', { department: { opinion: '', total: 9000 } }],
  ['a step', { state: 'submitted' }],
  ['a later revision', { revision: 2 }],
])('%s is the mark of a form that was begun', async (_what, change) => {
  const form = await openedForm(book)
  expect(isUntouched(form)).toBe(true)
  expect(isUntouched({ ...form, ...change })).toBe(false)
  const entries = (patch: object) =>
    form.entries.map((entry, at) => (at === 0 ? { ...entry, ...patch } : entry))
  for (const patch of [{ actual: '1' }, { applies: false }, { targetTooLow: true }, { own: 0 }])
    expect(isUntouched({ ...form, entries: entries(patch) })).toBe(false)
})
