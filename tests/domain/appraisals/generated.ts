import type { AppraisalFacts, GoalFact } from '#domain/appraisals/facts'
import type { AssessmentState, Conclusion } from '#domain/assessments/result'
import type { DisposalState } from '#domain/disposals/flow'
import type { SelfEvaluationState } from '#domain/evaluation/self-evaluation-flow'
import type { TaskState } from '#domain/evaluation/task'
import type { BudgetBook, GoalStatus, ObjectKind } from '#domain/goals/goal'
import type { MonitoringState } from '#domain/monitoring/flow'

/** Numbers that look like chance and are the same every time (Park–Miller). */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const statuses: readonly GoalStatus[] = [
  'approved',
  'approved',
  'approved',
  'reviewed',
  'draft',
  'rejected',
  'joint',
]
const books: readonly BudgetBook[] = ['general', 'general', 'general', 'fund', 'capital', 'insurance']
const monitoringStates: readonly MonitoringState[] = [
  'draft',
  'returned',
  'submitted',
  'passed',
  'accepted',
  'exempt',
]
const disposalStates: readonly DisposalState[] = [
  'proposed',
  'issued',
  'returned',
  'answered',
  'reviewed',
  'closed',
  'dropped',
]
const selfStates: readonly SelfEvaluationState[] = [
  'draft',
  'returned',
  'submitted',
  'confirmed',
  'collected',
]
const taskStates: readonly TaskState[] = [
  'preparing',
  'scoring',
  'combining',
  'asked',
  'concluded',
  'concluded',
  'concluded',
  'stopped',
]
const assessmentStates: readonly AssessmentState[] = [
  'due',
  'proposed',
  'commissioned',
  'reported',
  'concluded',
  'concluded',
  'exempt',
]
const conclusions: readonly Conclusion[] = ['support', 'adjust', 'oppose']

export const departments = 40

