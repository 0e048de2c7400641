import type { Assessment } from '#domain/assessments/assessment'
import { db } from './database.ts'

/** The assessments of goals, by the goal. */
export async function assessmentsOfGoals(goalIds: readonly string[]): Promise<Map<string, Assessment[]>> {
  const found = await db.assessments
    .where('goalId')
    .anyOf([...goalIds])
    .toArray()
  const byGoal = new Map<string, Assessment[]>()
  for (const assessment of found) {
    byGoal.set(assessment.goalId, [...(byGoal.get(assessment.goalId) ?? []), assessment])
  }
  return byGoal
}
