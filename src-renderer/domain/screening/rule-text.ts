import type { ScreeningCode, ScreeningRules } from './rules.ts'

/** What each rule looks for, with its thresholds as they are set. */
const looksFor: {
  readonly [Code in ScreeningCode]: (params: ScreeningRules['checks'][Code]['params']) => string
} = {
  'money-differs': ({ percent }) => `自报执行数与国库支出相差超过 ${percent}%（没有国库数的不判断）`,
  'text-against-treasury': ({ arrived }) =>
    `写资金未到位、未下达，而国库已下达或支出预算的 ${arrived}% 以上（没有国库数的看自报执行数）`,
  'text-against-light': ({ behind }) =>
    `写按计划、进展顺利、已完成，而灯为红灯，或指标完成不到计划进度的 ${behind}%`,
  'all-on-target': ({ throughMonth, least, paidBelow }) =>
    `${throughMonth} 月底以前，全部指标恰好等于目标，其中数量类 ${least} 条以上，执行率低于 ${paidBelow}%`,
  'forecast-full': ({ behind }) => `执行率不到计划进度的 ${behind}%，全年仍预计执行 100%`,
  'forecast-is-target': ({ behind, least }) =>
    `全年预计都恰好等于目标，而 ${least} 条以上数量指标完成不到计划进度的 ${behind}%`,
  'above-target': ({ excess }) => `目前完成已超过全年目标的 ${excess}%`,
  'likelihood-against': () => '选“确定能”而预计达不到，或选“完全不可能”而预计能达到',
  'text-across': ({ characters }) => `${characters} 字以上的句子与其他单位相同`,
  'text-within': ({ characters }) => `${characters} 字以上的句子与本单位其他项目相同`,
  'same-as-before': () => '执行数、指标和文字与上一轮完全相同',
  'causes-without-text': () => '勾选了偏差原因，没有写说明',
}

/** One rule as a sentence, with its points. */
export function ruleText<Code extends ScreeningCode>(code: Code, { checks }: ScreeningRules): string {
  const { params, points, most } = checks[code]
  const many = most > 1 ? `，最多计 ${most} 处` : ''
  return `${looksFor[code](params)}；每处风险 ${points} 分${many}`
}