/** A county's book with forty departments, of which every third has a unit, and everything that may be assessed. */
export function generatedCounty(seed: number): AppraisalFacts {
  const next = chance(seed)
  const of = <Each>(list: readonly Each[]): Each => {
    const found = list[next(list.length)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }
  const day = (month: number) =>
    `2026-${String(month).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`
  const units = Array.from({ length: departments }, (_, at) => ({
    ...{ id: `u${at}`, code: String(101_000 + at), name: `部门 ${at}`, parentId: '' },
    sectionId: `s${at % 3}`,
  }))
  const below = units
    .filter((_, at) => at % 3 === 0)
    .map((unit) => ({ ...unit, id: `${unit.id}b`, code: `${unit.code}01`, parentId: unit.id, sectionId: '' }))
  const places = [...units, ...below].map(({ id }) => id)
  const goals: GoalFact[] = Array.from({ length: 400 }, (_, at) => {
    const kind: ObjectKind =
      at < departments
        ? next(4) === 0
          ? 'policy'
          : 'department'
        : of(['project', 'project', 'project', 'policy'])
    return {
      ...{
        id: `g${String(at).padStart(3, '0')}`,
        kind,
        book: of(seed % 2 === 0 ? books.slice(0, 5) : books),
        name: `目标 ${at}`,
      },
      ...{ unitId: kind === 'department' ? `u${at}` : of(places), status: of(statuses) },
      ...{ total: next(9) === 0 ? null : next(90_000_000), secret: next(12) === 0, disclosed: next(10) > 0 },
    }
  })
  const goalAt = () => of(goals)
  const about = (id: string, goal: GoalFact) => ({
    id,
    goalId: goal.id,
    unitId: goal.unitId,
    name: goal.name,
  })
  const many = <Each>(count: number, make: (id: string, goal: GoalFact) => Each) =>
    Array.from({ length: count }, (_, at) => make(String(at).padStart(4, '0'), goalAt()))
  const days = () => ({
    ...{ declaredOn: next(3) ? day(1) : '', tabledOn: next(3) ? day(2) : '' },
    ...{ approvedOn: next(2) ? day(3) : '', publishedOn: next(2) ? day(4) : '' },
  })
  return {
    ...{ year: 2026, today: '2026-11-20' },
    units: [...units, ...below],
    sections: ['s0', 's1', 's2'].map((id, at) => ({
      ...{ id, code: `0${at}`, name: `科 ${at}` },
      role: at === 0 ? ('lead' as const) : ('spending' as const),
    })),
    goals,
    unlisted: goals.filter(() => next(11) === 0).map(({ id }) => id),
    assessments: many(60, (id, goal) => ({
      ...about(`a${id}`, goal),
      state: of(assessmentStates),
      conclusion: of(conclusions),
    })).map((each) => ({ ...each, conclusion: each.state === 'concluded' ? each.conclusion : '' })),
    reviews: goals
      .filter(() => next(5) > 0)
      .map(({ id }) => ({
        ...{ id, returns: next(3) === 0 ? 1 + next(2) : 0 },
        together: { goal: days(), funds: days() },
      })),
    rounds: [
      { id: 'r1', name: '一轮', dueOn: '2026-08-31' },
      { id: 'r2', name: '二轮', dueOn: '2026-10-31' },
    ],
    monitorings: many(300, (id, goal) => {
      const state = of(monitoringStates)
      const isHandedIn = state !== 'draft' && state !== 'exempt'
      return {
        ...about(`m${id}`, goal),
        ...{ roundId: of(['r1', 'r2']), state, reportedOn: isHandedIn ? day(8 + next(4)) : '' },
      }
    }),
    disposals: many(80, (id, goal) => {
      const state = of(disposalStates)
      const isAnswered = state === 'answered' || state === 'reviewed' || state === 'closed'
      return {
        ...about(`d${id}`, goal),
        ...{ state, dueOn: day(9 + next(3)), answeredOn: isAnswered ? day(9 + next(3)) : '' },
      }
    }),
    selfEvaluations: goals
      .filter(() => next(3) > 0)
      .map((goal) => ({
        ...about(`e${goal.id}`, goal),
        ...{ state: of(selfStates), total: next(4) === 0 ? null : 6000 + next(4000) },
      })),
    tasks: many(60, (id, goal) => {
      const state = of(taskStates)
      return {
        ...about(`t${id}`, goal),
        ...{
          kind: next(20) === 0 ? 'government' : goal.kind,
          level: of(['fiscal', 'fiscal', 'department'] as const),
        },
        ...{ state, dueOn: day(12), total: state === 'concluded' && next(6) > 0 ? 5500 + next(4500) : null },
      }
    }),
    planned: many(30, (id, goal) => ({
      ...{ objectId: goal.id, name: goal.name, unitId: goal.unitId },
      taskId: next(2) === 0 ? `t${id}` : '',
    })),
    unmatched: Array.from({ length: 25 }, (_, at) => ({
      line: `l${at % 18}`,
      name: `线 ${at % 18}`,
      unitId: of(places),
    })),
    rectifications: many(40, (id, goal) => ({
      ...about(`z${id}`, goal),
      ...{ dueOn: next(5) === 0 ? '' : day(10 + next(3)), closedOn: next(3) === 0 ? '' : day(10 + next(3)) },
    })),
    applied: many(30, (id, goal) => ({ ...about(`y${id}`, goal), isDone: next(3) > 0 })),
    disclosures: many(90, (id, goal) => ({
      ...about(`p${id}`, goal),
      what: of(['goal', 'result'] as const),
      owner: of(['bureau', 'unit'] as const),
      ...{
        dueOn: next(6) === 0 ? '' : day(10 + next(3)),
        publishedOn: next(3) === 0 ? '' : day(10 + next(3)),
      },
    })),
    work: Array.from({ length: 60 }, (_, at) => ({
      ...{ id: `w${at}`, name: `工作 ${at}`, duty: 'performance', sectionId: of(['s0', 's1', 's2']) },
      ...{ dueOn: next(6) === 0 ? '' : day(9 + next(4)), doneOn: next(3) === 0 ? '' : day(9 + next(4)) },
      state: of(['planned', 'working', 'done', 'confirmed', 'confirmed'] as const),
    })),
    registers: {
      ...{ experts: next(3), agencies: next(2) },
      drawn: Array.from({ length: next(9) }, (_, at) => ({
        id: `x${at}`,
        name: `专家 ${at}`,
        isRated: next(2) === 0,
      })),
      sectors: Array.from({ length: 29 }, (_, at) => ({
        id: `c${at}`,
        name: `行业 ${at}`,
        isBuilt: next(4) === 0,
      })),
    },
  }
}
