import { minus, none, plus, type Ratio, ratio } from '../monitoring/ratio.ts'
import type { CombinedItem } from './combine.ts'

/** How one expert scores beside the others. Ratios are points out of 100 of what the expert scored. */
export type Leniency = {
  expertId: string
  /** Indicators on which others voted too. */
  indicators: number
  own: Ratio
  others: Ratio
  /** Above zero: more lenient than the others; below: stricter. */
  difference: Ratio
  /** At how many indicators the expert stands out. */
  outliers: number
  /** Points not given because nothing proved them, in how many indicators. */
  unproven: number
}

/**
 * 宽严度 of each expert: own points against the mean of the others on the same indicators, both out of 100 of their full
 * marks, exact. Indicators that nobody else scored are left out; without any the expert is not in the list.
 */
export function leniencies(items: readonly CombinedItem[]): Leniency[] {
  const experts = [...new Set(items.flatMap(({ votes }) => votes.map(({ expertId }) => expertId)))].toSorted()
  return experts.flatMap((expertId) => leniencyOf(expertId, items) ?? [])
}

function leniencyOf(expertId: string, items: readonly CombinedItem[]): Leniency | null {
  const shared = items.filter(
    ({ votes }) => votes.length > 1 && votes.some((vote) => vote.expertId === expertId),
  )
  const full = shared.reduce((sum, { indicator }) => sum + indicator.points, 0)
  if (full === 0) return null
  let [own, others] = [none, none]
  for (const { votes } of shared) {
    const vote = votes.find((each) => each.expertId === expertId)
    const rest = votes.filter((each) => each !== vote)
    own = plus(own, { of: BigInt(vote?.points ?? 0), to: 1n })
    const sum = rest.reduce((total, { points }) => total + points, 0)
    others = plus(others, { of: BigInt(sum), to: BigInt(rest.length) })
  }
  const outOfHundred = (points: Ratio) => ratio(points.of * 100n, points.to * BigInt(full)) ?? none
  const [mine, theirs] = [outOfHundred(own), outOfHundred(others)]
  return {
    expertId,
    indicators: shared.length,
    own: mine,
    others: theirs,
    difference: minus(mine, theirs),
    outliers: items.filter(({ outliers }) => outliers.includes(expertId)).length,
    unproven: items.filter(({ votes }) =>
      votes.some((vote) => vote.expertId === expertId && vote.unproven > 0),
    ).length,
  }
}
