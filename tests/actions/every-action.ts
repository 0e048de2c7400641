import { acceptClock } from '#actions/accept-clock'
import { answerComment } from '#actions/answer-comment'
import { carryForward } from '#actions/carry-forward'
import { changePassword } from '#actions/change-password'
import { setRoundState } from '#actions/close-round'
import { closeYear } from '#actions/close-year'
import { commentGoal } from '#actions/comment-goal'
import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { deleteGoals } from '#actions/delete-goals'
import { discardAdjustment } from '#actions/discard-adjustment'
import { discardIndicator } from '#actions/discard-indicator'
import { drawForReview } from '#actions/draw-experts'
import { freezeDashboard } from '#actions/freeze-dashboard'
import { giveRoundOpinion } from '#actions/give-round-opinion'
import { importExecutions } from '#actions/import-executions'
import { importGoals } from '#actions/import-goals'
import { importMonitorings } from '#actions/import-monitorings'
import { listRegulations } from '#actions/list-regulations'
import { loadDemo } from '#actions/load-demo'
import { makeRecoveryCode } from '#actions/make-recovery-code'
import { markCongress } from '#actions/mark-congress'
import { matchExecutions } from '#actions/match-executions'
import { openAdjustment } from '#actions/open-adjustment'
import { openAssessments } from '#actions/open-assessments'
import { openRound } from '#actions/open-round'
import { openRoundReport } from '#actions/open-round-report'
import { pickSpotChecks } from '#actions/pick-spot-checks'
import { planImport } from '#actions/plan-import'
import { proposeDisposals } from '#actions/propose-disposals'
import { proposeIndicator } from '#actions/propose-indicator'
import { rateExpert } from '#actions/rate-expert'
import { registerTogether } from '#actions/register-together'
import { removeDemo } from '#actions/remove-demo'
import { removeRegulation } from '#actions/remove-regulation'
import { reopenYear } from '#actions/reopen-year'
import { resetPassword } from '#actions/reset-password'
import { restoreGoals } from '#actions/restore-goals'
import { restoreRegulation } from '#actions/restore-regulation'
import { saveAccount } from '#actions/save-account'
import { saveAdjustment } from '#actions/save-adjustment'
import { saveAgency } from '#actions/save-agency'
import { saveAnswer } from '#actions/save-answer'
import { saveAssessment } from '#actions/save-assessment'
import { saveCalendar } from '#actions/save-calendar'
import { saveCurve } from '#actions/save-curve'
import { saveDisposals } from '#actions/save-disposals'
import { saveEvaluationRules } from '#actions/save-evaluation-rules'
import { saveExpert } from '#actions/save-expert'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveIdentity } from '#actions/save-identity'
import { saveLayout } from '#actions/save-layout'
import { saveMeeting } from '#actions/save-meeting'
import { saveMonitoring } from '#actions/save-monitoring'
import { saveOwnRules } from '#actions/save-own-rules'
import { saveRegulation } from '#actions/save-regulation'
import { saveReviewSheet } from '#actions/save-review-sheet'
import { saveRoundReport } from '#actions/save-round-report'
import { saveSections } from '#actions/save-sections'
import { saveSpotCheck } from '#actions/save-spot-check'
import { saveUnits } from '#actions/save-units'
import { setBookRules } from '#actions/set-book-rules'
import { takeAdjustmentStep } from '#actions/take-adjustment-step'
import { takeAssessmentStep } from '#actions/take-assessment-step'
import { takeDisposalStep } from '#actions/take-disposal-step'
import { takeGoalStep } from '#actions/take-goal-step'
import { takeIndicatorStep } from '#actions/take-indicator-step'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { takeRoundReportStep } from '#actions/take-round-report-step'
import { takeSpotCheckStep } from '#actions/take-spot-check-step'
import { undoExecutionImport } from '#actions/undo-execution-import'
import { undoImport } from '#actions/undo-import'
import { undoMonitoringImport } from '#actions/undo-monitoring-import'
import { type Adjustment, type AdjustmentState, openedAdjustment } from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import type { Assessment } from '#domain/assessments/assessment'
import { assessmentFlow } from '#domain/assessments/flow'
import type { AssessmentState } from '#domain/assessments/result'
import type { Disposal } from '#domain/disposals/disposal'
import { type DisposalState, disposalFlow } from '#domain/disposals/flow'
import { onceAt } from '#domain/execution/curve'
import { emptyAgency } from '#domain/experts/agency'
import { emptyExpert } from '#domain/experts/expert'
import { goalFlow } from '#domain/goals/flow'
import type { Goal, GoalStatus } from '#domain/goals/goal'
import { emptyReview } from '#domain/goals/review'
import { indicatorFlow } from '#domain/library/own-flow'
import { type MonitoringState, monitoringFlow } from '#domain/monitoring/flow'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { RoundReport } from '#domain/monitoring/round-report'
import { type RoundReportState, roundReportFlow } from '#domain/monitoring/round-report'
import type { Actor } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { type SpotCheckState, spotCheckFlow } from '#domain/spot-checks/flow'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import { stepOf } from '#domain/workflow'
import type { Unit, YearBook } from '#domain/year-book'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { monitoringsOf } from '#storage/monitorings'
import { newCredential } from '#storage/password'
import { newDataKey } from '#storage/sealing'
import { candidate, disposalIn as disposalOf } from '../domain/disposals/sample.ts'
import { complete, expert } from '../domain/sample-assessment.ts'
import { walnuts } from '../domain/sample-indicator.ts'
import { completeCheck } from '../domain/spot-checks/sample.ts'
import { shownBoard } from '../storage/dashboard-world.ts'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { acting, by, freshBook, freshDatabase, readForm, soundContent } from '../storage/world.ts'
import { applicationCases } from './application-cases.ts'
import { appraisalCases } from './appraisal-cases.ts'
import { backupCases } from './backup-cases.ts'
import { coverageCases } from './coverage-cases.ts'
import { disclosureCases } from './disclosure-cases.ts'
import { evaluationPlanActions } from './evaluation-plan-world.ts'
import { evaluationResultActions } from './evaluation-result-world.ts'
import { evaluationTaskCases } from './evaluation-task-cases.ts'
import { exchangeCases } from './exchange-cases.ts'
import { importedRows, plannedOf } from './execution-world.ts'
import { kitCases } from './kit-cases.ts'
import { selfEvaluationRows } from './self-evaluation-rows.ts'
import { supervisionCases } from './supervision-cases.ts'
import { surveyActions } from './survey-world.ts'

