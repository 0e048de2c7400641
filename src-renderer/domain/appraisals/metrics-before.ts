import { assessmentFlow } from '../assessments/flow.ts'
import { goalFlow } from '../goals/flow.ts'
import { type BudgetBook, budgetBooks, type ObjectKind, objectKinds } from '../goals/goal.ts'
import { stageState, type TogetherStage, togetherStages } from '../goals/together.ts'
import type { AppraisalFacts, GoalFact } from './facts.ts'
import { countOfEach, type Measure, openCase, rateOfEach } from './measure.ts'

/** Metrics of what comes before the money is spent: 事前评估 and 绩效目标. */

/** Objects that must be assessed: those a rule or the bureau listed, and those a rule demands that nobody listed. */
export function preAssessmentCoverage(facts: AppraisalFacts): Measure {
  const goalById = new Map(facts.goals.map((goal) => [goal.id, goal]))
  const latest = latestByGoal(facts.assessments).filter(({ state }) => state !== 'exempt')
  const listed = rateOfEach(
    latest,
    ({ state }) => state === 'concluded',
    ({ id, name, state }) =>
      openCase('assessment', id, name, '事前评估还没有出结论', {
        holder: assessmentFlow.states[state].holder,
      }),
  )
  const unlisted = facts.unlisted.map((id) =>
    openCase('goal', id, goalById.get(id)?.name ?? '', '达到事前评估标准，没有列入评估', {
      holder: 'spending',
    }),
  )
  return {
    done: listed.done,
    due: listed.due + unlisted.length,
    cases: [...listed.cases, ...unlisted],
  }
}

type Assessed = AppraisalFacts['assessments'][number]

/** Ids are in the order of time: the last of a goal counts (an addition in the year is assessed anew). */
function latestByGoal(assessments: readonly Assessed[]): Assessed[] {
  const byGoal = new Map<string, Assessed>()
  for (const each of assessments) {
    const before = byGoal.get(each.goalId)
    if (!before || before.id < each.id) byGoal.set(each.goalId, each)
  }
  return [...byGoal.values()]
}

/** 不予支持 and yet on its way into the budget. */
export function refusedButBudgeted(facts: AppraisalFacts): Measure {
  const goalById = new Map(facts.goals.map((goal) => [goal.id, goal]))
  const refused = latestByGoal(facts.assessments).filter(
    ({ state, conclusion }) => state === 'concluded' && conclusion === 'oppose',
  )
  return countOfEach(refused, ({ goalId, name }) => {
    const status = goalById.get(goalId)?.status
    if (status !== 'approved' && status !== 'reviewed') return null
    return openCase('goal', goalId, name, '评估结论为不予支持，目标仍进入预算', { holder: 'budget' })
  })
}

/** Of the assessments that were commissioned, how many are concluded. */
export function assessmentsConcluded({ assessments }: AppraisalFacts): Measure {
  const begun = assessments.filter(
    ({ state }) => state !== 'due' && state !== 'proposed' && state !== 'exempt',
  )
  return rateOfEach(
    begun,
    ({ state }) => state === 'concluded',
    ({ id, name, state }) =>
      openCase('assessment', id, name, '已下达评估，还没有出结论', {
        holder: assessmentFlow.states[state].holder,
      }),
  )
}

/** 四本预算: a book counts as covered with the first approved goal of it. */
export function goalsOfBooks({ goals }: AppraisalFacts): Measure {
  const books = Object.keys(budgetBooks) as BudgetBook[] // the keys of the table
  return rateOfEach(
    books,
    (book) => goals.some((goal) => goal.book === book && goal.status === 'approved'),
    (book) =>
      openCase(
        'none',
        `book:${book}`,
        budgetBooks[book],
        '没有已批复的绩效目标；本级没有这本预算的，复核时写明',
        { holder: 'unit' },
      ),
  )
}

/** Every 主管部门 has an approved goal for the whole of it. */
export function goalsOfDepartments({ units, goals }: AppraisalFacts): Measure {
  const covered = new Set(
    goals
      .filter(({ kind, status }) => kind === 'department' && status === 'approved')
      .map(({ unitId }) => unitId),
  )
  return rateOfEach(
    units.filter(({ parentId }) => parentId === ''),
    ({ id }) => covered.has(id),
    ({ id, name }) => openCase('unit', id, name, '没有已批复的部门整体绩效目标', { holder: 'unit' }),
  )
}

/** Declared projects, and those on which the treasury spent without a goal. */
export function goalsOfProjects(facts: AppraisalFacts): Measure {
  const declared = declaredOf(facts.goals, 'project')
  const bare = new Map(facts.unmatched.map((each) => [each.line, each]))
  const cases = [...bare.values()].map(({ line, name }) =>
    openCase('execution', line, name, '国库有支出，没有对应的绩效目标', { holder: 'performance' }),
  )
  return { done: declared.done, due: declared.due + cases.length, cases: [...declared.cases, ...cases] }
}

export function goalsOfPolicies({ goals }: AppraisalFacts): Measure {
  return declaredOf(goals, 'policy')
}

/** 未通过 ones have no budget and need no goal. */
function declaredOf(goals: readonly GoalFact[], kind: ObjectKind): Measure {
  return rateOfEach(
    goals.filter((goal) => goal.kind === kind && goal.status !== 'rejected'),
    ({ status }) => status === 'approved',
    ({ id, name, status }) =>
      openCase('goal', id, name, `${objectKinds[kind]}绩效目标还没有批复`, {
        holder: goalFlow.states[status].holder,
      }),
  )
}

/** Approved goals that no reviewer ever sent back. */
export function goalsAtFirstPass({ goals, reviews }: AppraisalFacts): Measure {
  const returns = new Map(reviews.map((review) => [review.id, review.returns]))
  return rateOfEach(
    goals.filter(({ status }) => status === 'approved'),
    ({ id }) => (returns.get(id) ?? 0) === 0,
    ({ id, name }) => openCase('goal', id, name, `审核中被退回 ${returns.get(id) ?? 0} 次`, { isLost: true }),
  )
}

/** 四同步 of one stage; what is secret or not disclosed need not be published. */
export function togetherAt(stage: TogetherStage): (facts: AppraisalFacts) => Measure {
  return ({ goals, reviews }) => {
    const together = new Map(reviews.map((review) => [review.id, review.together]))
    const stateOf = (goal: GoalFact) => {
      const days = together.get(goal.id)
      return days ? stageState(days, stage, goal) : stageState(noDays, stage, goal)
    }
    return rateOfEach(
      goals.filter((goal) => goal.status === 'approved' && stateOf(goal) !== 'exempt'),
      (goal) => stateOf(goal) === 'together',
      ({ id, name }) =>
        openCase('goal', id, name, `没有登记目标和资金同步${togetherStages[stage]}`, {
          holder: 'performance',
        }),
    )
  }
}

const none = { declaredOn: '', tabledOn: '', approvedOn: '', publishedOn: '' }
const noDays = { goal: none, funds: none }
