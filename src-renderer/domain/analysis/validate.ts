import type { Problem } from '../problem.ts'
import { fault } from '../rules/fault.ts'
import type { Sourced } from '../year-rules.ts'
import type { AnalysisRules } from './rules.ts'

/** Every entry of the lines of 预算分析 that must say on what it rests. */
export function analysisSources({
  repeated,
  merge,
  expiring,
  low,
  unspent,
  cost,
}: AnalysisRules): [string, Sourced][] {
  return [
    ['重复项目', repeated],
    ['可整合项目', merge],
    ['到期政策', expiring],
    ['低效单位', low],
    ['支出缓慢', unspent],
    ['单位成本', cost],
  ]
}

/** Whether shares are shares and counts whole; and whether what is to be merged is less alike than what is repeated. */
export function checkAnalysisRules({
  repeated,
  merge,
  expiring,
  low,
  unspent,
  cost,
}: AnalysisRules): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, message: string) => problems.push(fault(code, 'analysis', message))
  const shares = [repeated.nameShare, repeated.textShare, merge.nameShare, unspent.paidShare]
  if (!shares.every((share) => Number.isSafeInteger(share) && share > 0 && share <= 100))
    add('analysis-share', '预算分析的比例应为 1 到 100 的整数。')
  const counts = [repeated.sentences, low.times, cost.times, cost.least]
  const isWhole = counts.every((count) => Number.isSafeInteger(count) && count > 0)
  if (!isWhole || !Number.isSafeInteger(expiring.yearsAhead) || expiring.yearsAhead < 0 || unspent.least < 0)
    add('analysis-count', '预算分析的次数、年数和金额应为整数。')
  if (merge.nameShare > repeated.nameShare)
    add('analysis-order', '可整合项目的名称相近比例不应高于重复项目的，否则分不出哪些是重复。')
  return problems
}