type World = { book: YearBook; units: [Unit, Unit]; goal: Goal }
type Try = (actor: Actor) => Promise<unknown>

/** Rows of the duty table that are looked at, not done. */
export type SeeRow = Extract<Permission, `see-${string}` | 'read-audit'>
export type DoRow = Exclude<Permission, SeeRow>

/** A book of two units with one draft. */
async function world(): Promise<World> {
  await freshDatabase()
  const { book, units } = await freshBook()
  const content = soundContent(units[1].id)
  const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
  return { book, units, goal: await saveGoalDraft(id, 1, content, by) }
}

/** The step of a goal from the first state that has it; a higher review has its grade. */
function goalStep(id: DoRow): () => Promise<Try> {
  return async () => {
    const { goal } = await world()
    const status = stepOf(goalFlow, id)?.from[0]
    if (!status) throw new Error(`no step ${id}`)
    await putState(goal, status)
    return (actor) => takeGoalStep(goal.id, goal.revision, { id, opinion: '意见' }, actor)
  }
}

async function putState(goal: Goal, status: GoalStatus): Promise<void> {
  await db.goals.put({ ...goal, status })
  await db.reviews.put({ ...emptyReview(goal), sheet: { marks: {}, grade: 'excellent' } })
}

async function assessmentIn(state: AssessmentState): Promise<Assessment> {
  const { book, goal } = await world()
  const experts = ['甲', '乙', '丙'].map((id) => expert(id, 450))
  const place = { bookId: book.id, goalId: goal.id, unitId: goal.unitId, name: goal.name }
  const assessment = complete({ ...place, experts, state, amount: goal.total ?? 0, recommended: 1_000_000 })
  await db.assessments.put(assessment)
  return assessment
}

function assessmentStep(id: DoRow): () => Promise<Try> {
  return async () => {
    const state = stepOf(assessmentFlow, id)?.from[0]
    if (!state) throw new Error(`no step ${id}`)
    const assessment = await assessmentIn(state)
    const brought = { way: 'both', commissionedTo: '投资评审中心', visitOn: '2026-09-08' } as const
    return (actor) =>
      takeAssessmentStep(assessment.id, assessment.revision, { id, opinion: '意见', ...brought }, actor)
  }
}

