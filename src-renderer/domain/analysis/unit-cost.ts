import type { Indicator } from '../goals/goal.ts'
import { grouped } from '../grouped.ts'
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

/**
 * What a unit costs in a goal: as its cost indicators state it, and its whole money by its quantity. Where several
 * quantities in known units stand side by side the money cannot be told apart: none is charged with the whole of it.
 */
export function unitCostsOf(
  object: FindingObject,
  indicators: readonly Counted[],
  { cost }: AnalysisRules,
): UnitCost[] {
  const stated = indicators.flatMap((indicator) => statedCost(object, indicator, cost))
  const counted = indicators.flatMap((indicator) => {
    const unit = indicator.level2.startsWith('数量') ? unitNamed(indicator.unit, cost.units) : undefined
    return unit ? [{ indicator, unit }] : []
  })
  const [only] = counted
  const amount = only && wholeNumber(only.indicator.value)
  if (!only || counted.length > 1 || !amount || (object.money ?? 0) <= 0) return stated
  const { name, value, unit: written } = only.indicator
  const each = Number((BigInt(object.money ?? 0) * amount.scale) / amount.value)
  const subject = subjectOf(object, name, only.unit.name, cost)
  const said = `资金 ÷ ${name} ${value}${written}`
  return [...stated, { object, unit: only.unit.name, subject, cost: each, said }]
}

/** A cost indicator that is a price a unit: ≤5 元/人, 60 万元/公里. */
function statedCost(object: FindingObject, indicator: Counted, cost: AnalysisRules['cost']): UnitCost[] {
  if (!indicator.level1.startsWith('成本') && !indicator.level2.includes('成本')) return []
  const match = /^(元|万元)\/(.+)$/.exec(indicator.unit.normalize('NFKC').replace(/\s/g, ''))
  const unit = unitNamed(match?.[2] ?? '', cost.units)
  const amount = wholeNumber(indicator.value)
  if (!match || !unit || !amount) return []
  const fen = match[1] === '万元' ? 1_000_000n : 100n
  const each = Number((amount.value * fen) / amount.scale)
  const subject = subjectOf(object, indicator.name, unit.name, cost)
  const said = `成本指标“${indicator.name}”${indicator.operator}${indicator.value}${indicator.unit}`
  return [{ object, unit: unit.name, subject, cost: each, said }]
}

/** The topic that the names tell of, the first in the rules' order; else what the indicator counts. */
function subjectOf(
  { name }: FindingObject,
  counted: string,
  unit: string,
  cost: AnalysisRules['cost'],
): string {
  const text = `${name} ${counted}`
  const topic = cost.topics.find(
    (each) => each.unit === unit && each.words.every((group) => group.some((word) => text.includes(word))),
  )
  return topic?.name ?? nameCore(counted)
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
  const groups = grouped(costs, ({ unit, subject }) => `${unit}|${subject}`)
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
        how: `用途相近（按名称归类）、同一计量单位的项目达 ${rule.least} 个时比较，与中位数相差 ${rule.times} 倍以上的列出。`,
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
