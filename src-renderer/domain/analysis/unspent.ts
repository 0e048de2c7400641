import { formatRate, rateOf } from '../execution/rate.ts'
import { gather } from '../grouped.ts'
import { addUp, type Fen, formatWan } from '../money.ts'
import type { Finding, FindingObject } from './finding.ts'
import type { AnalysisRules } from './rules.ts'

/** Money of a goal as the treasury has it, with the causes that its monitoring forms give. */
export type SpentGoal = {
  object: FindingObject
  budget: Fen
  paid: Fen
  causes: readonly string[]
  reason: string
}

const unnamed = '未说明原因'
const unsorted = '有文字说明，未选原因'

/**
 * 结余和原因: projects of which less was paid than the rules' share of what was due by time (序时进度), and enough is left, grouped by the causes that their
 * monitoring forms give. A project with several causes stands under each; the sums of causes are therefore not added up.
 */
export function unspentFindings(
  goals: readonly SpentGoal[],
  month: number,
  { unspent }: AnalysisRules,
): Finding[] {
  const left = goals.filter(
    ({ budget, paid }) =>
      budget - paid >= unspent.least &&
      BigInt(paid) * 100n * 12n < BigInt(budget) * BigInt(unspent.paidShare) * BigInt(month),
  )
  const byCause = new Map<string, SpentGoal[]>()
  for (const goal of left) for (const cause of causesOf(goal)) gather(byCause, cause, goal)
  return [...byCause]
    .map(([cause, own]): Finding => {
      const sorted = own.toSorted((one, other) => other.budget - other.paid - (one.budget - one.paid))
      const money = addUp(own.map(({ budget, paid }) => budget - paid))
      return {
        ...{ id: `unspent:${cause}`, kind: 'unspent', money },
        title: `${cause}：${own.length} 个项目未支出 ${formatWan(money)} 万元`,
        objects: sorted.map(({ object, budget, paid }) => ({ ...object, money: budget - paid })),
        evidence: sorted.map(
          ({ object, budget, paid, reason }) =>
            `${object.name}：预算 ${formatWan(budget)} 万元，支出 ${formatWan(paid)} 万元（${formatRate(rateOf(paid, budget))}）${reason === '' ? '' : `，${reason}`}`,
        ),
        how: `截至 ${month} 月国库支出不到序时进度 ${unspent.paidShare}%、余额 ${formatWan(unspent.least)} 万元以上的项目，按监控表所填偏差原因归类。`,
        advice:
          cause === unnamed
            ? '请单位在监控表中说明原因。'
            : '属前期不足的压减下年预算，无法支出的调整或收回。',
      }
    })
    .toSorted((one, other) => (other.money ?? 0) - (one.money ?? 0))
}

function causesOf({ causes, reason }: SpentGoal): readonly string[] {
  if (causes.length > 0) return causes
  return [reason.trim() === '' ? unnamed : unsorted]
}
