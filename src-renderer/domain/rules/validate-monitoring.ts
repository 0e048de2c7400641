import type { MonitoringRules } from '../monitoring/rules.ts'
import type { Problem } from '../problem.ts'
import { type ScreeningRules, screeningCodes, screeningNames } from '../screening/rules.ts'
import type { Sourced } from '../year-rules.ts'
import { duplicates, fault } from './fault.ts'
import { checkDisposalRules, disposalSources } from './validate-disposal.ts'

/** Every entry that must say on what it rests. */
export function monitoringSources(rules: MonitoringRules): [string, Sourced][] {
  return [
    ...rules.executionLines.map((line): [string, Sourced] => [`${line.month} 月预警线`, line]),
    ['执行预警距离', rules.execution],
    ['目标完成预警', rules.goal],
    ['双控差异预警', rules.gap],
    ['年底结转预警', rules.carryover],
    ...rules.qualitative.map((level): [string, Sourced] => [level.name, level]),
    ['须说明原因的执行率', rules.reasonBelow],
    ['监控表字数', rules.limits],
    ...rules.causes.map((cause): [string, Sourced] => [cause.name, cause]),
    ...rules.rounds.map((round): [string, Sourced] => [round.name, round]),
    ['重点监控对象', rules.keyObjects],
    ...disposalSources(rules.disposal),
    ...screeningSources(rules.screening),
  ]
}

function screeningSources({
  checks,
  smooth,
  unfunded,
  sizes,
  lights,
  levels,
}: ScreeningRules): [string, Sourced][] {
  return [
    ...screeningCodes.map((code): [string, Sourced] => [`筛查：${screeningNames[code]}`, checks[code]]),
    ['筛查用语：进展顺利', smooth],
    ['筛查用语：资金未到位', unfunded],
    ...sizes.map((size): [string, Sourced] => [`风险分：预算 ${size.from} 分以上`, size]),
    ['风险分：灯', lights],
    ['风险等级', levels],
  ]
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}

/** Order and range of the lines of 双监控; an empty list when they may be used. */
export function checkMonitoringRules(rules: MonitoringRules): Problem[] {
  const problems: Problem[] = []
  const { executionLines: lines, execution, goal, gap, carryover, qualitative, reasonBelow } = rules
  const isRising = lines.every((line, index) => {
    const before = lines[index - 1]
    return !before || (line.month > before.month && line.rate >= before.rate)
  })
  const inRange = lines.every(
    ({ month, rate }) => isCount(month) && month <= 12 && isCount(rate) && rate <= 100,
  )
  if (lines.length === 0 || !isRising || !inRange)
    problems.push(
      fault(
        'lines-invalid',
        'monitoring.executionLines',
        '执行预警线应按月份先后排列，比率不下降，在 1% 到 100% 之间。',
      ),
    )
  const distances = [execution.red, execution.ahead, gap.yellow, carryover.yellow, goal.yellow]
  const isOrdered =
    gap.red > gap.yellow &&
    carryover.red > carryover.yellow &&
    goal.green > goal.yellow &&
    goal.excess > goal.green
  if (!distances.every(isCount) || !isOrdered)
    problems.push(fault('distances-invalid', 'monitoring.execution', '监控预警的黄灯、红灯距离应依次加大。'))
  if (qualitative.some(({ rate }) => !Number.isSafeInteger(rate) || rate < 0 || rate > 100))
    problems.push(
      fault('qualitative-invalid', 'monitoring.qualitative', '定性指标的完成率应在 0% 到 100% 之间。'),
    )
  for (const word of duplicates(qualitative.flatMap(({ words }) => words)))
    problems.push(fault('word-duplicate', 'monitoring.qualitative', `定性指标的用语“${word}”重复。`))
  for (const id of duplicates(rules.causes.map((cause) => cause.id)))
    problems.push(fault('cause-duplicate', 'monitoring.causes', `偏差原因“${id}”重复。`))
  if (!isCount(reasonBelow.rate) || reasonBelow.rate > 100)
    problems.push(
      fault('reason-invalid', 'monitoring.reasonBelow', '须说明原因的执行率应在 1% 到 100% 之间。'),
    )
  if (![rules.limits.cell, rules.limits.text].every(isCount))
    problems.push(fault('limits-invalid', 'monitoring.limits', '字数上限应为大于 0 的整数。'))
  const { budget, month: since, rate: least } = rules.keyObjects
  if (![budget, since, least].every(isCount) || since > 12 || least > 100)
    problems.push(fault('key-invalid', 'monitoring.keyObjects', '重点监控的金额、月份或执行率有误。'))
  for (const { name, month, due } of rules.rounds)
    if (!isCount(month) || month > 12 || !/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(due))
      problems.push(fault('round-invalid', 'monitoring.rounds', `监控轮次“${name}”的月份或报送日期有误。`))
  problems.push(...checkDisposalRules(rules.disposal))
  return [...problems, ...checkScreeningRules(rules.screening)]
}

/** Points and thresholds of 筛查 that cannot work. */
function checkScreeningRules({ checks, sizes, lights, levels }: ScreeningRules): Problem[] {
  const problems: Problem[] = []
  const isPoint = (value: number) => Number.isSafeInteger(value) && value >= 0
  for (const code of screeningCodes) {
    const { points, most, params } = checks[code]
    const numbers: number[] = Object.values(params)
    if (!isPoint(points) || !isCount(most) || !numbers.every(isCount))
      problems.push(
        fault(
          'screening-invalid',
          `monitoring.screening.${code}`,
          `筛查“${screeningNames[code]}”的分数和界线应为整数，界线大于 0。`,
        ),
      )
  }
  const isRising = sizes.every(({ from, points }, index) => {
    const before = sizes[index - 1]
    return isCount(from) && isPoint(points) && (!before || from > before.from)
  })
  const areLevels = isCount(levels.medium) && isCount(levels.high) && levels.high > levels.medium
  if (!isRising || !areLevels || ![lights.red, lights.yellow, lights.blue].every(isPoint))
    problems.push(
      fault(
        'risk-invalid',
        'monitoring.screening.levels',
        '风险分的预算档应从小到大排列，高风险线应高于中风险线，分数不小于 0。',
      ),
    )
  return problems
}
