import { addUp } from '../money.ts'
import { plainNumber } from '../plain-number.ts'
import { findLevel1, levelKey } from '../rules/levels.ts'
import type { YearRules } from '../year-rules.ts'
import type { Indicator } from './goal.ts'

export type WeightMeter = {
  /** Sum of all weights and the sum it should have, in hundredths of a point. */
  total: number
  goal: number
  byLevel1: { name: string; sum: number; suggested: number | null }[]
}

/** Reads a weight in points (`22.5`, `10分`, `10%`) into hundredths; null for anything else or finer than a hundredth. */
export function parseWeight(text: string): number | null {
  const match = /^(-?)(\d{1,4})(?:\.(\d{1,2})0*)?[分%]?$/.exec(plainNumber(text))
  if (!match) return null
  const value = Number((match[2] ?? '0') + (match[3] ?? '').padEnd(2, '0'))
  return match[1] && value !== 0 ? -value : value
}

/** Points without superfluous zeros: 2250 is `22.5`. */
export function formatWeight(hundredths: number | null): string {
  if (hundredths === null) return ''
  const size = Math.abs(hundredths)
  const rest = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}${rest ? `.${rest}` : ''}`
}

/** Suggested weight of each level 1 when some of them are absent from the goal (101号: without cost 50/30/10). */
function suggestedWeights(present: ReadonlySet<string>, rules: YearRules): Map<string, number | null> {
  const weights = new Map(rules.frame.map((level) => [level.name, level.weight]))
  for (const shift of rules.weightShifts) {
    if (present.has(shift.absent)) continue
    weights.set(shift.absent, 0)
    for (const { name, add } of shift.to) {
      const weight = weights.get(name)
      if (weight !== undefined && weight !== null) weights.set(name, weight + add)
    }
  }
  return weights
}

/** Sums of the weights, whole and by level 1 in the order of the frame; other levels follow as published. */
export function weightMeter(indicators: readonly Indicator[], rules: YearRules): WeightMeter {
  const sums = new Map<string, number>()
  for (const indicator of indicators) {
    const name = findLevel1(indicator.level1, rules)?.name ?? indicator.level1.trim()
    if (name === '' && levelKey(indicator.level2) === '' && indicator.weight === null) continue
    sums.set(name, (sums.get(name) ?? 0) + (indicator.weight ?? 0))
  }
  const suggested = suggestedWeights(new Set(sums.keys()), rules)
  const others = [...sums.keys()].filter((name) => !rules.frame.some((level) => level.name === name))
  const total = addUp(indicators.map((indicator) => indicator.weight))
  return {
    total,
    goal: rules.weightTotals.includes(total) ? total : rules.weightTotal,
    byLevel1: [...rules.frame.map((level) => level.name), ...others].map((name) => ({
      name,
      sum: sums.get(name) ?? 0,
      suggested: suggested.get(name) ?? null,
    })),
  }
}
