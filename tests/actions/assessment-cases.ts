import { openAssessments } from '#actions/open-assessments'
import { saveAssessment } from '#actions/save-assessment'
import { takeAssessmentStep } from '#actions/take-assessment-step'
import type { Assessment } from '#domain/assessments/assessment'
import { assessmentFlow } from '#domain/assessments/flow'
import type { AssessmentState } from '#domain/assessments/result'
import { db } from '#storage/database'
import { complete, expert } from '../domain/sample-assessment.ts'
import { type Cases, type DoRow, draftWorld, type Prepare, stateBefore } from './action-case.ts'

async function assessmentIn(state: AssessmentState): Promise<Assessment> {
  const { book, goal } = await draftWorld()
  const experts = ['甲', '乙', '丙'].map((id) => expert(id, 450))
  const place = { bookId: book.id, goalId: goal.id, unitId: goal.unitId, name: goal.name }
  const assessment = complete({ ...place, experts, state, amount: goal.total ?? 0, recommended: 1_000_000 })
  await db.assessments.put(assessment)
  return assessment
}

function assessmentStep(id: DoRow): Prepare {
  return async () => {
    const state = stateBefore(assessmentFlow, id)
    const assessment = await assessmentIn(state)
    const brought = { way: 'both', commissionedTo: '投资评审中心', visitOn: '2026-09-08' } as const
    return (actor) =>
      takeAssessmentStep(assessment.id, assessment.revision, { id, opinion: '意见', ...brought }, actor)
  }
}

/** Every write of 事前绩效评估. */
export const assessmentCases = {
  'open-assessment': async () => {
    const { book, goal } = await draftWorld()
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
} satisfies Cases
