import { type Grade, grades } from '../grade.ts'
import { compareRatios, type Ratio } from '../monitoring/ratio.ts'
import { gradeOfPoints } from './points.ts'
import type { EvaluationRules } from './rules.ts'

/** One indicator: its weight and what was scored of it, in hundredths. */
export type Scored = { id: string; weight: number; points: number }

export type Sensitivity = {
  /** Points out of 100, exact: as it is, and the lowest and highest that moved weights can make of it. */
  total: Ratio
  lowest: Ratio
  highest: Ratio
  grade: Grade
  lowestGrade: Grade
  highestGrade: Grade
  holds: boolean
  /** The indicators whose weight alone, moved as far as allowed, changes the grade. */
  decisive: readonly string[]
  /** One Chinese sentence. */
  text: string
}

/** The total out of 100 when each weight is multiplied by its factor (percent): rates stay, weights are brought back to 100. */
function totalWith(list: readonly Scored[], factorOf: (index: number) => number): Ratio {
  let [points, weights] = [0n, 0n]
  for (const [index, scored] of list.entries()) {
    const factor = BigInt(factorOf(index))
    points += BigInt(scored.points) * factor
    weights += BigInt(scored.weight) * factor
  }
  return weights === 0n ? { of: 0n, to: 1n } : { of: points * 100n, to: weights }
}

/**
 * Whether the grade holds when every weight may move by up to `shift` percent of itself. The extremes are exact: they lie
 * where the better indicators weigh as much, and the others as little, as allowed (or the reverse).
 */
export function sensitivityOf(
  list: readonly Scored[],
  rules: EvaluationRules,
  shift = rules.scoring.sensitivity.shift,
): Sensitivity {
  const sorted = list
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.points * a.weight - a.points * b.weight || (a.id < b.id ? -1 : 1))
  const total = totalWith(sorted, () => 100)
  let [lowest, highest] = [total, total]
  for (let better = 0; better <= sorted.length; better++) {
    const high = totalWith(sorted, (index) => (index < better ? 100 + shift : 100 - shift))
    const low = totalWith(sorted, (index) => (index < better ? 100 - shift : 100 + shift))
    if (compareRatios(high, highest) > 0) highest = high
    if (compareRatios(low, lowest) < 0) lowest = low
  }
  const gradeAt = (points: Ratio) => gradeOfPoints(points, 10_000, rules)
  const [grade, lowestGrade, highestGrade] = [gradeAt(total), gradeAt(lowest), gradeAt(highest)]
  const decisive = sorted
    .filter((_, moved) =>
      [100 + shift, 100 - shift].some(
        (factor) => gradeAt(totalWith(sorted, (index) => (index === moved ? factor : 100))) !== grade,
      ),
    )
    .map(({ id }) => id)
  const holds = lowestGrade === grade && highestGrade === grade
  const text = holds
    ? `各指标权重增减 ${shift}% 以内，等级都是“${grades[grade]}”。`
    : `各指标权重增减 ${shift}% 以内，等级可能在“${grades[lowestGrade]}”与“${grades[highestGrade]}”之间变动。`
  return { total, lowest, highest, grade, lowestGrade, highestGrade, holds, decisive, text }
}
