import type { Indicator, ObjectKind } from '../goals/goal.ts'
import { type Fen, formatWanExact } from '../money.ts'
import { type Completion, completionOf, compositeOf, excessOf } from './completion.ts'
import {
  absolute,
  compareRatios,
  executionRate,
  minus,
  percent,
  percentText,
  pointsText,
  type Ratio,
  ratio,
  smaller,
  whole,
} from './ratio.ts'
import { type Likelihood, lineAt, type MonitoringRules } from './rules.ts'

/** 预警灯. */
export const lightColours = {
  green: '正常',
  yellow: '关注',
  red: '预警',
  blue: '超额',
  none: '未计算',
} as const
export type LightColour = keyof typeof lightColours

/** The lights of one goal, in the order in which they are shown. */
export const lightKinds = {
  execution: '预算执行',
  goal: '目标完成',
  gap: '双控差异',
  forecast: '年底预计',
} as const
export type LightKind = keyof typeof lightKinds

/** A light with what it rests on: formula with its figures, what it was compared with, and the clause. */
export type Light = {
  colour: LightColour
  /** One sentence: why it has this colour. */
  reason: string
  formula: string
  inputs: readonly { name: string; value: string }[]
  line: string
  clause: string
  mark: string
}
export type Lights = Readonly<Record<LightKind, Light>>

/** What is known of an indicator in a round. */
export type Measured = Pick<Indicator, 'operator' | 'value' | 'unit' | 'weight'> & {
  actual: string
  forecast: string
  likelihood: Likelihood | ''
}

/** What decides the lights. Amounts in 分; `month` 1–12; `reference` is the planned share at the month's end. */
export type LightFacts = {
  month: number
  budget: Fen | null
  paid: Fen | null
  /** Expected to be paid by the end of the year. */
  forecast: Fen | null
  reference: Ratio | null
  indicators: readonly Measured[]
}

/**
 * The planned share where nobody drew a curve: 序时进度 (month ÷ 12) for whole departments, whose money is mostly
 * 基本支出; none for projects, which go by their own plan (巴财〔2020〕38号 三（二）2).
 */
export function defaultReference(kind: ObjectKind, month: number): Ratio | null {
  return kind === 'department' || kind === 'government' ? ratio(month, 12) : null
}

/** All four lights (财预〔2019〕136号 双监控; lines by the year's rules). */
export function lightsOf(facts: LightFacts, rules: MonitoringRules): Lights {
  return {
    execution: executionLight(facts, rules),
    goal: goalLight(facts.indicators, rules),
    gap: gapLight(facts, rules),
    forecast: forecastLight(facts, rules),
  }
}

const order: readonly LightColour[] = ['red', 'yellow', 'blue', 'green', 'none']

/** The colour that calls loudest. */
export function worstColour(colours: readonly LightColour[]): LightColour {
  return order.find((colour) => colours.includes(colour)) ?? 'none'
}

/** How bad a colour is: 0 is no warning; 超额 is a signal of its own, not a fault. */
export function severityOf(colour: LightColour): 0 | 1 | 2 {
  if (colour === 'red') return 2
  return colour === 'yellow' ? 1 : 0
}

/** 目标综合完成率 so far. */
export function compositeSoFar(indicators: readonly Measured[], rules: MonitoringRules): Ratio | null {
  return compositeOf(
    indicators.map((each) => ({ completion: completionOf(each, each.actual, rules), weight: each.weight })),
  )
}

type Ground = Pick<Light, 'formula' | 'inputs' | 'line' | 'clause' | 'mark'>

function dark(reason: string, ground: Ground): Light {
  return { colour: 'none', reason, ...ground }
}

function moneyInputs(names: readonly [string, Fen | null][]): { name: string; value: string }[] {
  return names.map(([name, value]) => ({
    name,
    value: value === null ? '未填' : `${formatWanExact(value)} 万元`,
  }))
}