async function monitoringIn(state: MonitoringState): Promise<Monitoring> {
  const { book, goal } = await world()
  await db.goals.update(goal.id, { status: 'approved' })
  const { round } = await openRound(book.id, wantedRound, by)
  const [form] = await monitoringsOf(book.id, round.id)
  if (!form) throw new Error('the round has a form')
  const monitoring = { ...reported(form), state }
  await db.monitorings.put(monitoring)
  return monitoring
}

/** A report whose round has one object; the section of its unit is asked. */
async function reportIn(state: RoundReportState): Promise<RoundReport> {
  const form = await monitoringIn('accepted')
  const opened = await openRoundReport(form.roundId, by)
  const step = { id: 'ask-round-opinions', opinion: '' } as const
  const asked = await takeRoundReportStep(opened.id, opened.revision, step, by)
  const report = { ...asked, state }
  await db.roundReports.put(report)
  return report
}

function reportStep(id: DoRow): () => Promise<Try> {
  return async () => {
    const state = stepOf(roundReportFlow, id)?.from[0]
    if (!state) throw new Error(`no step ${id}`)
    const report = await reportIn(state)
    return (actor) => takeRoundReportStep(report.id, report.revision, { id, opinion: '意见' }, actor)
  }
}

function monitoringStep(id: DoRow): () => Promise<Try> {
  return async () => {
    const state = stepOf(monitoringFlow, id)?.from[0]
    if (!state) throw new Error(`no step ${id}`)
    const form = await monitoringIn(state)
    const seen = [{ id: form.id, seenRevision: form.revision }]
    return (actor) => takeMonitoringStep(seen, { id, opinion: '意见' }, actor)
  }
}

async function disposalIn(state: DisposalState): Promise<Disposal> {
  const { book, goal } = await world()
  const place = { bookId: book.id, goalId: goal.id, unitId: goal.unitId, name: goal.name }
  const disposal = disposalOf(state, place)
  await db.disposals.put(disposal)
  return disposal
}

function disposalStep(id: DoRow): () => Promise<Try> {
  return async () => {
    const state = stepOf(disposalFlow, id)?.from[0]
    if (!state) throw new Error(`no step ${id}`)
    const disposal = await disposalIn(state)
    const seen = [{ id: disposal.id, seenRevision: disposal.revision }]
    return (actor) => takeDisposalStep(seen, { id, opinion: '意见' }, actor)
  }
}

function imported({ id, revision, funds, fundsReason, entries, measures }: Monitoring) {
  return { id, seenRevision: revision, content: { funds, fundsReason, entries, measures, summary: '平稳' } }
}

const oneByRisk = { way: 'risk', size: { by: 'count', value: 1 }, ids: [], reason: '' } as const

/** A check in a state, its record complete. */
async function spotCheckIn(state: SpotCheckState): Promise<SpotCheck> {
  const { roundId } = await monitoringIn('submitted')
  const made = await pickSpotChecks(roundId, oneByRisk, null, acting('inspection'))
  const [opened] = 'checks' in made ? made.checks : []
  if (!opened) throw new Error('a form was picked')
  const check = { ...completeCheck(opened), state }
  await db.spotChecks.put(check)
  return check
}

function spotCheckStep(id: DoRow): () => Promise<Try> {
  return async () => {
    const state = stepOf(spotCheckFlow, id)?.from[0]
    if (!state) throw new Error(`no step ${id}`)
    const check = await spotCheckIn(state)
    const seen = [{ id: check.id, seenRevision: check.revision }]
    return (actor) => takeSpotCheckStep(seen, { id, opinion: '意见' }, actor)
  }
}

async function keptExpert(): Promise<{ bookId: string; id: string; unitId: string }> {
  const { book, units } = await world()
  for (const id of ['e1', 'e2', 'e3', 'e4', 'e5']) {
    const form = { ...emptyExpert, name: `专家${id}`, workUnit: '某大学', fields: ['performance' as const] }
    await saveExpert(book.id, id, 0, form, {}, null, by)
  }
  return { bookId: book.id, id: 'e1', unitId: units[1].id }
}

