import { beforeEach, describe, expect, it } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { openAssessments } from '#actions/open-assessments'
import { saveAssessment } from '#actions/save-assessment'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { assessmentResult } from '#domain/assessments/result'
import {
  allAmountsBefore,
  assessmentById,
  assessmentsOf,
  assessmentsOfGoals,
  needsOfGoals,
  unlistedGoals,
} from '#storage/assessments'
import { verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import { eraseBooks } from '#storage/erase-books'
import { standingsOf } from '#storage/goal-gate'
import { goalById, goalsOf } from '#storage/goals'
import { noPause } from '#storage/slices'
import { complete, expert } from '../domain/sample-assessment.ts'
import { acting, by, freshDatabase, soundContent } from '../storage/world.ts'
import { commissioned, goalIn, listed, projectInBook, reported, step, wan } from './assessment-world.ts'

beforeEach(freshDatabase)

describe('listing', () => {
  it('finds what a rule demands and has none, lists it once, with the reason', async () => {
    const { book, goal, units } = await projectInBook()
    await goalIn(book.id, units[1].id, { name: '校园维修', total: 100 * wan, funding: [] })
    expect((await unlistedGoals(book)).map((each) => each.goal.id)).toEqual([goal.id])
    const [made] = await openAssessments(book, [goal.id], '', by)
    expect(made).toMatchObject({ goalId: goal.id, state: 'due', kind: 'project', amount: 150 * wan })
    expect(made?.need?.rule).toBe('new-department')
    expect(await unlistedGoals(book)).toEqual([])
    expect(await openAssessments(book, [goal.id], '再次', by)).toEqual([])
    expect(await assessmentsOf(book.id)).toHaveLength(1)
  })

  it('takes last year from last year’s book', async () => {
    const { book, goal } = await projectInBook()
    const next = await carryForward(book.id, by)
    const carried = (await goalsOf(next.id)).find(({ name }) => name === goal.name)
    if (!carried) throw new Error('the goal was not carried forward')
    const grown = { ...carried, attribute: 'continuing', total: 195 * wan } as const
    await db.goals.put(grown)
    expect(await unlistedGoals(next)).toEqual([])
    await db.goals.put({ ...grown, total: 195 * wan + 1 })
    const [need] = await unlistedGoals(next)
    expect(need).toMatchObject({ previous: 150 * wan, need: { rule: 'growth' } })
    // The map of 三全覆盖 reads last year at once: the same need, for the key of a unit's name too.
    expect(grown.matchKey).toMatch(/^name:/)
    const amounts = await allAmountsBefore(next, noPause)
    expect(await needsOfGoals(next, await goalsOf(next.id), amounts)).toContainEqual(need)
  })

  it('the bureau adds another only with a reason, and no department as a whole', async () => {
    const { book, units } = await projectInBook()
    const small = await goalIn(book.id, units[1].id, { name: '校园维修', total: 30 * wan, funding: [] })
    await expect(openAssessments(book, [small.id], ' ', by)).rejects.toMatchObject({
      code: 'opinion-missing',
    })
    const [added] = await openAssessments(book, [small.id], '群众反映强烈', by)
    expect(added).toMatchObject({ need: null, addedReason: '群众反映强烈' })
    const whole = await goalIn(book.id, units[0].id, { kind: 'department', name: '教育局整体' })
    await expect(openAssessments(book, [whole.id], '要评', by)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(openAssessments(book, ['gone'], '要评', by)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('a settled one is followed by another only for a reason', async () => {
    const { book, goal, assessment } = await listed()
    await step(assessment, 'performance', { id: 'exempt-assessment', opinion: '上级已评估' })
    expect(await openAssessments(book, [goal.id], '', by)).toEqual([])
    expect(await openAssessments(book, [goal.id], '年中追加', by)).toHaveLength(1)
    const all = (await assessmentsOfGoals([goal.id])).get(goal.id) ?? []
    expect(assessmentResult(all).state).toBe('pending')
  })

  it.each(['unit', 'budget', 'investment', 'leader', 'auditor'] as const)('%s may not list', async (duty) => {
    const { book, goal } = await projectInBook()
    const listing = openAssessments(book, [goal.id], '', acting(duty))
    await expect(listing).rejects.toMatchObject({ code: 'not-permitted' })
    expect(await assessmentsOf(book.id)).toEqual([])
  })
})

describe('the road', () => {
  it('goes from the proposal to the conclusion, and the budget hears of it', async () => {
    const { book, goal, assessment } = await reported()
    expect(assessment.texts.purpose).toContain('受南江县财政局委托')
    const concluded = await step(assessment, 'performance', { id: 'conclude-assessment', opinion: '同意' })
    expect(concluded).toMatchObject({ state: 'concluded', reportVersion: 'final', countersign: '同意' })
    expect(concluded.trail.map(({ verb }) => verb)).toEqual([
      '提出建议',
      '会签',
      '下达评估',
      '提交报告',
      '确认结论',
    ])
    expect(assessmentResult([concluded])).toEqual({ state: 'support', recommended: 120 * wan })
    const fresh = await goalById(goal.id)
    const [standing] = await standingsOf(fresh ? [fresh] : [])
    expect(standing?.problems.map(({ code }) => code)).not.toContain('pre-assessment-missing')
    expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  })

  it('a condition that is not met stops the step and says which', async () => {
    const { assessment } = await listed()
    const refused = step(assessment, 'spending', { id: 'propose-assessment', opinion: '' })
    await expect(refused).rejects.toMatchObject({
      code: 'condition-unmet',
      cause: [{ code: 'opinion-missing' }, { code: 'suggestion-missing' }],
    })
    expect(await assessmentById(assessment.id)).toEqual(assessment)
  })

  it('a conclusion that is too good is stopped at the report', async () => {
    const { assessment } = await commissioned()
    const { recommended, number } = complete()
    const experts = ['甲', '乙', '丙'].map((id) => expert(id, 399))
    const materials = assessment.materials.map((each) => ({ ...each, state: 'received' }) as const)
    const checked = await saveAssessment(assessment.id, assessment.revision, 'materials', { materials }, by)
    const investment = acting('investment')
    const work = { experts, conclusion: 'support', recommended, number } as const
    const worked = await saveAssessment(checked.id, checked.revision, 'work', work, investment)
    await expect(step(worked, 'investment', { id: 'report-assessment', opinion: '' })).rejects.toMatchObject({
      code: 'condition-unmet',
      cause: [{ code: 'conclusion-too-good' }],
    })
  })

  it('the proposal is made on the form as it stands then', async () => {
    const { goal, units, assessment } = await listed()
    const changed = { ...soundContent(units[1].id, '乡村公路改造'), total: 160 * wan, funding: [] }
    await saveGoalDraft(goal.id, goal.revision, changed, by)
    const opinion = { opinion: '属新增项目', suggestion: 'assess' } as const
    const written = await saveAssessment(assessment.id, 1, 'proposal', opinion, acting('spending'))
    expect(written.amount).toBe(150 * wan)
    const proposed = await step(written, 'spending', { id: 'propose-assessment', opinion: '' })
    expect(proposed.amount).toBe(160 * wan)
  })

  it('wrong duty, wrong state, no opinion, stale revision: refused, nothing written', async () => {
    const { assessment } = await listed()
    const wrongDuty = step(assessment, 'budget', { id: 'exempt-assessment', opinion: '不必' })
    await expect(wrongDuty).rejects.toMatchObject({ code: 'not-permitted' })
    const wrongState = step(assessment, 'performance', { id: 'conclude-assessment', opinion: '' })
    await expect(wrongState).rejects.toMatchObject({ code: 'not-allowed' })
    const silent = step(assessment, 'performance', { id: 'exempt-assessment', opinion: ' ' })
    await expect(silent).rejects.toMatchObject({ code: 'opinion-missing' })
    const stale = step({ ...assessment, revision: 7 }, 'performance', {
      id: 'exempt-assessment',
      opinion: '不必',
    })
    await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const gone = step({ ...assessment, id: 'gone' }, 'performance', { id: 'exempt-assessment', opinion: 'x' })
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
    expect(await assessmentById(assessment.id)).toEqual(assessment)
  })

  it('an exemption is kept with its reason and can be lifted', async () => {
    const { assessment } = await listed()
    const warnings = async () => (await goalById(assessment.goalId))?.health.warnings ?? 0
    const before = await warnings()
    const entries = await db.audit.count()
    const exempt = await step(assessment, 'performance', { id: 'exempt-assessment', opinion: '上级已评估' })
    expect(await warnings()).toBe(before - 1)
    expect(await db.audit.count()).toBe(entries + 1)
    expect(exempt).toMatchObject({ state: 'exempt', exemptReason: '上级已评估' })
    const lifted = await step(exempt, 'performance', { id: 'resume-assessment', opinion: '未含本级资金' })
    expect(lifted).toMatchObject({ state: 'due', exemptReason: '' })
    expect(await warnings()).toBe(before)
  })
})

it('goes when its demo book is erased', async () => {
  const { book } = await listed()
  await db.books.put({ ...book, demo: true })
  await eraseBooks([book.id])
  expect(await db.assessments.count()).toBe(0)
})
