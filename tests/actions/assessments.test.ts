import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { createGoal } from '#actions/create-goal'
import { openAssessments } from '#actions/open-assessments'
import { saveAssessment } from '#actions/save-assessment'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeAssessmentStep } from '#actions/take-assessment-step'
import type { Assessment } from '#domain/assessments/assessment'
import { assessmentResult } from '#domain/assessments/result'
import type { AssessmentStepWanted } from '#domain/assessments/step'
import type { GoalContent } from '#domain/goals/goal'
import type { Duty } from '#domain/people/duties'
import { assessmentById, assessmentsOf, assessmentsOfGoals, unlistedGoals } from '#storage/assessments'
import { lastAudit, verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import { eraseBooks } from '#storage/erase-books'
import { standingsOf } from '#storage/goal-gate'
import { goalById, goalsOf } from '#storage/goals'
import { complete, expert } from '../domain/sample-assessment.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

beforeEach(freshDatabase)

const wan = 1_000_000

async function goalIn(bookId: string, unitId: string, change: Partial<GoalContent> = {}) {
  const content = {
    ...soundContent(unitId, '乡村公路改造'),
    attribute: 'new' as const,
    category: 'department' as const,
    total: 150 * wan,
    funding: [{ source: 'general-local' as const, amount: 150 * wan }],
    ...change,
  }
  const id = await createGoal(bookId, unitId, content.kind, content.book, by)
  return saveGoalDraft(id, 1, content, by)
}

async function world() {
  const { book, units } = await freshBook()
  const goal = await goalIn(book.id, units[1].id)
  return { book, units, goal }
}

async function listed() {
  const { book, units, goal } = await world()
  const [assessment] = await openAssessments(book, [goal.id], '', acting('spending'))
  if (!assessment) throw new Error('nothing was listed')
  return { book, units, goal, assessment }
}

function step(assessment: Assessment, duty: Duty, wanted: AssessmentStepWanted, scope = '') {
  return takeAssessmentStep(assessment.id, assessment.revision, wanted, acting(duty, scope))
}

const commission = {
  id: 'commission-assessment',
  opinion: '一并进行',
  way: 'both',
  commissionedTo: '投资评审中心',
  visitOn: '2026-09-08',
} as const

async function commissioned() {
  const { book, goal, units, assessment } = await listed()
  const spending = acting('spending')
  const opinion = { opinion: '属新增项目', suggestion: 'both' } as const
  const written = await saveAssessment(assessment.id, 1, 'proposal', opinion, spending)
  const proposed = await step(written, 'spending', { id: 'propose-assessment', opinion: '' })
  const countersigned = await step(proposed, 'budget', { id: 'countersign-assessment', opinion: '同意' })
  return { book, goal, units, assessment: await step(countersigned, 'performance', commission) }
}

async function reported() {
  const { book, goal, assessment } = await commissioned()
  const { conclusion, recommended, number } = complete()
  const experts = ['甲', '乙', '丙'].map((id) => expert(id, 450))
  const materials = assessment.materials.map((each) => ({ ...each, state: 'approved' }) as const)
  const checked = await saveAssessment(
    assessment.id,
    assessment.revision,
    'materials',
    { materials },
    acting('unit', '205003'),
  )
  const work = { experts, conclusion, recommended, number }
  const worked = await saveAssessment(checked.id, checked.revision, 'work', work, acting('investment'))
  return {
    book,
    goal,
    assessment: await step(worked, 'investment', { id: 'report-assessment', opinion: '' }),
  }
}

describe('listing', () => {
  it('finds what a rule demands and has none, lists it once, with the reason', async () => {
    const { book, goal, units } = await world()
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
    const { book, goal } = await world()
    const next = await carryForward(book.id, by)
    const carried = (await goalsOf(next.id)).find(({ name }) => name === goal.name)
    if (!carried) throw new Error('the goal was not carried forward')
    const grown = { ...carried, attribute: 'continuing', total: 195 * wan } as const
    await db.goals.put(grown)
    expect(await unlistedGoals(next)).toEqual([])
    await db.goals.put({ ...grown, total: 195 * wan + 1 })
    const [need] = await unlistedGoals(next)
    expect(need).toMatchObject({ previous: 150 * wan, need: { rule: 'growth' } })
  })

  it('the bureau adds another only with a reason, and no department as a whole', async () => {
    const { book, units } = await world()
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
    const { book, goal } = await world()
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

describe('saving', () => {
  it('each part only by its duties and in its state', async () => {
    const { assessment } = await listed()
    const save = (duty: Duty) =>
      saveAssessment(assessment.id, 1, 'proposal', { opinion: '同意' }, acting(duty))
    await expect(save('unit')).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(save('investment')).rejects.toMatchObject({ code: 'not-permitted' })
    const early = saveAssessment(assessment.id, 1, 'work', { number: '1' }, acting('investment'))
    await expect(early).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await save('spending')).opinion).toBe('同意')
    await expect(save('spending')).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('a field of another part does not slip in', async () => {
    const { assessment } = await listed()
    const smuggled = { materials: [], conclusion: 'support' } as const
    const saving = saveAssessment(assessment.id, 1, 'materials', smuggled, acting('unit', '205003'))
    await expect(saving).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('another section or another unit is out of reach', async () => {
    const { assessment } = await listed()
    const other = acting('spending', '07')
    const saving = saveAssessment(assessment.id, 1, 'proposal', { opinion: '同意' }, other)
    await expect(saving).rejects.toMatchObject({ code: 'out-of-reach' })
    const materials = { materials: [] }
    const foreign = saveAssessment(assessment.id, 1, 'materials', materials, acting('unit', '999'))
    await expect(foreign).rejects.toMatchObject({ code: 'out-of-reach' })
    const own = await saveAssessment(assessment.id, 1, 'materials', materials, acting('unit', '205001'))
    expect(own.materials).toEqual([])
  })

  it('a submitted sheet is opened before it is changed', async () => {
    const { assessment } = await commissioned()
    const investment = acting('investment')
    const sheet = expert('甲', 450)
    const first = await saveAssessment(
      assessment.id,
      assessment.revision,
      'work',
      { experts: [sheet] },
      investment,
    )
    const change = { experts: [{ ...expert('甲', 300) }] }
    const changing = saveAssessment(first.id, first.revision, 'work', change, investment)
    await expect(changing).rejects.toMatchObject({ code: 'not-allowed' })
    const gaps = { experts: [{ ...sheet, id: 'new', marks: {} }] }
    const submitting = saveAssessment(first.id, first.revision, 'work', gaps, investment)
    await expect(submitting).rejects.toMatchObject({ code: 'not-allowed' })
    const opened = { experts: [{ ...sheet, submittedOn: '' }] }
    expect((await saveAssessment(first.id, first.revision, 'work', opened, investment)).revision).toBe(
      first.revision + 1,
    )
  })

  it('following up is for the concluded, and leaves the conditions themselves', async () => {
    const { assessment } = await reported()
    const concluded = await step(assessment, 'performance', { id: 'conclude-assessment', opinion: '' })
    const followUps = [{ id: 'f', on: '2026-12-01', text: '已下达', by: '测试员' }]
    const followed = await saveAssessment(
      concluded.id,
      concluded.revision,
      'follow',
      { followUps },
      acting('spending'),
    )
    expect(followed.followUps).toEqual(followUps)
    const preconditions = [{ id: 'p', text: '新加的', state: 'open', owner: '' } as const]
    const adding = saveAssessment(followed.id, followed.revision, 'follow', { preconditions }, by)
    await expect(adding).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('the trail says what changed in words, mark by mark', async () => {
    const { assessment } = await commissioned()
    const investment = acting('investment')
    const dimensions = { necessity: { facts: '', issues: '', analysis: '', verdict: '必要' } }
    const work = { experts: [expert('甲', 450)], recommended: 120 * wan, dimensions } as const
    await saveAssessment(assessment.id, assessment.revision, 'work', work, investment)
    const [entry] = await lastAudit(assessment.bookId, 1)
    const fields = entry?.changes.flatMap((change) => change.fields) ?? []
    expect(fields).toContainEqual({
      field: 'recommended',
      label: '建议金额（万元）',
      from: '',
      to: '120.00',
    })
    expect(fields.find(({ label }) => label === '立项必要性·综上结论')?.to).toBe('必要')
    expect(fields.filter(({ label }) => label.startsWith('专家甲的评分'))).toHaveLength(20)
    expect(fields.some(({ to }) => to.includes('{'))).toBe(false)
  })
})

it('goes when its demo book is erased', async () => {
  const { book } = await listed()
  await db.books.put({ ...book, demo: true })
  await eraseBooks([book.id])
  expect(await db.assessments.count()).toBe(0)
})
