import { formatWeight } from '../goals/weights.ts'
import type { Problem } from '../problem.ts'
import { type IndicatorSystem, indicatorsOf, type Method, type SystemIndicator } from './indicator-system.ts'
import type { ScoringRules } from './rules.ts'

/** A level or group with what it should have and what its indicators sum to, in hundredths. */
export type SystemSum = { id: string; name: string; points: number; sum: number }
export type SystemSums = { total: number; levels: SystemSum[]; groups: SystemSum[]; outputAndBenefit: number }

function sumOf(indicators: readonly Pick<SystemIndicator, 'points'>[]): number {
  return indicators.reduce((sum, { points }) => sum + points, 0)
}

/** The sums of a system on every level. */
export function sumsOf(system: Pick<IndicatorSystem, 'levels'>): SystemSums {
  const groups = system.levels.flatMap((level) => level.groups)
  const results = groups.filter(({ role }) => role !== 'other')
  return {
    total: sumOf(indicatorsOf(system)),
    levels: system.levels.map(({ id, name, points, groups: own }) => ({
      ...{ id, name, points },
      sum: sumOf(own.flatMap(({ indicators }) => indicators)),
    })),
    groups: groups.map(({ id, name, points, indicators }) => ({ id, name, points, sum: sumOf(indicators) })),
    outputAndBenefit: sumOf(results.flatMap(({ indicators }) => indicators)),
  }
}