async function adjustmentIn(state: AdjustmentState): Promise<Adjustment> {
  const { goal } = await world()
  const approved: Goal = { ...goal, status: 'approved' }
  await db.goals.put(approved)
  const made = openedAdjustment(approved, 1, { id: 'adjustment-1', at: goal.changedAt, by: '张会计' })
  const words = { reason: '供餐天数减少', budgetEffect: '调减 10 万元' }
  const after = { ...made.after, remarks: '按新校历执行' }
  const adjustment = { ...made, ...words, after, state }
  await db.adjustments.put(adjustment)
  return adjustment
}

function adjustmentStep(id: DoRow): () => Promise<Try> {
  return async () => {
    const state = stepOf(adjustmentFlow, id)?.from[0]
    if (!state) throw new Error(`no step ${id}`)
    const { id: adjustmentId, revision } = await adjustmentIn(state)
    return (actor) => takeAdjustmentStep(adjustmentId, revision, { id, opinion: '意见' }, actor)
  }
}

async function keptIndicator() {
  const { book } = await world()
  return { book, kept: await proposeIndicator(book.id, 'o1', 0, walnuts, by) }
}

function indicatorStep(id: DoRow): () => Promise<Try> {
  return async () => {
    const { book, kept } = await keptIndicator()
    const state = stepOf(indicatorFlow, id)?.from[0]
    if (!state) throw new Error(`no step ${id}`)
    await db.indicators.put({ ...kept, state })
    return (actor) => takeIndicatorStep(book.id, kept, { id, opinion: '意见' }, actor)
  }
}

const regulation = {
  name: '南江县预算绩效管理办法',
  number: '南财〔2026〕5号',
  issuer: '南江县财政局',
  issuedOn: '2026-01-05',
  board: 'process' as const,
  stage: 'goal' as const,
  inForce: true,
  note: '',
  attachments: [],
}

async function keptRegulation() {
  const { book } = await world()
  return { book, kept: await saveRegulation(book.id, 'r1', 0, regulation, by) }
}

/** Made once: a password is slow to make by design. */
let sampleCredential: ReturnType<typeof newCredential> | undefined

async function keptAccount() {
  await world()
  const dataKey = await newDataKey()
  const assignments = [{ duty: 'administrator' as const, scope: '' }]
  const account = {
    id: 'a1',
    name: '王晓',
    assignments,
    disabled: false,
    failures: 0,
    lockedUntil: '' as const,
    passwordGiven: false,
    revision: 1,
    changedAt: '2026-01-01T00:00:00.000Z',
    changedBy: '王晓',
  }
  await db.accounts.put(account)
  return { account, dataKey }
}

/**
 * Every write of the program as its page calls it, ready to be tried by anybody: a row without its action, or an action
 * without its row, does not compile. Who logs in or recovers is proved by a password or a code, and always acts as himself.
 */