function executionLight(facts: LightFacts, rules: MonitoringRules): Light {
  const { month, reference } = facts
  const line = lineAt(month, rules)
  const { red, ahead } = rules.execution
  const rate = executionRate(facts)
  // A plan that runs later than the line lowers it: who keeps to the project's own plan is not late.
  const least = line && (reference ? smaller(percent(line.rate), reference) : percent(line.rate))
  const isPlan = least !== null && line !== null && compareRatios(least, percent(line.rate)) < 0
  const ground: Ground = {
    formula: `预算执行率 = 已执行数 ÷ 预算数${rate ? ` = ${percentText(rate)}` : ''}`,
    inputs: [
      { name: '截止月份', value: `1—${month} 月` },
      ...moneyInputs([
        ['预算数', facts.budget],
        ['已执行数', facts.paid],
      ]),
      { name: '用款计划', value: reference ? percentText(reference) : '未编用款计划' },
    ],
    line: lineText(line?.rate ?? null, isPlan && least ? least : null, red),
    clause: isPlan
      ? '巴财〔2020〕38号 三（二）2（项目支出以实施进度或资金分配进度为参照）'
      : (line ?? rules.execution).clause,
    mark: isPlan ? '源' : (line ?? rules.execution).mark,
  }
  if (!rate) return dark('没有预算数或已执行数，不能计算执行率。', ground)
  if (reference && compareRatios(minus(rate, reference), percent(ahead)) > 0) {
    const more = pointsText(minus(rate, reference))
    return {
      colour: 'blue',
      reason: `执行率 ${percentText(rate)}，比计划进度快 ${more}，可能突击花钱或计划偏慢。`,
      ...ground,
      line: `比计划进度快 ${ahead} 个百分点以上`,
      clause: rules.execution.clause,
      mark: rules.execution.mark,
    }
  }
  if (!least) return dark(`${month} 月还没有预警线。`, ground)
  const short = minus(least, rate)
  if (compareRatios(rate, least) >= 0)
    return {
      colour: 'green',
      reason: `执行率 ${percentText(rate)}，不低于预警线 ${percentText(least)}。`,
      ...ground,
    }
  const colour = compareRatios(short, percent(red)) > 0 ? 'red' : 'yellow'
  return {
    colour,
    reason: `执行率 ${percentText(rate)}，低于预警线 ${percentText(least)}，差 ${pointsText(short)}。`,
    ...ground,
  }
}

function lineText(rate: number | null, plan: Ratio | null, red: number): string {
  if (rate === null) return '还没有到第一条预警线的月份'
  const least = plan ? `用款计划 ${percentText(plan)}（预警线 ${rate}%）` : `${rate}%`
  return `${least}；低 ${red} 个百分点以内为黄灯，超过为红灯`
}

function goalLight(indicators: readonly Measured[], rules: MonitoringRules): Light {
  const { green, yellow, excess, clause, mark } = rules.goal
  const list = indicators.map((each) => ({
    weight: each.weight,
    completion: completionOf(each, each.forecast, rules),
    excess: excessOf(each, each.forecast, rules),
  }))
  const composite = compositeOf(list)
  const impossible = indicators.filter(({ likelihood }) => likelihood === 'impossible').length
  const unknown = list.filter(({ completion }) => completion.rate === null).length
  const above = list.filter((each) => each.excess !== null).length
  const ground: Ground = {
    formula: `预计完成率 = Σ(权重 × min(100%, 全年预计完成率)) ÷ Σ权重${composite ? ` = ${percentText(composite)}` : ''}`,
    inputs: [
      { name: '指标', value: `${indicators.length} 条，其中 ${unknown} 条不能计算` },
      { name: '完全不可能', value: `${impossible} 条` },
      { name: `预计超过 ${excess}%`, value: `${above} 条` },
    ],
    line: `${green}% 以上绿灯，${yellow}% 以上黄灯，以下红灯；有“完全不可能”的为红灯，超过 ${excess}% 的为蓝灯`,
    clause,
    mark,
  }
  if (impossible > 0) return { colour: 'red', reason: `${impossible} 条指标完全不可能完成。`, ...ground }
  if (!composite) return dark('没有可以计算的全年预计完成情况。', ground)
  if (compareRatios(composite, percent(yellow)) < 0)
    return { colour: 'red', reason: `预计完成率 ${percentText(composite)}，低于 ${yellow}%。`, ...ground }
  const missed = list.filter(({ completion }) => completion.met === false).length
  if (compareRatios(composite, percent(green)) < 0 || missed > 0)
    return {
      colour: 'yellow',
      reason: `预计完成率 ${percentText(composite)}，${missed} 条指标预计不能完成。`,
      ...ground,
    }
  if (above > 0)
    return { colour: 'blue', reason: `${above} 条指标预计超过目标的 ${excess}%，目标可能偏低。`, ...ground }
  return { colour: 'green', reason: '各项指标预计都能完成。', ...ground }
}

