import type { Indicator } from '../goals/goal.ts'
import { type Fen, formatYuan } from '../money.ts'
import type { Finding, FindingObject } from './finding.ts'
import { nameCore } from './names.ts'
import type { AnalysisRules, CostUnit } from './rules.ts'

/** What one unit of a goal costs: its money by its quantity, or as its cost indicator says. */
export type UnitCost = {
  object: FindingObject
  /** What is counted: 公里, 人 …, and of what. */
  unit: string
  subject: string
  /** In 分 a unit, rounded down. */
  cost: Fen
  said: string
}

type Counted = Pick<Indicator, 'level1' | 'level2' | 'name' | 'value' | 'unit' | 'operator'>

/** The costs a unit of a goal: one for each quantity indicator in a unit that the rules know, with the goal's whole money. */
export function unitCostsOf(
  object: FindingObject,
  indicators: readonly Counted[],
  { cost }: AnalysisRules,
): UnitCost[] {
  const stated = indicators.flatMap((indicator) => statedCost(object, indicator, cost.units))
  const counted = indicators.filter(({ level2 }) => level2.startsWith('数量'))
  // With several quantities the money cannot be told apart: none is charged with the whole of it.
  const [quantity] = counted
  if (!quantity || counted.length > 1) return stated
  const unit = unitNamed(quantity.unit, cost.units)
  const amount = wholeNumber(quantity.value)
  if (!unit || amount === null || (object.money ?? 0) <= 0) return stated
  const each = Number((BigInt(object.money ?? 0) * amount.scale) / amount.value)
  const said = `资金 ÷ ${quantity.name} ${quantity.value}${quantity.unit}`
  return [...stated, { object, unit: unit.name, subject: nameCore(quantity.name), cost: each, said }]
}

/** A cost indicator that is a price a unit: ≤5 元/人, 60 万元/公里. */
function statedCost(object: FindingObject, indicator: Counted, units: readonly CostUnit[]): UnitCost[] {
  if (!indicator.level1.startsWith('成本') && !indicator.level2.includes('成本')) return []
  const match = /^(元|万元)\/(.+)$/.exec(indicator.unit.normalize('NFKC').replace(/\s/g, ''))
  const unit = unitNamed(match?.[2] ?? '', units)
  const amount = wholeNumber(indicator.value)
  if (!match || !unit || !amount) return []
  const fen = match[1] === '万元' ? 1_000_000n : 100n
  const cost = Number((amount.value * fen) / amount.scale)
  const said = `成本指标“${indicator.name}”${indicator.operator}${indicator.value}${indicator.unit}`
  return [{ object, unit: unit.name, subject: nameCore(indicator.name), cost, said }]
}

function unitNamed(text: string, units: readonly CostUnit[]): CostUnit | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  return plain === '' ? undefined : units.find(({ spellings }) => spellings.includes(plain))
}

/** A decimal number as value over scale; null for what is none, or nothing. */
function wholeNumber(text: string): { value: bigint; scale: bigint } | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.normalize('NFKC').replace(/[,\s]/g, ''))
  if (!match) return null
  const fraction = match[2] ?? ''
  const value = BigInt(`${match[1]}${fraction}`)
  return value === 0n ? null : { value, scale: 10n ** BigInt(fraction.length) }
}

/**
 * 同类成本比较: projects that count the same subject in the same unit, from the rules' number on, with those named that cost
 * so many times more, or less, than the one in the middle.
 */
export function costFindings(costs: readonly UnitCost[], { cost: rule }: AnalysisRules): Finding[] {
  const groups = new Map<string, UnitCost[]>()
  for (const each of costs) {
    const key = `${each.unit}|${each.subject}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups].flatMap(([key, own]): Finding[] => {
    if (own.length < rule.least) return []
    const sorted = own.toSorted((left, right) => left.cost - right.cost)
    const middle = sorted[Math.floor((sorted.length - 1) / 2)]?.cost ?? 0
    const far = sorted.filter(({ cost }) => isOutlier(cost, middle, rule.times))
    const [{ unit, subject }] = own as [UnitCost, ...UnitCost[]] // `least` is at least one
    const named = far.length === 0 ? '没有异常' : `${far.length} 个与中位数相差 ${rule.times} 倍以上`
    return [
      {
        ...{ id: `cost:${key}:${own.length}`, kind: 'cost', money: null },
        title: `${subject}（每${unit}）：${own.length} 个项目，中位数 ${formatYuan(middle)} 元，${named}`,
        objects: sorted.map(({ object }) => object),
        evidence: sorted.map(({ object, cost, said }) => {
          const mark = isOutlier(cost, middle, rule.times) ? (cost > middle ? '（偏高）' : '（偏低）') : ''
          return `${object.name}：每${unit} ${formatYuan(cost)} 元${mark}，${said}`
        }),
        how: `同一数量（成本）内容、同一计量单位的项目达 ${rule.least} 个时比较，与中位数相差 ${rule.times} 倍以上的列出。`,
        advice: far.length === 0 ? '可作为支出标准的参考。' : '核对偏高、偏低项目的标准和工程量。',
      },
    ]
  })
}

/** So many times the middle or more, or so many times less. */
export function isOutlier(cost: Fen, middle: Fen, times: number): boolean {
  if (middle <= 0) return false
  return BigInt(cost) >= BigInt(middle) * BigInt(times) || BigInt(cost) * BigInt(times) <= BigInt(middle)
}
