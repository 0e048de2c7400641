import { gather } from '../grouped.ts'
import { addUp } from '../money.ts'
import { findLevel1 } from '../rules/levels.ts'
import type { Check, Finding, Looked, Subject } from './finding.ts'
import { formatWeight, weightMeter } from './weights.ts'

function nameMissing({ indicators }: Subject): Finding[] {
  return indicators
    .filter((row) => row.name === '')
    .map((row) => ({ at: `${row.at}.name`, values: { number: String(row.number) } }))
}

function valueMissing({ indicators }: Subject): Finding[] {
  return indicators
    .filter((row) => row.name !== '' && row.value === '' && row.indicator.longTermTarget.trim() === '')
    .map((row) => ({ at: `${row.at}.value`, values: { name: row.label } }))
}

function levelMissing({ indicators }: Subject): Finding[] {
  return indicators
    .filter((row) => row.level1 === '' || row.level2 === '')
    .map((row) => ({
      at: `${row.at}.${row.level1 === '' ? 'level1' : 'level2'}`,
      values: {
        name: row.label,
        missing: [row.level1 === '' ? '一级指标' : '', row.level2 === '' ? '二级指标' : '']
          .filter((part) => part !== '')
          .join('和'),
      },
    }))
}

function levelUnknown({ context, indicators }: Subject): Finding[] {
  return indicators.flatMap((row) => {
    if (row.level1 === '') return []
    const level1 = findLevel1(row.level1, context.rules)
    if (level1 && (row.level2 === '' || row.frame)) return []
    const choices = (level1?.level2 ?? context.rules.frame).map((level) => level.name).join('、')
    return [
      {
        at: `${row.at}.${level1 ? 'level2' : 'level1'}`,
        values: { name: row.label, level: level1 ? row.level2 : row.level1, choices },
      },
    ]
  })
}

function level2Missing({ content, context, indicators }: Subject): Finding[] {
  if (content.kind === 'government' || indicators.length === 0) return []
  const present = new Set(indicators.map((row) => row.frame))
  return context.rules.frame.flatMap((level1) =>
    level1.level2.flatMap((level2) =>
      level2.required === 'no' || present.has(level2)
        ? []
        : [
            {
              at: 'indicators',
              severity: level2.required,
              clause: level2.clause,
              values: { level1: level1.name, level2: level2.name },
            },
          ],
    ),
  )
}

function duplicate({ indicators }: Subject): Finding[] {
  const groups = new Map<string, Looked[]>()
  for (const row of indicators) {
    if (row.name === '') continue
    const key = `${row.level2}\n${row.name}`
    gather(groups, key, row)
  }
  return [...groups.values()].flatMap((rows) => {
    const last = rows.at(-1)
    if (!last || rows.length < 2) return []
    const values = rows.map((row) => row.target || '空').join('、')
    return [
      {
        at: `${last.at}.name`,
        values: { level2: last.level2 || '指标', name: last.label, count: String(rows.length), values },
      },
    ]
  })
}

function weightsAbsent({ context, indicators }: Subject): Finding[] {
  if (indicators.length === 0 || indicators.some((row) => row.indicator.weight !== null)) return []
  return [{ at: 'indicators', values: { goal: formatWeight(context.rules.weightTotal) } }]
}

function filledWeights(subject: Subject): { count: number; sum: number } {
  const weights = subject.indicators.map((row) => row.indicator.weight).filter((weight) => weight !== null)
  return { count: weights.length, sum: addUp(weights) }
}

function weightsPartial(subject: Subject): Finding[] {
  const { count, sum } = filledWeights(subject)
  const total = subject.indicators.length
  if (count === 0 || count === total) return []
  const first = subject.indicators.find((row) => row.indicator.weight === null)
  return [
    {
      at: first ? `${first.at}.weight` : 'indicators',
      values: {
        total: String(total),
        count: String(total - count),
        sum: formatWeight(sum),
        goal: formatWeight(subject.context.rules.weightTotal),
      },
    },
  ]
}

function weightsSum(subject: Subject): Finding[] {
  const { rules } = subject.context
  const { count, sum } = filledWeights(subject)
  if (count === 0 || count < subject.indicators.length || rules.weightTotals.includes(sum)) return []
  const nearest = rules.weightTotals.toSorted(
    (left, right) => Math.abs(left - sum) - Math.abs(right - sum),
  )[0]
  if (nearest === undefined) return []
  return [
    {
      at: 'indicators',
      values: {
        sum: formatWeight(sum),
        goal: rules.weightTotals.map(formatWeight).join(' 或 '),
        nearest: formatWeight(nearest),
        direction: sum > nearest ? '多' : '少',
        difference: formatWeight(Math.abs(sum - nearest)),
      },
    },
  ]
}

function weightNegative({ indicators }: Subject): Finding[] {
  return indicators
    .filter((row) => row.indicator.weight !== null && row.indicator.weight < 0)
    .map((row) => ({
      at: `${row.at}.weight`,
      values: { name: row.label, weight: formatWeight(row.indicator.weight) },
    }))
}

function level1Weight(subject: Subject): Finding[] {
  const { rules } = subject.context
  const { count, sum } = filledWeights(subject)
  if (count < subject.indicators.length || !rules.weightTotals.includes(sum)) return []
  const rows = subject.indicators.map((row) => ({ ...row.indicator, level1: row.level1 }))
  return weightMeter(rows, rules).byLevel1.flatMap((level) => {
    if (level.suggested === null || level.sum === 0) return []
    // A sum of 100 without the execution rate spreads the ten points over all levels.
    const suggested = Math.round((level.suggested * sum) / rules.weightTotal)
    if (Math.abs(level.sum - suggested) <= rules.weightTolerance) return []
    return [
      {
        at: 'indicators',
        values: { level1: level.name, sum: formatWeight(level.sum), suggested: formatWeight(suggested) },
      },
    ]
  })
}

/** Findings on the set of indicators and its weights. */
export const indicatorChecks = {
  'indicator-name-missing': nameMissing,
  'indicator-value-missing': valueMissing,
  'indicator-level-missing': levelMissing,
  'indicator-level-unknown': levelUnknown,
  'level2-missing': level2Missing,
  'indicator-duplicate': duplicate,
  'weights-absent': weightsAbsent,
  'weights-partial': weightsPartial,
  'weights-sum': weightsSum,
  'weight-negative': weightNegative,
  'level1-weight': level1Weight,
} as const satisfies Record<string, Check>
