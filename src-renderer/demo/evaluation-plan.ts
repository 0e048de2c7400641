import type { Moment } from '#domain/dates'
import type { PlannedObject } from '#domain/evaluation/coverage-objects'
import type { CoverageRules } from '#domain/evaluation/coverage-rules'
import { type EvaluationPlan, emptyPlan, type PastEvaluation, type PlanItem } from '#domain/evaluation/plan'
import { decided, planLines, proposedItems, withItems } from '#domain/evaluation/plan-list'
import type { Grade } from '#domain/grade'

type Made = { nextId: () => string; at: Moment; by: string }

const capacity = 10
const turnOfGrades: readonly Grade[] = ['good', 'good', 'medium', 'excellent', 'good', 'poor']

/** Evaluations from before the first book, as the bureau enters them: most departments and the larger projects. */
function pastOf(objects: readonly PlannedObject[], year: number): PastEvaluation[] {
  return objects
    .filter(({ kind, startedIn }) => kind !== 'government' && (startedIn === null || startedIn < year - 2))
    .flatMap(({ key }, index): PastEvaluation[] => {
      if (index % 29 === 7) return []
      const grade = turnOfGrades[index % turnOfGrades.length] ?? ''
      const ago = index % 23 === 3 ? 3 : 1 + (index % 2)
      return [{ key, year: year - ago, grade }]
    })
}

/** One proposed object is left out and another taken in its place, each with the bureau's word. */
function changedByBureau(lines: ReturnType<typeof planLines>): PlanItem[] {
  const items = proposedItems(lines)
  const dropped = lines.findLast(({ isProposed, isCompulsory }) => isProposed && !isCompulsory)
  const added = lines.find(({ isProposed, object }) => !isProposed && object.kind === 'policy')
  return withItems(items, [
    ...(dropped
      ? [{ ...decided(dropped, 'dropped'), note: '本年已列入审计计划，避免重复，改在下年评价。' }]
      : []),
    ...(added
      ? [{ ...decided(added, 'chosen'), note: '支出管理科室提出需求，政策明年到期，评价后决定去留。' }]
      : []),
  ])
}

/** The plan of a finished demo year, issued; the first year also holds what was evaluated before. */
export function demoEvaluationPlan(
  objects: readonly PlannedObject[],
  world: { bookId: string; year: number; isFirst: boolean; rules: CoverageRules },
  made: Made,
): EvaluationPlan {
  const { bookId, year, isFirst, rules } = world
  const past = isFirst ? pastOf(objects, year) : []
  const known = objects.map((object) => {
    const own = past.find(({ key }) => key === object.key)
    return own ? { ...object, evaluatedIn: [own.year], lastGrade: own.grade } : object
  })
  const lines = planLines(known, year, { capacity, items: [] }, rules)
  const at = `${year + 1}-01-12T02:00:00.000Z`
  return {
    ...emptyPlan(bookId, capacity, { id: made.nextId(), at: made.at, by: made.by }),
    past,
    items: changedByBureau(lines),
    state: 'issued',
    issuedAt: at,
    trail: [
      {
        ...{ step: 'issue-evaluation-plan', verb: '下达', from: 'draft', to: 'issued', at },
        ...{ by: '王晓', duty: 'performance', opinion: '经局长办公会审定。' },
      },
    ],
    revision: 1,
  }
}