/** `whole` units dealt out in proportion to the sizes, all of them, by largest remainder; equally where all sizes are nothing. */
export function dealtOut(whole: number, sizes: readonly number[]): number[] {
  const sum = sizes.reduce((total, size) => total + size, 0)
  const shares = sum === 0 ? sizes.map(() => 1) : sizes
  const all = BigInt(sum === 0 ? sizes.length : sum)
  if (all === 0n) return []
  const parts = shares.map((size) => Number((BigInt(whole) * BigInt(size)) / all))
  const rest = shares.map((size, index) => ({ index, rest: (BigInt(whole) * BigInt(size)) % all }))
  const inOrder = rest.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  const left = whole - parts.reduce((total, part) => total + part, 0)
  for (const { index } of inOrder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/** The method of an indicator whose points have changed: its 要点 are worth the new points together. */
export function refitted(method: Method, points: number): Method {
  if (method.kind !== 'aspects') return method
  const parts = dealtOut(
    points,
    method.aspects.map((aspect) => aspect.points),
  )
  return {
    ...method,
    aspects: method.aspects.map((aspect, index) => ({ ...aspect, points: parts[index] ?? 0 })),
  }
}

/** The system with new points for all of its indicators, in their order; groups and levels follow. */
function withPoints(system: IndicatorSystem, points: readonly number[]): IndicatorSystem {
  let next = 0
  const levels = system.levels.map((level) => {
    const groups = level.groups.map((group) => {
      const indicators = group.indicators.map((indicator) => {
        const own = points[next++] ?? 0
        return { ...indicator, points: own, method: refitted(indicator.method, own) }
      })
      return { ...group, indicators, points: sumOf(indicators) }
    })
    return { ...level, groups, points: groups.reduce((sum, group) => sum + group.points, 0) }
  })
  return { ...system, levels }
}

/**
 * 配平: the points of all indicators in proportion, so that they sum to 100; in whole `step` hundredths (half points as
 * shipped). Levels and groups take the sums of what is in them.
 */
export function balancedSystem(system: IndicatorSystem, step = 50): IndicatorSystem {
  const sizes = indicatorsOf(system).map(({ points }) => Math.max(0, points))
  return withPoints(
    system,
    dealtOut(10_000 / step, sizes).map((units) => units * step),
  )
}

/**
 * 按一级分值配平: within each level the points of its indicators in proportion, so that they sum to what the level should
 * have; in whole `step` hundredths, what is left of a level goes to its last indicator. The levels stay as they are.
 */
export function balancedWithin(system: IndicatorSystem, step = 50): IndicatorSystem {
  const points = system.levels.flatMap((level) => {
    const indicators = level.groups.flatMap(({ indicators }) => indicators)
    const sizes = indicators.map((indicator) => Math.max(0, indicator.points))
    const units = dealtOut(Math.floor(level.points / step), sizes).map((unit) => unit * step)
    const rest = level.points % step
    return units.map((unit, index) => (index === units.length - 1 ? unit + rest : unit))
  })
  const balanced = withPoints(system, points)
  const wanted = new Map(system.levels.map(({ id, points: own }) => [id, own]))
  return {
    ...balanced,
    levels: balanced.levels.map((level) => ({ ...level, points: wanted.get(level.id) ?? level.points })),
  }
}

function fault(code: string, at: string, message: string, clause = ''): Problem {
  return { code, severity: 'error', at, message, clause, suggestion: '' }
}

/** What keeps a system from being approved; the share of 产出 and 效益 is a warning that may be explained. */
export function systemProblems(
  system: IndicatorSystem,
  { outputAndBenefit }: Pick<ScoringRules, 'outputAndBenefit'>,
): Problem[] {
  const sums = sumsOf(system)
  const indicators = indicatorsOf(system)
  const problems = indicators.flatMap(indicatorProblems)
  if (sums.total !== 10_000)
    problems.push(fault('total', 'levels', `各指标合计 ${formatWeight(sums.total)} 分，应为 100 分。`))
  for (const { id, name, points, sum } of [...sums.levels, ...sums.groups])
    if (points !== sum)
      problems.push(
        fault('level-sum', id, `“${name}”为 ${formatWeight(points)} 分，下级合计 ${formatWeight(sum)} 分。`),
      )
  const ids = indicators.map(({ id }) => id)
  if (new Set(ids).size !== ids.length)
    problems.push(fault('indicator-duplicate', 'levels', '指标编号重复。'))
  const least = outputAndBenefit.least * 100
  if (system.scope === 'project' && sums.outputAndBenefit < least) {
    const text = `产出、效益合计 ${formatWeight(sums.outputAndBenefit)} 分，不到 ${outputAndBenefit.least} 分。`
    problems.push({
      ...fault('output-and-benefit', 'levels', text, outputAndBenefit.clause),
      severity: 'warning',
    })
  }
  return problems
}

function indicatorProblems({ id, name, points, method, evidence }: SystemIndicator): Problem[] {
  const problems: Problem[] = []
  if (name.trim() === '') problems.push(fault('name-missing', id, '有指标没有名称。'))
  if (!Number.isSafeInteger(points) || points <= 0)
    problems.push(fault('points-invalid', id, `“${name}”的分值应大于 0，最多两位小数。`))
  const wrong = methodFault(method, points)
  if (wrong !== '') problems.push(fault('method-invalid', id, `“${name}”${wrong}。`))
  if (evidence.trim() === '')
    problems.push({ ...fault('evidence-missing', id, `“${name}”没有写明所需佐证。`), severity: 'hint' })
  return problems
}

/** What is wrong with a method, to follow the indicator's name; '' where it can be used. */
function methodFault(method: Method, points: number): string {
  switch (method.kind) {
    case 'aspects': {
      const sum = sumOf(method.aspects)
      if (method.aspects.length === 0) return '没有评价要点'
      return sum === points ? '' : `的要点合计 ${formatWeight(sum)} 分，应为 ${formatWeight(points)} 分`
    }
    case 'bands':
      return method.bands.length === 0 ? '没有分档' : ''
    case 'deduction':
      return method.items.length === 0 ? '没有扣分项' : ''
    case 'satisfaction':
      return method.full > method.zero ? '' : '的满分线应高于零分线'
    case 'ratio':
      return method.target.trim() === '' ? '没有指标值' : ''
    default:
      return ''
  }
}
