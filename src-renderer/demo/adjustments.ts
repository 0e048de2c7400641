import { type Adjustment, type AdjustmentState, openedAdjustment } from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import type { Moment } from '#domain/dates'
import type { Goal, GoalContent } from '#domain/goals/goal'
import type { Fen } from '#domain/money'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { stepTaken } from '#domain/workflow'

type Made = { nextId: () => string; at: Moment; by: string }

const people: Partial<Record<Duty, string>> = {
  unit: '李明',
  spending: '周敏',
  performance: '王晓',
  budget: '何静',
}
/** 5 万元: far from what would be a major change. */
const cut: Fen = 5_000_000

type Step = [id: Permission, to: AdjustmentState, duty: Duty, opinion: string]
const examined: readonly Step[] = [
  ['submit-adjustment', 'submitted', 'unit', ''],
  ['pass-adjustment', 'reviewing', 'spending', '情况属实。'],
  ['confirm-adjustment', 'confirmed', 'performance', '指标值未变，同意调整。'],
]

type Road = { reason: string; budgetEffect: string; steps: readonly Step[] }
const roads: readonly Road[] = [
  {
    reason: '服务对象比年初预计减少，按实际人数核减。',
    budgetEffect: '调减 5 万元，结余收回财政。',
    steps: [...examined, ['approve-adjustment', 'applied', 'budget', '']],
  },
  {
    reason: '部分设备价格下降，拟核减预算并相应减少采购量。',
    budgetEffect: '调减 5 万元。',
    steps: [
      ...examined,
      ['reject-adjustment', 'refused', 'budget', '采购已完成结算，年底一并清算，不再单独调整。'],
    ],
  },
]

/** What was asked to be changed in a finished year: one approved, one refused. The goals stand as they are now. */
export function demoAdjustments(goals: readonly Goal[], made: Made): Adjustment[] {
  const adjustable = goals.filter(
    ({ kind, total, secret }) => kind === 'project' && !secret && total !== null && total > 40 * cut,
  )
  return roads.flatMap((road, index) => {
    const goal = adjustable[index * 3]
    return goal ? [adjusted(goal, road, made)] : []
  })
}

function adjusted(goal: Goal, { reason, budgetEffect, steps }: Road, made: Made): Adjustment {
  const opened = openedAdjustment(goal, 1, { id: made.nextId(), at: made.at, by: people.unit ?? '' })
  const isApplied = steps.at(-1)?.[1] === 'applied'
  const start: Adjustment = {
    ...opened,
    // An approved change is in the goal by now; a refused one never came into it.
    before: isApplied ? moreBy(opened.before, cut) : opened.before,
    after: isApplied ? opened.after : moreBy(opened.after, -cut),
    ...{ reason, budgetEffect, appliedAt: isApplied ? made.at : '' },
  }
  let adjustment = start
  for (const [id, to, duty, opinion] of steps) {
    const actor = { duty, name: people[duty] ?? '' }
    const step = stepTaken(adjustmentFlow, adjustment.state, to, { id, opinion }, actor, made.at)
    adjustment = { ...adjustment, state: to, opinion, trail: [...adjustment.trail, step] }
  }
  return adjustment
}

/** The form with another amount, at its first source. */
function moreBy(content: GoalContent, more: Fen): GoalContent {
  const first = content.funding.findIndex(({ amount }) => amount !== null && amount + more > 0)
  return {
    ...content,
    total: content.total === null ? null : content.total + more,
    funding: content.funding.map((each, index) =>
      index === first && each.amount !== null ? { ...each, amount: each.amount + more } : each,
    ),
  }
}
