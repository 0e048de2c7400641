import { assessmentResult } from '#domain/assessments/result'
import { AppError, type ErrorCode } from '#domain/errors'
import { mayBeSubmitted } from '#domain/goals/check'
import { type GateStop, gateStops } from '#domain/goals/gate'
import type { Goal } from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import type { Permission } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { rulesOf } from '#domain/year-rules'
import { assessmentsOfGoals, needsOfGoals } from './assessments.ts'
import { bookById } from './books.ts'
import { checkMany } from './check-context.ts'
import type { GoalStep } from './goal-record.ts'
import { reviewsOfGoals } from './reviews.ts'
import { noPause, type Pause } from './slices.ts'

/** What the steps of a goal depend on beside its own state, read before the transaction. */
export type Standing = { goal: Goal; review: GoalReview; problems: Problem[]; stops: GateStop[] }

/** The standing of many goals of one book, in their order. */
export async function standingsOf(goals: readonly Goal[], pause: Pause = noPause): Promise<Standing[]> {
  const [first] = goals
  if (!first) return []
  const book = await bookById(first.bookId)
  if (!book) throw new AppError('not-found')
  const rules = rulesOf(book)
  const [problems, reviews, assessments, needs] = await Promise.all([
    checkMany(
      book,
      goals.map((goal) => ({ id: goal.id, content: goal })),
      pause,
    ),
    reviewsOfGoals(goals),
    assessmentsOfGoals(goals.map((goal) => goal.id)),
    needsOfGoals(book, goals),
  ])
  return goals.map((goal, index) => {
    const review = reviews[index]
    if (!review) throw new Error('a review for each goal')
    const facts = {
      content: goal,
      problems: problems[index] ?? [],
      grade: review.sheet.grade,
      need: needs[index]?.need ?? null,
      assessment: assessmentResult(assessments.get(goal.id) ?? []),
    }
    return { goal, review, problems: facts.problems, stops: gateStops(facts, rules.review) }
  })
}

/** Where a pass at the joint review leads: what goes to the People's Congress is reviewed once more (三（二）4). */
export function stepFor(wanted: GoalStep, review: GoalReview): GoalStep {
  return wanted.id === 'pass-joint-review' ? { ...wanted, to: review.congress ? 'key' : 'reviewed' } : wanted
}

const gradedSteps: readonly Permission[] = ['pass-joint-review', 'pass-key-review']

/** What the grade of the 审核表 holds against a step. */
export function gradeObstacle(
  step: Permission,
  { importance, grade }: Pick<Goal, 'importance'> & Pick<GoalReview['sheet'], 'grade'>,
): ErrorCode | null {
  if (!gradedSteps.includes(step)) return null
  if (importance === 'key' && grade === '') return 'grade-missing'
  return grade === 'medium' || grade === 'poor' ? 'grade-forbids' : null
}

/** What the matter itself holds against a step; null where nothing does. */
export function obstacleTo(step: GoalStep, { goal, review, problems, stops }: Standing): ErrorCode | null {
  if (step.id === 'submit-goal') return mayBeSubmitted(problems) ? null : 'submission-blocked'
  const graded = gradeObstacle(step.id, { importance: goal.importance, grade: review.sheet.grade })
  if (graded) return graded
  const opensBudget = step.to === 'reviewed' || step.id === 'pass-key-review' || step.id === 'approve-goal'
  return opensBudget && stops.length > 0 ? 'gate-closed' : null
}
