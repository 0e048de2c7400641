import { createGoal } from '#actions/create-goal'
import { openAssessments } from '#actions/open-assessments'
import { saveAssessment } from '#actions/save-assessment'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeAssessmentStep } from '#actions/take-assessment-step'
import type { Assessment } from '#domain/assessments/assessment'
import type { AssessmentStepWanted } from '#domain/assessments/step'
import type { GoalContent } from '#domain/goals/goal'
import type { Duty } from '#domain/people/duties'
import { complete, expert } from '../domain/sample-assessment.ts'
import { acting, by, freshBook, soundContent } from '../storage/world.ts'

export const wan = 1_000_000

/** A project above the line of 事前评估. */
export async function goalIn(bookId: string, unitId: string, change: Partial<GoalContent> = {}) {
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

/** Such a project in a fresh book. */
export async function projectInBook() {
  const { book, units } = await freshBook()
  const goal = await goalIn(book.id, units[1].id)
  return { book, units, goal }
}

/** Its assessment, listed. */
export async function listed() {
  const { book, units, goal } = await projectInBook()
  const [assessment] = await openAssessments(book, [goal.id], '', acting('spending'))
  if (!assessment) throw new Error('nothing was listed')
  return { book, units, goal, assessment }
}

export function step(assessment: Assessment, duty: Duty, wanted: AssessmentStepWanted, scope = '') {
  return takeAssessmentStep(assessment.id, assessment.revision, wanted, acting(duty, scope))
}

const commission = {
  id: 'commission-assessment',
  opinion: '一并进行',
  way: 'both',
  commissionedTo: '投资评审中心',
  visitOn: '2026-09-08',
} as const

/** The same, commissioned. */
export async function commissioned() {
  const { book, goal, units, assessment } = await listed()
  const spending = acting('spending')
  const opinion = { opinion: '属新增项目', suggestion: 'both' } as const
  const written = await saveAssessment(assessment.id, 1, 'proposal', opinion, spending)
  const proposed = await step(written, 'spending', { id: 'propose-assessment', opinion: '' })
  const countersigned = await step(proposed, 'budget', { id: 'countersign-assessment', opinion: '同意' })
  return { book, goal, units, assessment: await step(countersigned, 'performance', commission) }
}

/** The same, with its report. */
export async function reported() {
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
