import { type Grade, gradeOf } from '../grade.ts'
import { type Ratio, ratio, times } from '../monitoring/ratio.ts'
import type { EvaluationRules } from './rules.ts'

/** An exact number of points (1 = one point) as hundredths, rounded half up to whole `step` hundredths. Points are never negative. */
export function rounded(points: Ratio, { rounding }: Pick<EvaluationRules, 'rounding'>): number {
  const step = BigInt(rounding.step)
  // (points × 100 ÷ step + ½), cut: the half goes up.
  const steps = (points.of * 200n + points.to * step) / (points.to * step * 2n)
  return Number(steps * step)
}

/** A share of a full mark in hundredths, rounded as the rules say. The share lies between nothing and the whole. */
export function shareOf(full: number, share: Ratio, rules: Pick<EvaluationRules, 'rounding'>): number {
  return Math.min(full, rounded(times({ of: BigInt(full), to: 100n }, share), rules))
}

/** Hundredths as an exact number of points. */
export function exact(points: number): Ratio {
  return { of: BigInt(points), to: 100n }
}

/**
 * The grade of exact points out of a full mark in hundredths (财预〔2020〕10号: 优 ≥ 90, 良 ≥ 80, 中 ≥ 60, else 差). It is looked
 * up after rounding: 79.995 is 80.00 and 良, 79.994 is 79.99 and 中.
 */
export function gradeOfPoints(
  points: Ratio,
  full: number,
  rules: Pick<EvaluationRules, 'bands' | 'rounding'>,
): Grade {
  return gradeOf(rounded(points, rules), full, rules.bands)
}

/** Points out of `full` as points out of 100, exact; null where there is no full mark. */
export function toHundred(points: number, full: number): Ratio | null {
  return ratio(BigInt(points) * 100n, full)
}

/** Points in hundredths with both decimals, as totals and scores are shown beside each other; '' for none. */
export function scoreText(hundredths: number | null): string {
  if (hundredths === null) return ''
  const size = Math.abs(hundredths)
  const sign = hundredths < 0 ? '-' : ''
  return `${sign}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`
}
