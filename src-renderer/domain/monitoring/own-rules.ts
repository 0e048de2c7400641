import type { Moment } from '../dates.ts'
import type { ScreeningCode, ScreeningRule } from '../screening/rules.ts'
import type { Sourced } from '../year-rules.ts'
import type { ExecutionLine, MonitoringRules } from './rules.ts'

/** A number of 双监控 that a bureau may set for itself. */
type OwnNumber = {
  name: string
  unit: '%' | '个百分点' | '个工作日' | '个字'
  /** What happens at it, for the one who changes it. */
  about: string
  entry: (rules: MonitoringRules) => Sourced
  read: (rules: MonitoringRules) => number
  put: (rules: MonitoringRules, value: number, source: Sourced) => MonitoringRules
}

/** A number of a rule of 筛查. */
function ofScreening<Code extends ScreeningCode>(
  code: Code,
  param: keyof ScreeningRule<Code>['params'] & string,
  [name, unit, about]: [name: string, unit: OwnNumber['unit'], about: string],
): OwnNumber {
  const params = ({ screening }: MonitoringRules): Readonly<Record<string, number>> =>
    screening.checks[code].params
  return {
    ...{ name: `筛查：${name}`, unit, about },
    entry: ({ screening }) => screening.checks[code],
    read: (rules) => params(rules)[param] ?? 0,
    put: (rules, value, source) => {
      const check = {
        ...rules.screening.checks[code],
        ...source,
        params: { ...params(rules), [param]: value },
      }
      return {
        ...rules,
        screening: { ...rules.screening, checks: { ...rules.screening.checks, [code]: check } },
      }
    },
  }
}

/** The numbers by id; what the months' lines say is a list of its own. */
export const ownNumbers = {
  'execution-red': {
    name: '预算执行：红灯距离',
    unit: '个百分点',
    about: '低于预警线超过它亮红灯，以内亮黄灯',
    entry: ({ execution }) => execution,
    read: ({ execution }) => execution.red,
    put: (rules, red, source) => ({ ...rules, execution: { ...rules.execution, ...source, red } }),
  },
  'execution-ahead': {
    name: '预算执行：超前距离',
    unit: '个百分点',
    about: '比用款计划快出它以上亮蓝灯',
    entry: ({ execution }) => execution,
    read: ({ execution }) => execution.ahead,
    put: (rules, ahead, source) => ({ ...rules, execution: { ...rules.execution, ...source, ahead } }),
  },
  'goal-green': {
    name: '目标完成：绿灯线',
    unit: '%',
    about: '预计完成率不低于它亮绿灯',
    entry: ({ goal }) => goal,
    read: ({ goal }) => goal.green,
    put: (rules, green, source) => ({ ...rules, goal: { ...rules.goal, ...source, green } }),
  },
  'goal-yellow': {
    name: '目标完成：红灯线',
    unit: '%',
    about: '预计完成率低于它亮红灯',
    entry: ({ goal }) => goal,
    read: ({ goal }) => goal.yellow,
    put: (rules, yellow, source) => ({ ...rules, goal: { ...rules.goal, ...source, yellow } }),
  },
  'goal-excess': {
    name: '目标完成：超额线',
    unit: '%',
    about: '指标预计超过它亮蓝灯',
    entry: ({ goal }) => goal,
    read: ({ goal }) => goal.excess,
    put: (rules, excess, source) => ({ ...rules, goal: { ...rules.goal, ...source, excess } }),
  },
  'gap-yellow': {
    name: '双控差异：黄灯距离',
    unit: '个百分点',
    about: '目标与资金相差超过它亮黄灯',
    entry: ({ gap }) => gap,
    read: ({ gap }) => gap.yellow,
    put: (rules, yellow, source) => ({ ...rules, gap: { ...rules.gap, ...source, yellow } }),
  },
  'gap-red': {
    name: '双控差异：红灯距离',
    unit: '个百分点',
    about: '目标与资金相差超过它亮红灯',
    entry: ({ gap }) => gap,
    read: ({ gap }) => gap.red,
    put: (rules, red, source) => ({ ...rules, gap: { ...rules.gap, ...source, red } }),
  },
  'carryover-yellow': {
    name: '年底预计：黄灯线',
    unit: '%',
    about: '预计结转超过它亮黄灯',
    entry: ({ carryover }) => carryover,
    read: ({ carryover }) => carryover.yellow,
    put: (rules, yellow, source) => ({ ...rules, carryover: { ...rules.carryover, ...source, yellow } }),
  },
  'carryover-red': {
    name: '年底预计：红灯线',
    unit: '%',
    about: '预计结转超过它亮红灯',
    entry: ({ carryover }) => carryover,
    read: ({ carryover }) => carryover.red,
    put: (rules, red, source) => ({ ...rules, carryover: { ...rules.carryover, ...source, red } }),
  },
  'reason-below': {
    name: '须说明原因的预计执行率',
    unit: '%',
    about: '全年预计执行率低于它必须写明原因',
    entry: ({ reasonBelow }) => reasonBelow,
    read: ({ reasonBelow }) => reasonBelow.rate,
    put: (rules, rate, source) => ({ ...rules, reasonBelow: { ...rules.reasonBelow, ...source, rate } }),
  },
  'disposal-days': {
    name: '预警处置期限',
    unit: '个工作日',
    about: '单位须在期限内答复处置',
    entry: ({ disposal }) => disposal,
    read: ({ disposal }) => disposal.workingDays,
    put: (rules, workingDays, source) => ({
      ...rules,
      disposal: { ...rules.disposal, ...source, workingDays },
    }),
  },
  'key-rate': {
    name: '重点监控：执行率',
    unit: '%',
    about: '金额大且执行率低于它的，建议列为重点监控',
    entry: ({ keyObjects }) => keyObjects,
    read: ({ keyObjects }) => keyObjects.rate,
    put: (rules, rate, source) => ({ ...rules, keyObjects: { ...rules.keyObjects, ...source, rate } }),
  },
  'screen-money': ofScreening('money-differs', 'percent', [
    '与国库相差',
    '%',
    '自报执行数与国库支出相差超过它的列出',
  ]),
  'screen-behind': ofScreening('forecast-full', 'behind', [
    '支出偏少',
    '%',
    '支出不到参照进度的它、却预计全部执行的列出',
  ]),
  'screen-above': ofScreening('above-target', 'excess', ['远超目标', '%', '完成值达到目标值的它以上的列出']),
  'screen-alike': ofScreening('text-across', 'characters', [
    '文字雷同',
    '个字',
    '不同单位有这么多字以上的相同句子的列出',
  ]),
} as const satisfies Record<string, OwnNumber>
export type OwnNumberId = keyof typeof ownNumbers
export const ownNumberIds = Object.keys(ownNumbers) as OwnNumberId[] // the keys of the table