export const everyAction: Record<Exclude<DoRow, 'log-in' | 'recover-account'>, () => Promise<Try>> = {
  ...appraisalCases,
  ...disclosureCases,
  ...evaluationPlanActions,
  ...backupCases,
  ...supervisionCases,
  ...evaluationResultActions,
  ...surveyActions,
  'create-goal': async () => {
    const { book, units } = await world()
    return (actor) => createGoal(book.id, units[1].id, 'project', 'general', actor)
  },
  'save-goal-draft': async () => {
    const { goal, units } = await world()
    return (actor) => saveGoalDraft(goal.id, goal.revision, soundContent(units[1].id, '改名'), actor)
  },
  'delete-goals': async () => {
    const { goal } = await world()
    return (actor) => deleteGoals([goal.id], actor)
  },
  'restore-goals': async () => {
    const { goal } = await world()
    const token = await deleteGoals([goal.id], by)
    return (actor) => restoreGoals(token, actor)
  },
  'import-goals': async () => {
    const { book } = await world()
    const plan = await planImport(book.id, [{ file: 'a.xlsx', form: readForm('南江县第一小学', '校舍维修') }])
    return (actor) => importGoals(plan, actor)
  },
  'undo-import': async () => {
    const { book } = await world()
    const plan = await planImport(book.id, [{ file: 'a.xlsx', form: readForm('南江县第一小学', '校舍维修') }])
    const { importId } = await importGoals(plan, by)
    return (actor) => undoImport(importId, actor)
  },
  'save-layout': async () => {
    const { book } = await world()
    return (actor) => saveLayout(book.id, { id: 'x', name: '台账', mapping: {} }, actor)
  },
  'submit-goal': goalStep('submit-goal'),
  'withdraw-goal': goalStep('withdraw-goal'),
  'resolve-comment': async () => {
    const { goal } = await world()
    await putState(goal, 'submitted')
    await commentGoal(goal.id, 'name', '请核对', acting('spending'))
    const comment = (await db.reviews.get(goal.id))?.comments[0]
    return (actor) => answerComment(goal.id, comment?.id ?? '', '已改', actor)
  },
  'comment-goal': async () => {
    const { goal } = await world()
    await putState(goal, 'submitted')
    return (actor) => commentGoal(goal.id, 'name', '请核对', actor)
  },
  'save-review-sheet': async () => {
    const { goal } = await world()
    return async (actor) => {
      // Each fills it in when it is the turn.
      const status = actor.duty === 'spending' ? 'submitted' : 'joint'
      await db.goals.update(goal.id, { status })
      return saveReviewSheet(goal.id, 0, { marks: {}, grade: 'good' }, actor)
    }
  },
  'pass-first-review': goalStep('pass-first-review'),
  'return-first-review': goalStep('return-first-review'),
  'pass-joint-review': goalStep('pass-joint-review'),
  'return-joint-review': goalStep('return-joint-review'),
  'reject-joint-review': goalStep('reject-joint-review'),
  'pass-key-review': goalStep('pass-key-review'),
  'return-key-review': goalStep('return-key-review'),
  'reject-key-review': goalStep('reject-key-review'),
  'recall-first-review': goalStep('recall-first-review'),
  'recall-joint-review': goalStep('recall-joint-review'),
  'approve-goal': goalStep('approve-goal'),
  'return-approval': goalStep('return-approval'),
  'reopen-goal': goalStep('reopen-goal'),
  'reopen-rejected': goalStep('reopen-rejected'),
  'mark-congress': async () => {
    const { goal } = await world()
    return (actor) => markCongress([goal.id], true, actor)
  },
  'hold-meeting': async () => {
    const { book } = await world()
    const words = {
      name: '第 1 次会审',
      heldOn: '2026-11-20',
      place: '',
      chair: '',
      attendees: '',
      recorder: '',
    }
    return (actor) => saveMeeting({ id: '', bookId: book.id, ...words, decisions: [], revision: 0 }, actor)
  },
  'register-together': async () => {
    const { goal } = await world()
    const wish = { stage: 'tabled', what: 'both', on: '2026-01-20' } as const
    return (actor) => registerTogether([goal.id], wish, actor)
  },
  'open-adjustment': async () => {
    const { goal } = await world()
    await db.goals.put({ ...goal, status: 'approved' })
    return (actor) => openAdjustment(goal.id, actor)
  },
  'save-adjustment': async () => {
    const { id, revision } = await adjustmentIn('draft')
    return (actor) => saveAdjustment(id, revision, { reason: '政策变化' }, actor)
  },
  'discard-adjustment': async () => {
    const { id, revision } = await adjustmentIn('draft')
    return (actor) => discardAdjustment(id, revision, actor)
  },
  'submit-adjustment': adjustmentStep('submit-adjustment'),
  'withdraw-adjustment': adjustmentStep('withdraw-adjustment'),
  'pass-adjustment': adjustmentStep('pass-adjustment'),
  'return-adjustment': adjustmentStep('return-adjustment'),
  'confirm-adjustment': adjustmentStep('confirm-adjustment'),
  'return-adjustment-review': adjustmentStep('return-adjustment-review'),
  'approve-adjustment': adjustmentStep('approve-adjustment'),
  'reject-adjustment': adjustmentStep('reject-adjustment'),
  'open-assessment': async () => {
    const { book, goal } = await world()
    return (actor) => openAssessments(book, [goal.id], '群众反映强烈', actor)
  },
  'save-assessment': async () => {
    const { id, revision } = await assessmentIn('due')
    return (actor) => saveAssessment(id, revision, 'proposal', { opinion: '建议评估' }, actor)
  },
  'save-materials': async () => {
    const { id, revision } = await assessmentIn('commissioned')
    return (actor) => saveAssessment(id, revision, 'materials', { materials: [] }, actor)
  },
  'save-assessment-work': async () => {
    const { id, revision } = await assessmentIn('commissioned')
    return (actor) => saveAssessment(id, revision, 'work', { number: '南财评〔2026〕9号' }, actor)
  },
  'follow-assessment': async () => {
    const { id, revision } = await assessmentIn('concluded')
    const followUps = [{ id: 'f', on: '2026-12-01', text: '已落实', by: '李初' }]
    return (actor) => saveAssessment(id, revision, 'follow', { followUps }, actor)
  },
  'propose-assessment': assessmentStep('propose-assessment'),
  'return-assessment-proposal': assessmentStep('return-assessment-proposal'),
  'countersign-assessment': assessmentStep('countersign-assessment'),
  'commission-assessment': assessmentStep('commission-assessment'),
  'exempt-assessment': assessmentStep('exempt-assessment'),
  'resume-assessment': assessmentStep('resume-assessment'),
  'report-assessment': assessmentStep('report-assessment'),
  'return-assessment-report': assessmentStep('return-assessment-report'),
  'conclude-assessment': assessmentStep('conclude-assessment'),
  'reopen-assessment': assessmentStep('reopen-assessment'),
  'propose-indicator': async () => {
    const { book } = await world()
    return (actor) => proposeIndicator(book.id, 'o1', 0, walnuts, actor)
  },
  'discard-indicator': async () => {
    const { book, kept } = await keptIndicator()
    return (actor) => discardIndicator(book.id, kept, actor)
  },
  'confirm-indicator': indicatorStep('confirm-indicator'),
  'return-indicator': indicatorStep('return-indicator'),
  'retire-indicator': indicatorStep('retire-indicator'),
  'resume-indicator': indicatorStep('resume-indicator'),
  'open-round': async () => {
    const { book, goal } = await world()
    await db.goals.update(goal.id, { status: 'approved' })
    return (actor) => openRound(book.id, wantedRound, actor)
  },
  'close-round': async () => {
    const { roundId } = await monitoringIn('draft')
    return (actor) => setRoundState(roundId, 'closed', actor)
  },
  'save-monitoring': async () => {
    const { id, revision } = await monitoringIn('draft')
    return (actor) => saveMonitoring([{ id, seenRevision: revision, change: { summary: '平稳' } }], actor)
  },
  'import-monitorings': async () => {
    const form = await monitoringIn('draft')
    return (actor) => importMonitorings(form.roundId, [imported(form)], ['监控.xlsx'], actor)
  },
  'undo-monitoring-import': async () => {
    const form = await monitoringIn('draft')
    const undo = await importMonitorings(form.roundId, [imported(form)], ['监控.xlsx'], by)
    return (actor) => undoMonitoringImport(undo, actor)
  },
  'submit-monitoring': monitoringStep('submit-monitoring'),
  'withdraw-monitoring': monitoringStep('withdraw-monitoring'),
  'pass-monitoring': monitoringStep('pass-monitoring'),
  'return-monitoring': monitoringStep('return-monitoring'),
  'accept-monitoring': monitoringStep('accept-monitoring'),
  'return-monitoring-review': monitoringStep('return-monitoring-review'),
  'reopen-monitoring': monitoringStep('reopen-monitoring'),
  'exempt-from-round': monitoringStep('exempt-from-round'),
  'restore-to-round': monitoringStep('restore-to-round'),
  'propose-disposals': async () => {
    const { book, goal } = await world()
    const wanted = candidate({ goalId: goal.id, unitId: goal.unitId, name: goal.name })
    return (actor) => proposeDisposals(book.id, [wanted], actor)
  },
  'save-disposal': async () => {
    const { id, revision } = await disposalIn('proposed')
    const change = { demand: '请说明原因。' }
    return (actor) => saveDisposals([{ id, seenRevision: revision, change }], actor)
  },
  'decide-disposal': disposalStep('decide-disposal'),
  'drop-disposal': disposalStep('drop-disposal'),
  'restore-disposal': disposalStep('restore-disposal'),
  'redecide-disposal': disposalStep('redecide-disposal'),
  'save-answer': async () => {
    const { id, revision } = await disposalIn('issued')
    return (actor) => saveAnswer(id, revision, { answer: '已倒排工期。' }, actor)
  },
  'answer-disposal': disposalStep('answer-disposal'),
  'withdraw-answer': disposalStep('withdraw-answer'),
  'pass-answer': disposalStep('pass-answer'),
  'return-answer': disposalStep('return-answer'),
  'close-disposal': disposalStep('close-disposal'),
  'return-disposal': disposalStep('return-disposal'),
  'reopen-disposal': disposalStep('reopen-disposal'),
  ...selfEvaluationRows(world),
  'pick-spot-checks': async () => {
    const { roundId } = await monitoringIn('submitted')
    return (actor) => pickSpotChecks(roundId, oneByRisk, null, actor)
  },
  'save-spot-check': async () => {
    const { id, revision } = await spotCheckIn('started')
    return (actor) => saveSpotCheck(id, revision, { record: '账实相符' }, actor)
  },
  'start-spot-check': spotCheckStep('start-spot-check'),
  'drop-spot-check': spotCheckStep('drop-spot-check'),
  'resume-spot-check': spotCheckStep('resume-spot-check'),
  'record-spot-check': spotCheckStep('record-spot-check'),
  'revise-spot-check': spotCheckStep('revise-spot-check'),
  'ask-checked-unit': spotCheckStep('ask-checked-unit'),
  'recall-check-question': spotCheckStep('recall-check-question'),
  'explain-spot-check': spotCheckStep('explain-spot-check'),
  'submit-spot-check': spotCheckStep('submit-spot-check'),
  'withdraw-spot-check': spotCheckStep('withdraw-spot-check'),
  'return-spot-check': spotCheckStep('return-spot-check'),
  'take-over-spot-check': spotCheckStep('take-over-spot-check'),
  'reopen-spot-check': spotCheckStep('reopen-spot-check'),
  'save-expert': async () => {
    const { book } = await world()
    const form = { ...emptyExpert, name: '李晓', fields: ['finance' as const] }
    return (actor) => saveExpert(book.id, 'e9', 0, form, {}, null, actor)
  },
  'draw-experts': async () => {
    const { bookId, unitId } = await keptExpert()
    const wanted = [{ field: 'performance' as const, specialty: '', count: 3 }]
    return (actor) => drawForReview(bookId, { subject: '评审', unitId, wanted, assessmentId: '' }, actor)
  },
  'rate-expert': async () => {
    const { bookId, id } = await keptExpert()
    const rating = {
      on: '2026-09-09',
      subject: '评审',
      drawId: '',
      grade: 'pass' as const,
      fee: null,
      note: '',
    }
    return (actor) => rateExpert(bookId, { id, name: '', revision: 1 }, rating, actor)
  },
  'save-agency': async () => {
    const { book } = await world()
    const content = { ...emptyAgency, name: '某咨询有限公司', kind: 'consulting' as const }
    return (actor) => saveAgency(book.id, 'g1', 0, content, actor)
  },
  'create-book': async () => {
    const { book } = await world()
    return (actor) => createBook({ year: 2030, identity: book.identity, rulesId: 'frame-2021', by: actor })
  },
  'carry-forward': async () => {
    const { book } = await world()
    return (actor) => carryForward(book.id, actor)
  },
  'close-year': async () => {
    const { book } = await world()
    await carryForward(book.id, by)
    return (actor) => closeYear(book.id, '', actor)
  },
  'reopen-year': async () => {
    const { book } = await world()
    await carryForward(book.id, by)
    await closeYear(book.id, '', by)
    return (actor) => reopenYear(book.id, '更正决算数', actor)
  },
  'save-identity': async () => {
    const { book } = await world()
    return (actor) => saveIdentity(book.id, { ...book.identity, section: '绩效股' }, actor)
  },
  'set-book-rules': async () => {
    const { book } = await world()
    return (actor) => setBookRules(book.id, 'frame-2015', actor)
  },
  'import-executions': async () => {
    const { book } = await world()
    const { writes } = await plannedOf(book, [{ year: book.year }])
    return (actor) => importExecutions(book.id, { writes, files: [], read: 1 }, actor)
  },
  'undo-execution-import': async () => {
    const { book } = await world()
    const record = await importedRows(book, [{ year: book.year }], by)
    return (actor) => undoExecutionImport(record.id, actor)
  },
  'match-executions': async () => {
    const { book, goal } = await world()
    const { added } = await importedRows(book, [{ year: book.year }], by)
    const [row] = await db.executions.bulkGet(added)
    return (actor) => matchExecutions(book.id, new Map([[row?.line ?? '', goal.id]]), actor)
  },
  'save-curve': async () => {
    const { goal } = await world()
    const wanted = { template: 'once', points: onceAt(9), reason: '合同约定' } as const
    return (actor) => saveCurve(goal.id, 0, wanted, actor)
  },
  'freeze-dashboard': async () => {
    const { book } = await world()
    const shown = await shownBoard(book, by)
    return (actor) => freezeDashboard(book.id, shown, actor)
  },
  'open-round-report': async () => {
    const form = await monitoringIn('accepted')
    return (actor) => openRoundReport(form.roundId, actor)
  },
  'save-round-report': async () => {
    const report = await reportIn('asked')
    return (actor) => saveRoundReport(report.id, report.revision, { texts: { work: '已开展。' } }, actor)
  },
  'give-round-opinion': async () => {
    const report = await reportIn('asked')
    const given = { sectionId: report.opinions[0]?.sectionId ?? '', verdict: 'agree', text: '' } as const
    return (actor) => giveRoundOpinion(report.id, report.revision, given, actor)
  },
  'ask-round-opinions': reportStep('ask-round-opinions'),
  'withdraw-round-report': reportStep('withdraw-round-report'),
  'finish-round-report': reportStep('finish-round-report'),
  'reopen-round-report': reportStep('reopen-round-report'),
  'save-own-rules': async () => {
    const { book } = await world()
    const wanted = { lines: null, numbers: { 'gap-yellow': 12 } }
    return (actor) => saveOwnRules(book.id, 0, wanted, '按市局通知', actor)
  },
  'save-evaluation-rules': async () => {
    const { book } = await world()
    return (actor) => saveEvaluationRules(book.id, 0, { 'grade-good': 75 }, '按市局通知', actor)
  },
  ...evaluationTaskCases,
  ...coverageCases,
  ...kitCases,
  ...exchangeCases,
  ...applicationCases,
  'save-calendar': async () => {
    await world()
    const days = { holidays: ['2027-01-01'], workdays: [], basis: '本局通知' }
    return (actor) => saveCalendar('2027', 0, days, actor)
  },
  'save-sections': async () => {
    const { book } = await world()
    const sections = (await sectionsOf(book.id)).map((section) => ({
      ...section,
      name: `${section.name}（改）`,
    }))
    return (actor) => saveSections(book.id, sections, actor)
  },
  'save-units': async () => {
    const { book, units } = await world()
    const [office, school] = units
    return (actor) => saveUnits(book.id, [office, { ...school, name: '改名小学' }], actor)
  },
  'load-demo': async () => {
    await world()
    return (actor) => loadDemo(actor)
  },
  'remove-demo': async () => {
    const { book } = await world()
    await db.books.update(book.id, { demo: true })
    return (actor) => removeDemo(actor)
  },
  'save-regulation': async () => {
    const { book } = await world()
    return (actor) => saveRegulation(book.id, 'r1', 0, regulation, actor)
  },
  'list-regulations': async () => {
    const { book } = await world()
    return (actor) => listRegulations(book.id, actor)
  },
  'remove-regulation': async () => {
    const { book, kept } = await keptRegulation()
    return (actor) => removeRegulation(book.id, kept, actor)
  },
  'restore-regulation': async () => {
    const { book, kept } = await keptRegulation()
    await removeRegulation(book.id, kept, by)
    return (actor) => restoreRegulation(book.id, kept, actor)
  },
  'save-account': async () => {
    const { account } = await keptAccount()
    return (actor) => saveAccount(account.id, 1, { ...account, name: '王晓二' }, null, actor)
  },
  'reset-password': async () => {
    const { account, dataKey } = await keptAccount()
    return (actor) => resetPassword(account.id, 'Chongshe-01', dataKey, actor)
  },
  'accept-clock': async () => {
    await world()
    const fault = { now: '2026-01-01T00:00:00.000Z', latest: '2026-01-02T00:00:00.000Z', minutes: 1440 }
    return (actor) => acceptClock(fault, actor)
  },
  'make-recovery-code': async () => {
    const { dataKey } = await keptAccount()
    return (actor) => makeRecoveryCode(dataKey, actor)
  },
  'change-password': async () => {
    const { account, dataKey } = await keptAccount()
    sampleCredential ??= newCredential(account.id, 'Yuanmima-01', dataKey)
    await db.credentials.put(await sampleCredential)
    return (actor) => changePassword('Yuanmima-01', 'Xinmima-02', { ...actor, accountId: account.id })
  },
}
