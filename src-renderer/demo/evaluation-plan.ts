import type { Moment } from '#domain/dates'
import type { PlannedObject } from '#domain/evaluation/coverage-objects'
import type { CoverageRules } from '#domain/evaluation/coverage-rules'
import { type EvaluationPlan, emptyPlan, type PastEvaluation, type PlanItem } from '#domain/evaluation/plan'
import { decided, type PlanLine, planLines, proposedItems, withItems } from '#domain/evaluation/plan-list'
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

/** What the sections asked for beside the proposal: those two are evaluated in the demo. */
const asked: readonly [name: string, note: string][] = [
  ['80 周岁以上老年人高龄津贴政策', '支出管理科室提出需求，政策明年到期，评价后决定去留。'],
  ['高标准农田建设', '资金量大、社会关注度高，局长办公会确定列入。'],
]
const kept = '农村公路日常养护'

/** Some of the proposed objects are left out and others taken in their place, each with the bureau's word. */
function changedByBureau(lines: readonly PlanLine[]): PlanItem[] {
  const added = asked.flatMap(([name, note]): PlanItem[] => {
    const line = lines.find(({ object, isProposed }) => object.name === name && !isProposed)
    return line ? [{ ...decided(line, 'chosen'), note }] : []
  })
  const dropped = lines
    .filter(({ isProposed, isCompulsory, object }) => isProposed && !isCompulsory && object.name !== kept)
    .slice(-added.length)
    .map((line) => ({ ...decided(line, 'dropped'), note: '本年已列入审计计划，避免重复，改在下年评价。' }))
  return withItems(proposedItems(lines), added.length === 0 ? [] : [...dropped, ...added])
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
  const { lines } = planLines(known, year, { capacity, items: [] }, rules)
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