export type OwnLine = Pick<ExecutionLine, 'month' | 'rate'>

/** What a person sets: the months' lines as a whole, and single numbers; null and absent leave what the pack has. */
export type OwnRulesWanted = {
  lines: readonly OwnLine[] | null
  numbers: Readonly<Partial<Record<OwnNumberId, number>>>
}

/**
 * 本局规则: only what a bureau changed in its pack. The rest follows the pack, so that a pack that grows stays whole and
 * the shipped values can always be had back.
 */
export type OwnRules = OwnRulesWanted & {
  /** Counts the changes, from 1. */
  revision: number
  reason: string
  changedAt: Moment
  changedBy: string
}

function ownSource(entry: Sourced, was: string): Sourced {
  return { clause: `本局规定，规则包原为 ${was}（${entry.clause}）`, mark: '拟' }
}

/** The months' lines with what they were beside what differs. */
function withLines(rules: MonitoringRules, lines: readonly OwnLine[]): MonitoringRules {
  const executionLines = lines.map(({ month, rate }): ExecutionLine => {
    const shipped = rules.executionLines.find((line) => line.month === month)
    if (shipped?.rate === rate) return shipped
    const source: Sourced = shipped
      ? ownSource(shipped, `${shipped.rate}%`)
      : { clause: '本局规定，规则包没有这条线', mark: '拟' }
    return { month, rate, ...source }
  })
  return { ...rules, executionLines }
}

/** The rules with what the bureau set; every entry it changed says so and what it was. */
export function withOwnRules(shipped: MonitoringRules, { lines, numbers }: OwnRulesWanted): MonitoringRules {
  let rules = lines === null ? shipped : withLines(shipped, lines)
  for (const id of ownNumberIds) {
    const value = numbers[id]
    const { read, put, entry, unit }: OwnNumber = ownNumbers[id]
    const was = read(shipped)
    if (value === undefined || value === was) continue
    rules = put(rules, value, ownSource(entry(rules), unit === '%' ? `${was}%` : `${was} ${unit}`))
  }
  return rules
}

/** Only what differs from the pack: what is set to the shipped value is not the bureau's own. */
export function trimmedOwnRules(
  shipped: MonitoringRules,
  { lines, numbers }: OwnRulesWanted,
): OwnRulesWanted {
  const isSame =
    lines !== null &&
    lines.length === shipped.executionLines.length &&
    lines.every(({ month, rate }, index) => {
      const line = shipped.executionLines[index]
      return line?.month === month && line.rate === rate
    })
  const changed = ownNumberIds.flatMap((id) => {
    const value = numbers[id]
    return value === undefined || value === ownNumbers[id].read(shipped) ? [] : [[id, value] as const]
  })
  return { lines: isSame ? null : lines, numbers: Object.fromEntries(changed) }
}

/** Whether nothing is the bureau's own: the pack stands as it comes. */
export function isAsShipped({ lines, numbers }: OwnRulesWanted): boolean {
  return lines === null && Object.keys(numbers).length === 0
}

/** What differs from the pack, as one sentence for the trail; '' where nothing does. */
export function ownRulesText(shipped: MonitoringRules, wanted: OwnRulesWanted): string {
  const { lines, numbers } = trimmedOwnRules(shipped, wanted)
  const texts = ownNumberIds.flatMap((id) => {
    const { name, unit, read } = ownNumbers[id]
    const value = numbers[id]
    return value === undefined ? [] : [`${name} ${read(shipped)} → ${value} ${unit}`]
  })
  const listed = lines?.map(({ month, rate }) => `1—${month} 月 ${rate}%`).join('、')
  return [...(listed ? [`执行预警线 ${listed}`] : []), ...texts].join('；')
}
