import { type Grade, gradeOf } from '../grade.ts'
import { none, plus, type Ratio } from '../monitoring/ratio.ts'
import { type IndicatorSystem, indicatorsOf, type SystemIndicator } from './indicator-system.ts'
import { type MarkPoints, markPoints } from './mark.ts'
import { rounded } from './points.ts'
import type { EvaluationRules, ScoringRules, VetoRule } from './rules.ts'
import type { ScoreSheet } from './score-sheet.ts'

export type Vote = { expertId: string; weight: number; points: number; unproven: number }

/** One indicator over all experts. Points in hundredths. */
export type CombinedItem = {
  indicator: SystemIndicator
  /** Signed marks: of the second round where there is one, else of the first. */
  votes: readonly Vote[]
  /** Rounded; null without a vote. */
  points: number | null
  spread: number
  isDisputed: boolean
  /** Ids of the experts who stand out. */
  outliers: readonly string[]
  /** How many found it, whole or in part, unproven. */
  unprovenBy: number
}

export type Combined = {
  items: readonly CombinedItem[]
  /** Experts with a signed sheet of the first round. */
  experts: number
  /** null while an indicator has no vote, or too few experts have signed; then `why` says it. */
  total: number | null
  why: string
  grade: Grade | ''
  /** Before the vetoes. */
  uncapped: number | null
  vetoes: readonly VetoRule[]
  missing: readonly string[]
}

/**
 * Puts the signed sheets of a task together: each indicator by the pack's aggregation, rounded, then sums, so that the
 * printed table adds up; a found veto keeps the total down. Does not depend on the order of the sheets.
 */
export function combined(
  system: Pick<IndicatorSystem, 'levels'>,
  sheets: readonly ScoreSheet[],
  rules: EvaluationRules,
): Combined {
  const signed = sheets.filter(({ signedAt }) => signedAt !== '')
  const experts = new Set(signed.filter(({ round }) => round === 1).map(({ expertId }) => expertId)).size
  const items = indicatorsOf(system).map((indicator) => combinedItem(indicator, signed, rules))
  const missing = items.filter(({ points }) => points === null).map(({ indicator }) => indicator.id)
  const found = new Set(signed.flatMap(({ vetoes }) => vetoes))
  const vetoes = rules.scoring.vetoes.filter(({ id }) => found.has(id))
  const why = whyNone(experts, missing.length, rules.scoring)
  if (why !== '') return { items, experts, total: null, why, grade: '', uncapped: null, vetoes, missing }
  const uncapped = items.reduce((sum, { points }) => sum + (points ?? 0), 0)
  const total = Math.min(uncapped, ...vetoes.map(({ most }) => most))
  const full = items.reduce((sum, { indicator }) => sum + indicator.points, 0)
  return { items, experts, total, why, grade: gradeOf(total, full, rules.bands), uncapped, vetoes, missing }
}

function whyNone(experts: number, missing: number, { aggregation }: ScoringRules): string {
  if (experts < aggregation.least) return `已签名 ${experts} 人，至少需要 ${aggregation.least} 人`
  return missing > 0 ? `还有 ${missing} 个指标没有评分` : ''
}

function combinedItem(
  indicator: SystemIndicator,
  signed: readonly ScoreSheet[],
  rules: EvaluationRules,
): CombinedItem {
  const votes = votesOf(indicator, signed, rules)
  const points = votes.map((vote) => vote.points)
  const spread = points.length === 0 ? 0 : Math.max(...points) - Math.min(...points)
  const middle = medianOf(points)
  const { spread: alarm, outlier } = rules.scoring
  // |points − median| above so many percent of the full mark, without leaving integers: the median may be a half.
  const isFar = (value: number) => {
    const twice = middle.of * (2n / middle.to)
    const distance = BigInt(value) * 2n - twice
    return (distance < 0n ? -distance : distance) * 100n > BigInt(outlier.distance * indicator.points) * 2n
  }
  return {
    indicator,
    votes,
    points: votes.length === 0 ? null : rounded(inPoints(aggregated(votes, rules.scoring)), rules),
    spread,
    isDisputed: spread * 100 > alarm.dispute * indicator.points,
    outliers: votes.filter((vote) => votes.length > 2 && isFar(vote.points)).map(({ expertId }) => expertId),
    unprovenBy: votes.filter(({ unproven }) => unproven > 0).length,
  }
}

function votesOf(indicator: SystemIndicator, signed: readonly ScoreSheet[], rules: EvaluationRules): Vote[] {
  const byExpert = new Map<string, { round: number; vote: Vote }>()
  for (const { expertId, weight, round, marks } of signed) {
    const mark = marks[indicator.id]
    const result: MarkPoints | undefined = mark && markPoints(indicator, mark, rules)
    if (!result || result.points === null || (byExpert.get(expertId)?.round ?? 0) > round) continue
    byExpert.set(expertId, {
      round,
      vote: { expertId, weight, points: result.points, unproven: result.unproven },
    })
  }
  return [...byExpert.values()].map(({ vote }) => vote).toSorted((a, b) => (a.expertId < b.expertId ? -1 : 1))
}

/** Hundredths as an exact quotient of points. */
function inPoints({ of, to }: Ratio): Ratio {
  return { of, to: to * 100n }
}

/** The pack's aggregation of at least one vote, exact, in hundredths. */
export function aggregated(
  votes: readonly Pick<Vote, 'points' | 'weight'>[],
  { aggregation }: Pick<ScoringRules, 'aggregation'>,
): Ratio {
  const points = votes.map((vote) => vote.points).toSorted((a, b) => a - b)
  switch (aggregation.method) {
    case 'median':
      return medianOf(points)
    case 'trimmed':
      return meanOf(points.length >= aggregation.trimFrom ? points.slice(1, -1) : points)
    case 'weighted': {
      const weights = votes.reduce((sum, { weight }) => sum + weight, 0)
      if (weights <= 0) return meanOf(points)
      return {
        of: votes.reduce((sum, vote) => sum + BigInt(vote.points) * BigInt(vote.weight), 0n),
        to: BigInt(weights),
      }
    }
    default:
      return meanOf(points)
  }
}

function meanOf(points: readonly number[]): Ratio {
  if (points.length === 0) return none
  return {
    ...points.map((value) => ({ of: BigInt(value), to: 1n })).reduce(plus, none),
    to: BigInt(points.length),
  }
}

function medianOf(points: readonly number[]): Ratio {
  const sorted = points.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  if (sorted.length % 2 === 1) return { of: BigInt(upper), to: 1n }
  return { of: BigInt(upper) + BigInt(sorted[half - 1] ?? upper), to: 2n }
}

/** The indicators that go to a second round. */
export function disputedIds({ items }: Pick<Combined, 'items'>): string[] {
  return items.filter(({ isDisputed }) => isDisputed).map(({ indicator }) => indicator.id)
}
