import { assessmentNeed } from '../assessments/need.ts'
import { addUp, type Fen, formatWanExact, isMultiple, parseMoney } from '../money.ts'
import type { Check, Finding, Looked, Subject } from './finding.ts'
import { fundingSources } from './goal.ts'

type Params = Readonly<Record<string, number>>

function fundingTotalDiffers({ content }: Subject): Finding[] {
  const filled = content.funding.filter((line) => line.amount !== null)
  if (content.total === null || filled.length === 0) return []
  const sum = addUp(filled.map((line) => line.amount))
  if (sum === content.total) return []
  return [
    {
      at: 'funding',
      values: {
        total: formatWanExact(content.total),
        sum: formatWanExact(sum),
        difference: formatWanExact(Math.abs(sum - content.total)),
      },
    },
  ]
}

function totalNotPositive({ content }: Subject): Finding[] {
  if (content.kind === 'government' || content.total === null || content.total > 0) return []
  return [{ at: 'total', values: { total: formatWanExact(content.total) } }]
}

function amountNegative({ content }: Subject): Finding[] {
  const amounts: { at: string; part: string; amount: Fen | null }[] = [
    ...content.funding.map(({ source, amount }) => ({
      at: `funding.${source}`,
      part: fundingSources[source],
      amount,
    })),
    ...content.tasks.flatMap((task) =>
      [task.total, task.fiscal, task.other].map((amount) => ({
        at: `tasks.${task.id}`,
        part: `任务“${task.name}”的预算金额`,
        amount,
      })),
    ),
  ]
  return amounts.flatMap(({ at, part, amount }) =>
    amount !== null && amount < 0 ? [{ at, values: { part, amount: formatWanExact(amount) } }] : [],
  )
}

function tasksTotalDiffers({ content }: Subject): Finding[] {
  const amounts = content.tasks.map((task) => task.total).filter((amount) => amount !== null)
  if (content.total === null || amounts.length === 0) return []
  const sum = addUp(amounts)
  if (sum === content.total) return []
  return [
    {
      at: 'tasks',
      values: {
        total: formatWanExact(content.total),
        sum: formatWanExact(sum),
        difference: formatWanExact(Math.abs(sum - content.total)),
      },
    },
  ]
}

function taskPartsDiffer({ content }: Subject): Finding[] {
  return content.tasks.flatMap((task) => {
    if (task.total === null || (task.fiscal === null && task.other === null)) return []
    const sum = addUp([task.fiscal, task.other])
    if (sum === task.total) return []
    return [
      {
        at: `tasks.${task.id}`,
        values: { name: task.name, total: formatWanExact(task.total), sum: formatWanExact(sum) },
      },
    ]
  })
}

const perPiece = /单位成本|单价|标准|人均|每|平均|\//

/** Amount of a cost indicator that stands for money as a whole; null for unit costs and other measures. */
function wholeCost(row: Looked): Fen | null {
  if (!row.isCost || ['≥', '>'].includes(row.indicator.operator) || perPiece.test(row.name)) return null
  return /^(元|万元|亿元)$/.test(row.unit) ? parseMoney(`${row.value}${row.unit}`, '元') : null
}

function isSlip(left: Fen, right: Fen, { factor = 10_000, tolerance = 0 }: Params): boolean {
  return isMultiple(left, right, factor, tolerance) || isMultiple(right, left, factor, tolerance)
}

const slipByTenThousand = { factor: 10_000, tolerance: 1 }

function costAboveBudget({ content, indicators }: Subject): Finding[] {
  const { total } = content
  if (total === null || total <= 0) return []
  const costs = indicators.flatMap((row) => {
    const amount = wholeCost(row)
    return amount === null || isSlip(amount, total, slipByTenThousand) ? [] : [{ row, amount }]
  })
  // 总成本 holds its parts, so it is compared alone.
  const whole = costs.filter(({ row }) => row.name.includes('总'))
  const cost =
    whole.length > 0
      ? Math.max(...whole.map(({ amount }) => amount))
      : addUp(costs.map(({ amount }) => amount))
  const first = (whole[0] ?? costs[0])?.row
  if (!first || cost <= total) return []
  return [{ at: `${first.at}.value`, values: { cost: formatWanExact(cost), total: formatWanExact(total) } }]
}

function wanSlipCost({ content, indicators }: Subject, params: Params): Finding[] {
  const { total } = content
  if (total === null) return []
  return indicators.flatMap((row) => {
    const amount = wholeCost(row)
    if (amount === null || !isSlip(amount, total, params)) return []
    return [
      {
        at: `${row.at}.value`,
        values: { name: row.label, cost: formatWanExact(amount), total: formatWanExact(total) },
      },
    ]
  })
}

function wanSlipTotal({ content, context }: Subject, params: Params): Finding[] {
  const previous = context.previous?.total ?? context.earlier?.total ?? null
  if (content.total === null || previous === null || !isSlip(content.total, previous, params)) return []
  return [
    { at: 'total', values: { total: formatWanExact(content.total), previous: formatWanExact(previous) } },
  ]
}

function preAssessmentMissing({ content, context }: Subject, params: Params): Finding[] {
  if (content.preAssessment.trim() !== '' || context.assessed === true) return []
  const facts = { ...content, previous: context.previous?.total ?? null }
  const need = assessmentNeed(facts, { params, clause: '' })
  return need ? [{ at: 'preAssessment', values: { what: need.what, line: need.line } }] : []
}

/** Findings on money. */
export const moneyChecks = {
  'funding-total-differs': fundingTotalDiffers,
  'total-not-positive': totalNotPositive,
  'amount-negative': amountNegative,
  'tasks-total-differs': tasksTotalDiffers,
  'task-parts-differ': taskPartsDiffer,
  'cost-above-budget': costAboveBudget,
  'wan-slip-cost': wanSlipCost,
  'wan-slip-total': wanSlipTotal,
  'pre-assessment-missing': preAssessmentMissing,
} as const satisfies Record<string, Check>