function gapLight(facts: LightFacts, rules: MonitoringRules): Light {
  const { yellow, red, clause, mark } = rules.gap
  const [composite, rate] = [compositeSoFar(facts.indicators, rules), executionRate(facts)]
  const gap = composite && rate && minus(composite, rate)
  const ground: Ground = {
    formula: `双控差异 = 目标综合完成率 − 预算执行率${gap ? ` = ${pointsText(gap)}` : ''}`,
    inputs: [
      { name: '目标综合完成率', value: composite ? percentText(composite) : '不能计算' },
      { name: '预算执行率', value: rate ? percentText(rate) : '不能计算' },
    ],
    line: `相差 ${yellow} 个百分点以内绿灯，${red} 个百分点以内黄灯，超过为红灯`,
    clause,
    mark,
  }
  if (!gap) return dark('目标完成率或执行率不能计算。', ground)
  const distance = absolute(gap)
  const direction = gap.of < 0n ? '目标落后于资金' : '资金落后于目标'
  const reason = gap.of === 0n ? '目标与资金同步。' : `${direction} ${pointsText(distance)}。`
  if (compareRatios(distance, percent(yellow)) <= 0) return { colour: 'green', reason, ...ground }
  return { colour: compareRatios(distance, percent(red)) > 0 ? 'red' : 'yellow', reason, ...ground }
}

/** The money that is expected to be left; its own light, so that each light has one cause. */
function forecastLight({ budget, forecast }: LightFacts, rules: MonitoringRules): Light {
  const { yellow, red, clause, mark } = rules.carryover
  const rate = executionRate({ budget, paid: forecast })
  const left = rate && minus(whole, rate)
  const ground: Ground = {
    formula: `预计结转率 = (预算数 − 全年预计执行数) ÷ 预算数${left ? ` = ${percentText(left)}` : ''}`,
    inputs: moneyInputs([
      ['预算数', budget],
      ['全年预计执行数', forecast],
    ]),
    line: `结转 ${yellow}% 以内绿灯，${red}% 以内黄灯，超过为红灯`,
    clause,
    mark,
  }
  if (!left) return dark('没有预算数或全年预计执行数。', ground)
  const reason = left.of <= 0n ? '预计年底全部执行。' : `预计年底结转 ${percentText(left)}。`
  if (compareRatios(left, percent(yellow)) <= 0) return { colour: 'green', reason, ...ground }
  return { colour: compareRatios(left, percent(red)) > 0 ? 'red' : 'yellow', reason, ...ground }
}

/** The light of one indicator, by what is expected for the year. */
export function indicatorLight(
  each: Measured,
  rules: MonitoringRules,
): { colour: LightColour; completion: Completion } {
  const completion = completionOf(each, each.forecast, rules)
  if (each.likelihood === 'impossible') return { colour: 'red', completion }
  if (completion.rate === null) return { colour: 'none', completion }
  if (compareRatios(completion.rate, percent(rules.goal.yellow)) < 0) return { colour: 'red', completion }
  if (excessOf(each, each.forecast, rules)) return { colour: 'blue', completion }
  const isDone = completion.met && compareRatios(completion.rate, percent(rules.goal.green)) >= 0
  return { colour: isDone ? 'green' : 'yellow', completion }
}
