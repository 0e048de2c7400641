import { beforeEach, describe, expect, it } from 'vitest'
import { explainSelfEvaluation } from '#actions/explain-self-evaluation'
import { importSelfEvaluations } from '#actions/import-self-evaluations'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { saveDepartmentOpinion } from '#actions/save-department-opinion'
import { saveSelfEvaluations } from '#actions/save-self-evaluation'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { undoSelfEvaluationImport } from '#actions/undo-self-evaluation-import'
import { AppError } from '#domain/errors'
import { fundSum, type SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { contentOf } from '#domain/evaluation/self-evaluation-content'
import { returnedBecause } from '#domain/evaluation/self-evaluation-step'
import type { Goal } from '#domain/goals/goal'
import type { Unit, YearBook } from '#domain/year-book'
import { db } from '#storage/database'
import { selfEvaluationById, selfEvaluationOfGoal, selfEvaluationsOf } from '#storage/self-evaluations'
import { todosOf } from '#storage/todo'
import { evaluated, every, openedForm, twoProjects } from '../storage/self-evaluation-world.ts'
import { acting, by } from '../storage/world.ts'
import { importedRows } from './execution-world.ts'
import { saveSelfEvaluation } from './save-self-evaluation.ts'

let book: YearBook
let units: [Unit, Unit]
let goals: [Goal, Goal]

beforeEach(async () => {
  ;({ book, units, goals } = await twoProjects())
})

async function filled(): Promise<SelfEvaluation> {
  const form = await openedForm(book)
  return saveSelfEvaluation(form.id, form.revision, contentOf(evaluated(form)), acting('unit'))
}

function step(form: SelfEvaluation, id: Parameters<typeof takeSelfEvaluationStep>[1]['id'], opinion = '') {
  return async (duty: Parameters<typeof acting>[0], scope = '') => {
    const seen = [{ id: form.id, seenRevision: form.revision }]
    const [after] = await takeSelfEvaluationStep(seen, { id, opinion }, acting(duty, scope))
    if (!after) throw new Error('the step gives the form back')
    return after
  }
}

describe('opening', () => {
  it('opens every approved goal once, those approved later with the next call', async () => {
    expect((await openSelfEvaluations(book.id, every, by)).forms).toHaveLength(1)
    await expect(openSelfEvaluations(book.id, every, by)).rejects.toMatchObject({ code: 'not-found' })
    await db.goals.update(goals[1].id, { status: 'approved' })
    expect((await openSelfEvaluations(book.id, every, by)).forms).toHaveLength(1)
    expect((await selfEvaluationsOf(book.id)).map(({ goalId }) => goalId)).toEqual(goals.map(({ id }) => id))
    expect(
      (await db.audit.toArray()).filter(({ action }) => action === 'open-self-evaluations'),
    ).toHaveLength(2)
  })

  it('opens what is named, and refuses an edition that the pack does not have', async () => {
    await db.goals.update(goals[1].id, { status: 'approved' })
    await openSelfEvaluations(book.id, { editionId: 'national', goalIds: [goals[1].id] }, by)
    expect(await selfEvaluationOfGoal(goals[0].id)).toBeNull()
    expect(await selfEvaluationOfGoal(goals[1].id)).toMatchObject({ editionId: 'national', name: '校舍维修' })
    const strange = { editionId: 'nowhere', goalIds: null }
    await expect(openSelfEvaluations(book.id, strange, by)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('brings the treasury’s newest figures by source; without a ledger the budget stands alone', async () => {
    const without = await openedForm(book)
    expect(fundSum(without.funds)).toEqual({ initial: 520_000_000, revised: 520_000_000, paid: null })
    await db.selfEvaluations.clear()
    const row = { code: goals[0].code, name: goals[0].name, initial: 520_000_000 }
    const early = { ...row, month: 6, adjusted: 520_000_000, stated: 200_000_000 }
    const late = { ...row, month: 12, adjusted: 500_000_000, stated: 480_000_000 }
    await importedRows(book, [early, late], by)
    const form = await openedForm(book)
    expect(form.funds[0]).toEqual({
      group: 'fiscal',
      initial: 520_000_000,
      revised: 500_000_000,
      paid: 480_000_000,
    })
    expect(form.sectionId).toBe(units[1].sectionId)
  })
})

describe('the form', () => {
  it('is written together with others, all or none', async () => {
    await db.goals.update(goals[1].id, { status: 'approved' })
    await openSelfEvaluations(book.id, every, by)
    const forms = await selfEvaluationsOf(book.id)
    const written = forms.map(({ id, revision }) => ({
      ...{ id, seenRevision: revision, change: { completion: '已完成' } },
    }))
    const stale = written.map((each, at) => (at === 1 ? { ...each, seenRevision: 7 } : each))
    await expect(saveSelfEvaluations(stale, by)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await selfEvaluationsOf(book.id)).map(({ completion }) => completion)).toEqual(['', ''])
    await saveSelfEvaluations(written, by)
    const kept = await selfEvaluationsOf(book.id)
    expect(kept.map(({ completion, revision }) => [completion, revision])).toEqual([
      ['已完成', 2],
      ['已完成', 2],
    ])
    expect((await db.audit.toArray()).at(-1)?.summary).toBe('填报自评：2 个项目')
  })

  it('refuses what was seen too long ago, and writing after it was handed in', async () => {
    const form = await filled()
    const stale = saveSelfEvaluation(form.id, 1, { summary: '好' }, by)
    await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const submitted = await step(form, 'submit-self-evaluation')('unit', '205003')
    const late = saveSelfEvaluation(form.id, submitted.revision, { summary: '好' }, by)
    await expect(late).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is handed in only without errors, and says what is wrong', async () => {
    const form = await openedForm(book)
    const refused = await step(form, 'submit-self-evaluation')('unit').catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'condition-unmet' })
    const cause = refused instanceof AppError && Array.isArray(refused.cause) ? refused.cause : []
    expect(cause.length).toBeGreaterThan(6)
    expect((await selfEvaluationById(form.id))?.state).toBe('draft')
  })

  it('goes its whole road; the score is frozen at collection and free again when reopened', async () => {
    const submitted = await step(await filled(), 'submit-self-evaluation')('unit')
    const returned = await step(submitted, 'return-self-evaluation', '完成值请核对')('spending')
    expect(returnedBecause(returned)).toBe('完成值请核对')
    const again = await step(returned, 'submit-self-evaluation')('unit')
    const passed = await step(again, 'pass-self-evaluation')('spending')
    const collected = await step(passed, 'collect-self-evaluation')('performance')
    expect(collected.trail.map(({ verb }) => verb)).toEqual(['送审', '退回', '送审', '通过', '汇总'])
    expect(collected.frozen).toMatchObject({ total: 10_000, grade: 'excellent', rulesId: 'frame-2021' })
    const reopened = await step(collected, 'reopen-self-evaluation', '数据有误')('performance')
    expect(reopened).toMatchObject({ state: 'confirmed', frozen: null })
  })

  it('another unit and another section reach it not', async () => {
    const form = await filled()
    const other = step(form, 'submit-self-evaluation')('unit', '999')
    await expect(other).rejects.toMatchObject({ code: 'out-of-reach' })
    const submitted = await step(form, 'submit-self-evaluation')('unit')
    const section = step(submitted, 'pass-self-evaluation')('spending', '99')
    await expect(section).rejects.toMatchObject({ code: 'out-of-reach' })
  })

  it('is waited for by the one whose turn it is', async () => {
    const form = await filled()
    const now = new Date().toISOString()
    const person = { accountId: 'a1', name: '王晓' }
    const unit = { duty: 'unit' as const, scope: '205003' }
    const mine = async () =>
      (await todosOf(book.id, person, [unit], now)).filter(({ kind }) => kind === 'selfEvaluations')
    expect(await mine()).toMatchObject([{ state: 'draft', word: '填报中', count: 1 }])
    await step(form, 'submit-self-evaluation')('unit')
    expect(await mine()).toEqual([])
  })

  it('keeps every changed field in the trail in words', async () => {
    await filled()
    const entry = (await db.audit.toArray()).find(({ action }) => action === 'save-self-evaluation')
    const labels = entry?.changes[0]?.fields.map(({ label }) => label) ?? []
    expect(labels).toContain('受益学生人数：完成值')
    expect(labels).toContain('财政资金：全年执行数（万元）')
    expect(labels.every((label) => /[一-鿿]/.test(label))).toBe(true)
  })
})

describe('the department', () => {
  it('writes its opinion beside the unit’s, never a unit in its department’s name', async () => {
    const form = await filled()
    const words = { opinion: '情况基本属实', total: 9200 }
    const write = (revision: number, scope: string) =>
      saveDepartmentOpinion(form.id, revision, words, acting('unit', scope))
    await expect(write(form.revision, '205001')).rejects.toMatchObject({ code: 'not-allowed' })
    const { revision } = await step(form, 'submit-self-evaluation')('unit')
    await expect(write(revision, '205003')).rejects.toMatchObject({ code: 'out-of-reach' })
    expect((await write(revision, '205001')).department).toEqual(words)
  })

  it.each([-1, 10_001, 92.5])('refuses %s points', async (total) => {
    const { id, revision } = await step(await filled(), 'submit-self-evaluation')('unit')
    const words = { opinion: '', total }
    await expect(saveDepartmentOpinion(id, revision, words, by)).rejects.toMatchObject({
      code: 'entry-faulty',
    })
  })

  it('the unit explains doubts in any state', async () => {
    const { id, revision } = await step(await filled(), 'submit-self-evaluation')('unit')
    const after = await explainSelfEvaluation(id, revision, ' 年底集中验收 ', acting('unit'))
    expect(after).toMatchObject({ explanation: '年底集中验收', state: 'submitted' })
  })
})

describe('an import', () => {
  it('is written all or none, and taken back unless somebody went on', async () => {
    const form = await openedForm(book)
    const content = contentOf(evaluated(form))
    const imported = [{ id: form.id, seenRevision: form.revision, content }]
    const undo = await importSelfEvaluations(book.id, imported, ['自评.xlsx'], by)
    expect((await selfEvaluationById(form.id))?.completion).toBe(content.completion)
    await expect(importSelfEvaluations(book.id, imported, ['自评.xlsx'], by)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await undoSelfEvaluationImport(undo, by)
    expect((await selfEvaluationById(form.id))?.completion).toBe('')
    await expect(undoSelfEvaluationImport(undo, by)).rejects.toMatchObject({ code: 'undo-impossible' })
  })
})
