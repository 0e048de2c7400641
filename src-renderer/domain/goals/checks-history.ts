import { normaliseText } from '../target.ts'
import type { Check, Finding, Looked, Subject } from './finding.ts'
import { type Goal, type Indicator, targetText } from './goal.ts'

type Direction = 'more' | 'less'

/** Which way is better: ≤ and < less; = of a cost less, of anything else more (rules 2.3). */
function directionOf(row: Looked): Direction | null {
  const { operator } = row.indicator
  if (operator === '≤' || operator === '<') return 'less'
  if (operator === '≥' || operator === '>') return 'more'
  return operator === '=' ? (row.isCost ? 'less' : 'more') : null
}

function keyOf(name: string, unit: string): string {
  return `${normaliseText(name)}\n${normaliseText(unit)}`
}

/** Indicators of the earlier goal by name and unit; of several the first counts. */
function byNameAndUnit(goal: Goal): Map<string, Indicator> {
  const indicators = new Map<string, Indicator>()
  for (const indicator of goal.indicators.toReversed())
    indicators.set(keyOf(indicator.name, indicator.unit), indicator)
  return indicators
}

function belowLastYear({ context, indicators }: Subject): Finding[] {
  const goal = context.previous ?? context.earlier
  if (!goal) return []
  const earlier = byNameAndUnit(goal)
  return indicators.flatMap((row) => {
    const direction = directionOf(row)
    if (direction === null || row.amount === null || row.name === '') return []
    const before = earlier.get(`${row.name}\n${row.unit}`)
    const plain = before ? normaliseText(before.value).replace(/(\d),(?=\d{3}(?!\d))/g, '$1') : ''
    if (!before || !/^-?\d+(\.\d+)?$/.test(plain)) return []
    // A sign that was turned round is another indicator, not a lower target.
    if (before.operator !== row.indicator.operator && (direction === 'less') !== /[≤<]/.test(before.operator))
      return []
    const isLower = direction === 'more' ? row.amount < Number(plain) : row.amount > Number(plain)
    if (!isLower) return []
    return [
      {
        at: `${row.at}.value`,
        values: {
          name: row.label,
          value: row.target,
          year: String(goal.year),
          previous: targetText(before),
          change: direction === 'more' ? '低' : '宽',
        },
      },
    ]
  })
}

/** Findings from comparing with the years before. */
export const historyChecks = { 'below-last-year': belowLastYear } as const satisfies Record<string, Check>
