import { beforeEach, expect, it } from 'vitest'
import { answerComment } from '#actions/answer-comment'
import { commentGoal } from '#actions/comment-goal'
import { createFirstAccount } from '#actions/create-first-account'
import { createGoal } from '#actions/create-goal'
import { logIn } from '#actions/log-in'
import { openAdjustment } from '#actions/open-adjustment'
import { openAssessments } from '#actions/open-assessments'
import { saveAccount } from '#actions/save-account'
import { saveAdjustment } from '#actions/save-adjustment'
import { saveAssessment } from '#actions/save-assessment'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveReviewSheet } from '#actions/save-review-sheet'
import { saveUnits } from '#actions/save-units'
import { takeAdjustmentStep } from '#actions/take-adjustment-step'
import { takeAssessmentStep } from '#actions/take-assessment-step'
import { takeGoalStep } from '#actions/take-goal-step'
import { assessmentResult } from '#domain/assessments/result'
import type { AssessmentStepWanted } from '#domain/assessments/step'
import { actorOf } from '#domain/people/account'
import type { Actor, Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { adjustmentById } from '#storage/adjustments'
import { assessmentById, assessmentsOfGoals } from '#storage/assessments'
import { auditOf, verifyAudit } from '#storage/audit'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { standingsOf } from '#storage/goal-gate'
import { goalById } from '#storage/goals'
import { reviewOf } from '#storage/reviews'
import { expert } from '../domain/sample-assessment.ts'
import { freshBook, freshDatabase, soundContent } from '../storage/world.ts'

beforeEach(freshDatabase)

const wan = 1_000_000

type People = Record<'unit' | 'other' | 'spending' | 'performance' | 'investment' | 'budget', Actor>

/** Each person has an account of one duty, made by the administrator, and logs in with the password that was given. */
async function people(): Promise<People> {
  const { account, dataKey } = await createFirstAccount('王晓', 'Nanjiang-2026')
  const administrator = actorOf(account, { duty: 'administrator', scope: '' })
  async function person(id: string, name: string, duty: Duty, scope = ''): Promise<Actor> {
    const given = { password: `Chushi-${id}-01`, dataKey }
    await saveAccount(id, 0, { name, assignments: [{ duty, scope }], disabled: false }, given, administrator)
    const entered = await logIn(id, given.password)
    return actorOf(entered.account, { duty, scope })
  }
  return {
    unit: await person('u', '张会计', 'unit', '205003'),
    other: await person('o', '邻校会计', 'unit', '209999'),
    spending: await person('s', '李初审', 'spending', '06'),
    performance: await person('p', '陈绩效', 'performance'),
    investment: await person('i', '刘评审', 'investment'),
    budget: await person('b', '周预算', 'budget'),
  }
}

/** The same road through the same actions, whoever is asked to walk a part of it. */
async function step(goalId: string, id: Permission, by: Actor, opinion = '') {
  const goal = await goalById(goalId)
  return takeGoalStep(goalId, goal?.revision ?? 0, { id, opinion }, by)
}

async function assessmentStep(id: string, wanted: AssessmentStepWanted, by: Actor) {
  const assessment = await assessmentById(id)
  return takeAssessmentStep(id, assessment?.revision ?? 0, wanted, by)
}

it('goes the whole road: draft, return at a field, review, pre-assessment, gate, approval, adjustment', async () => {
  const { book, units } = await freshBook()
  const section = (await sectionsOf(book.id)).find(({ code }) => code === '06')
  const { unit, other, spending, performance, investment, budget } = await people()
  const owned = units.map((each) => ({ ...each, sectionId: section?.id ?? '' }))
  await saveUnits(book.id, owned, performance)
  const school = units[1]

  // The unit drafts a new project of 150 万元 and sends it; a neighbour can neither see to it nor send it.
  const content = {
    ...soundContent(school.id, '校园智慧食堂建设'),
    attribute: 'new' as const,
    category: 'department' as const,
    total: 150 * wan,
    funding: [{ source: 'general-local' as const, amount: 150 * wan }],
  }
  const id = await createGoal(book.id, school.id, 'project', 'general', unit)
  await saveGoalDraft(id, 1, content, unit)
  await expect(step(id, 'submit-goal', other)).rejects.toMatchObject({ code: 'out-of-reach' })
  await expect(createGoal(book.id, school.id, 'project', 'general', other)).rejects.toMatchObject({
    code: 'out-of-reach',
  })
  await step(id, 'submit-goal', unit)

  // 支出管理科 returns it with a comment at a field; without words it cannot.
  await expect(step(id, 'return-first-review', spending)).rejects.toMatchObject({ code: 'opinion-missing' })
  await expect(step(id, 'return-first-review', budget, '改')).rejects.toMatchObject({ code: 'not-permitted' })
  await commentGoal(id, 'total', '请附设备测算依据', spending)
  await step(id, 'return-first-review', spending, '见批注')
  const returned = await goalById(id)
  expect(returned).toMatchObject({ status: 'returned', opinion: '见批注' })

  // The unit corrects, answers at the field, sends again.
  await saveGoalDraft(
    id,
    returned?.revision ?? 0,
    { ...content, overview: `${content.overview}，设备按三家询价测算` },
    unit,
  )
  const comment = (await reviewOf(returned ?? ({} as never))).comments[0]
  expect(comment).toMatchObject({ at: 'total', by: '李初审', duty: 'spending' })
  await answerComment(id, comment?.id ?? '', '已附询价单', unit)
  await step(id, 'submit-goal', unit)
  await step(id, 'pass-first-review', spending)

  // 会审: the amount demands a pre-assessment, so the gate is shut and says why.
  await expect(step(id, 'pass-joint-review', performance)).rejects.toMatchObject({
    code: 'gate-closed',
    cause: [expect.objectContaining({ code: 'assessment-missing', clause: '巴财〔2020〕38号 三（二）1' })],
  })
  const [assessment] = await openAssessments(book, [id], '', spending)
  if (!assessment) throw new Error('nothing was listed')
  await saveAssessment(assessment.id, 1, 'proposal', { opinion: '属新增项目', suggestion: 'both' }, spending)
  await assessmentStep(assessment.id, { id: 'propose-assessment', opinion: '' }, spending)
  await assessmentStep(assessment.id, { id: 'countersign-assessment', opinion: '同意评估' }, budget)
  const commission = { way: 'both', commissionedTo: '投资评审中心', visitOn: '2026-09-08' } as const
  await expect(
    assessmentStep(assessment.id, { id: 'commission-assessment', opinion: '', ...commission }, investment),
  ).rejects.toMatchObject({ code: 'not-permitted' })
  await assessmentStep(
    assessment.id,
    { id: 'commission-assessment', opinion: '一并进行', ...commission },
    performance,
  )

  // Experts score; under way the gate stays shut.
  await expect(step(id, 'pass-joint-review', performance)).rejects.toMatchObject({ code: 'gate-closed' })
  const commissioned = await assessmentById(assessment.id)
  const materials = (commissioned?.materials ?? []).map((each) => ({ ...each, state: 'approved' as const }))
  await saveAssessment(assessment.id, commissioned?.revision ?? 0, 'materials', { materials }, unit)
  const checked = await assessmentById(assessment.id)
  const work = {
    experts: ['甲', '乙', '丙'].map((name) => expert(name, 375)),
    conclusion: 'adjust' as const,
    recommended: 120 * wan,
    number: '南财评〔2026〕1号',
  }
  await saveAssessment(assessment.id, checked?.revision ?? 0, 'work', work, investment)
  await assessmentStep(assessment.id, { id: 'report-assessment', opinion: '' }, investment)
  await assessmentStep(assessment.id, { id: 'conclude-assessment', opinion: '' }, performance)
  const results = assessmentResult((await assessmentsOfGoals([id])).get(id) ?? [])
  expect(results).toEqual({ state: 'adjust', recommended: 120 * wan })

  // 调整后支持: the amount that was asked is above what was recommended; back to the unit, which takes it down.
  await expect(step(id, 'pass-joint-review', performance)).rejects.toMatchObject({
    cause: [expect.objectContaining({ code: 'assessment-amount' })],
  })
  await step(id, 'return-joint-review', performance, '请按评估建议调整金额')
  const back = await goalById(id)
  const less = { total: 120 * wan, funding: [{ source: 'general-local' as const, amount: 120 * wan }] }
  await saveGoalDraft(id, back?.revision ?? 0, { ...content, ...less }, unit)
  await step(id, 'submit-goal', unit)
  await step(id, 'pass-first-review', spending)

  // A grade of 中 does not pass, 良 does; then the budget approves, and the goal is locked.
  const seen = async () => (await db.reviews.get(id))?.revision ?? 0
  await saveReviewSheet(id, await seen(), { marks: {}, grade: 'medium' }, performance)
  await expect(step(id, 'pass-joint-review', performance)).rejects.toMatchObject({ code: 'grade-forbids' })
  await saveReviewSheet(id, await seen(), { marks: {}, grade: 'good' }, performance)
  expect((await standingsOf([(await goalById(id)) ?? ({} as never)]))[0]?.stops).toEqual([])
  await step(id, 'pass-joint-review', performance)
  await step(id, 'approve-goal', budget)
  const approved = await goalById(id)
  expect(approved).toMatchObject({ status: 'approved', total: 120 * wan })
  await expect(saveGoalDraft(id, approved?.revision ?? 0, content, unit)).rejects.toMatchObject({
    code: 'not-allowed',
  })

  // 目标调整: its own flow; the neighbour cannot ask, the goal changes only at the end and stays locked.
  await expect(openAdjustment(id, other)).rejects.toMatchObject({ code: 'out-of-reach' })
  const opened = await openAdjustment(id, unit)
  const fewer = { total: 110 * wan, funding: [{ source: 'general-local' as const, amount: 110 * wan }] }
  const words = { reason: '设备中标价低于预算', budgetEffect: '结余 10 万元收回财政' }
  await saveAdjustment(opened.id, 1, { ...words, after: { ...opened.after, ...fewer } }, unit)
  for (const [row, by] of [
    ['submit-adjustment', unit],
    ['pass-adjustment', spending],
    ['confirm-adjustment', performance],
    ['approve-adjustment', budget],
  ] as const) {
    const seenNow = await adjustmentById(opened.id)
    await takeAdjustmentStep(opened.id, seenNow?.revision ?? 0, { id: row, opinion: '' }, by)
  }
  expect(await goalById(id)).toMatchObject({ status: 'approved', total: 110 * wan })

  // The trail of the goal and the audit show every step, by whom and in which duty.
  const trail = (await db.reviews.get(id))?.trail ?? []
  expect(trail.map(({ verb, by, to }) => `${verb} ${by} ${to}`)).toEqual([
    '送审 张会计 submitted',
    '退回 李初审 returned',
    '送审 张会计 submitted',
    '初审通过 李初审 joint',
    '退回 陈绩效 returned',
    '送审 张会计 submitted',
    '初审通过 李初审 joint',
    '会审通过 陈绩效 reviewed',
    '批复 周预算 approved',
  ])
  const entries = (await auditOf(id)).toReversed().map(({ action, by, duty }) => `${action} ${by} ${duty}`)
  for (const taken of trail) expect(entries).toContain(`${taken.step} ${taken.by} ${taken.duty}`)
  expect(entries).toContain('comment-goal 李初审 spending')
  expect(entries).toContain('resolve-comment 张会计 unit')
  expect(entries).toContain('approve-adjustment 周预算 budget')
  expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  expect(await verifyAudit('')).toMatchObject({ intact: true })
})
