import { compareRatios, type Ratio, ratio } from '../monitoring/ratio.ts'
import type { CombinedItem } from './combine.ts'
import type { ScoringRules } from './rules.ts'

/** Kendall's coefficient of concordance; `why` says why there is none. */
export type Agreement =
  | { coefficient: Ratio; judges: number; objects: number; why: '' }
  | { coefficient: null; judges: number; objects: number; why: string }

/**
 * Kendall's W, corrected for ties: how far judges put the same objects in the same order; 1 complete, 0 none. `rows` holds for
 * each judge the values given to the objects, all in the same order. With m judges, n objects, R_j the sum of the ranks of
 * object j (tied values share the mean of their ranks) and T_i = Σ(t³ − t) over the ties of judge i:
 * W = 12 Σ(R_j − m(n + 1) ÷ 2)² ÷ (m²(n³ − n) − m ΣT_i). Exact. null where it is not defined: fewer than two judges or
 * objects, or every judge gave all objects the same.
 *
 * @see Siegel, Nonparametric Statistics for the Behavioral Sciences (1956), chapter 9, with the examples of the tests
 */
export function kendallW(rows: readonly (readonly Ratio[])[]): Ratio | null {
  const [m, n] = [rows.length, rows[0]?.length ?? 0]
  if (m < 2 || n < 2 || rows.some((row) => row.length !== n)) return null
  // Ranks are doubled, so that the mean of tied ranks stays an integer.
  const doubled = rows.map(doubledRanks)
  const sums = Array.from({ length: n }, (_, object) =>
    doubled.reduce((sum, ranks) => sum + (ranks[object] ?? 0), 0),
  )
  const mean = m * (n + 1)
  const spread = sums.reduce((sum, each) => sum + BigInt(each - mean) ** 2n, 0n)
  const ties = rows.reduce((sum, row) => sum + tieTerm(row), 0n)
  const [judges, objects] = [BigInt(m), BigInt(n)]
  // 12 Σd² ÷ …, where the doubled ranks make Σd² four times as large.
  return ratio(3n * spread, judges * judges * (objects ** 3n - objects) - judges * ties)
}

function doubledRanks(values: readonly Ratio[]): number[] {
  return values.map((value) => {
    const lower = values.filter((other) => compareRatios(other, value) < 0).length
    const same = values.filter((other) => compareRatios(other, value) === 0).length
    return 2 * lower + same + 1
  })
}

function tieTerm(values: readonly Ratio[]): bigint {
  let sum = 0n
  for (const [index, value] of values.entries()) {
    const isFirst = values.findIndex((other) => compareRatios(other, value) === 0) === index
    const same = BigInt(values.filter((other) => compareRatios(other, value) === 0).length)
    if (isFirst) sum += same ** 3n - same
  }
  return sum
}

/**
 * How far the experts agree on where the object is better and where worse: each indicator by its share of the full mark.
 * Only indicators that all experts scored count; below the rules' least numbers it is not worked out, and says so.
 */
export function agreementOf(
  items: readonly CombinedItem[],
  { agreement }: Pick<ScoringRules, 'agreement'>,
): Agreement {
  const experts = [...new Set(items.flatMap(({ votes }) => votes.map(({ expertId }) => expertId)))].toSorted()
  const common = items.filter(
    ({ votes, indicator }) => votes.length === experts.length && indicator.points > 0,
  )
  const numbers = { judges: experts.length, objects: common.length }
  if (experts.length < agreement.experts)
    return {
      coefficient: null,
      ...numbers,
      why: `专家 ${experts.length} 人，少于 ${agreement.experts} 人，不计算`,
    }
  if (common.length < agreement.indicators)
    return {
      coefficient: null,
      ...numbers,
      why: `共同评分的指标 ${common.length} 个，少于 ${agreement.indicators} 个，不计算`,
    }
  const rows = experts.map((expert) =>
    common.map(({ votes, indicator }) => {
      const vote = votes.find(({ expertId }) => expertId === expert)
      return { of: BigInt(vote?.points ?? 0), to: BigInt(indicator.points) }
    }),
  )
  const coefficient = kendallW(rows)
  return coefficient
    ? { coefficient, ...numbers, why: '' }
    : { coefficient: null, ...numbers, why: '各位专家对所有指标给的得分率都相同，不计算' }
}
