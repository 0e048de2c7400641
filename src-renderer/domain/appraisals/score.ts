import type { Share } from '../execution/rate.ts'
import { type Appraisal, drawOf, extraOf, type ItemMark, markOf } from './appraisal.ts'
import type { Figure } from './measure.ts'
import type { Figures } from './metrics.ts'
import { itemsOf, type Nothing, type RatePart, type Scheme, type SchemeItem } from './scheme.ts'

const whole: Share = 10_000

/** `points` × done ÷ due ÷ target, at most all of them; rounded half up to the hundredth. Exact. */
function ratePoints(points: number, { done, due }: Figure, target: Share): number {
  const top = BigInt(done) * BigInt(whole) * BigInt(points)
  const bottom = BigInt(due) * BigInt(target)
  if (bottom <= 0n) return points
  return Math.min(points, Number((top * 2n + bottom) / (bottom * 2n)))
}

function ofNothing(points: number, nothing: Nothing): number {
  return nothing === 'full' ? points : 0
}

/** What one part earns; null where its figure is not known. */
export function partPoints(part: RatePart, figures: Figures): number | null {
  const figure = figures[part.metric]
  if (!figure) return null
  return figure.due === 0
    ? ofNothing(part.points, part.nothing)
    : ratePoints(part.points, figure, part.target)
}

function sumOrNull(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0)
}

/**
 * What an item earns by its method, in hundredths of a point from nothing to all of it; null where a person has to say:
 * figures that are not known, cases not counted, a check not finished, a score by hand.
 */
export function methodPoints(
  { method, points }: Pick<SchemeItem, 'method' | 'points'>,
  facts: Pick<ItemMark, 'figures' | 'ticks' | 'count'>,
  findings: readonly string[] | null = null,
): number | null {
  const within = (value: number) => Math.min(points, Math.max(0, value))
  switch (method.kind) {
    case 'rate': {
      const sum = sumOrNull(method.parts.map((part) => partPoints(part, facts.figures)))
      return sum === null ? null : within(sum)
    }
    case 'bands': {
      const figure = facts.figures[method.metric]
      if (!figure) return null
      const { done, due } = figure
      if (due === 0) return ofNothing(points, method.nothing)
      const reached = method.bands
        .filter(({ from }) => BigInt(done) * BigInt(whole) >= BigInt(due) * BigInt(from))
        .map((band) => band.points)
      return within(Math.max(0, ...reached))
    }
    case 'cases': {
      const times = method.metric === '' ? facts.count : (facts.figures[method.metric]?.times ?? null)
      return times === null ? null : within(points - method.each * times)
    }
    case 'ticks':
      return within(
        method.ticks.filter(({ id }) => facts.ticks.includes(id)).reduce((sum, tick) => sum + tick.points, 0),
      )
    case 'sample':
      return findings === null
        ? null
        : within(
            points -
              findings.reduce(
                (sum, found) => sum + (method.verdicts.find(({ id }) => id === found)?.each ?? 0),
                0,
              ),
          )
    case 'manual':
      return null
  }
}

/** The three scores of an item; null while nobody gave one. */
export type ItemScore = {
  /** By its method alone. */
  computed: number | null
  self: number | null
  review: number | null
  /** 抽查分 where there is one, else 复核分 (rules 6.8 〔拟〕). */
  final: number | null
}

type Scored = Pick<Appraisal, 'items' | 'draws'>

/** Verdicts on all that was drawn for an item; null while one is missing or nothing was drawn. */
function findingsOf(appraisal: Scored, itemId: string): string[] | null {
  const draw = drawOf(appraisal, itemId)
  if (!draw) return null
  const { findings } = markOf(appraisal, itemId)
  const verdicts = draw.picked.map((id) => findings[id]?.verdict ?? '')
  return verdicts.includes('') ? null : verdicts
}

export function itemScore(item: SchemeItem, appraisal: Scored): ItemScore {
  const mark = markOf(appraisal, item.id)
  const computed = methodPoints(item, mark)
  const self = mark.self ?? computed
  const review = mark.review ?? self
  const checked =
    item.method.kind === 'sample' ? methodPoints(item, mark, findingsOf(appraisal, item.id)) : null
  return { computed, self, review, final: mark.sampled ?? checked ?? review }
}

/** Which of the scores are added up. */
export type Stage = 'self' | 'review' | 'final'

export type Totals = {
  items: number
  bonus: number
  deduction: number
  total: number
  /** Items without a score yet. */
  open: number
}

type Summed = Pick<Appraisal, 'scheme' | 'items' | 'extras' | 'draws'>

/** How many cases of a bonus or deduction count: those accepted, or those claimed while nobody looked. */
function countOf(appraisal: Summed, id: string, stage: Stage): number {
  const { count, accepted } = extraOf(appraisal, id)
  return stage === 'self' ? count : (accepted ?? count)
}

/** 总分 = Σ 得分 + 加分（封顶） − 扣分, never below nothing. Items without a score count as nothing. */
export function totalsOf(appraisal: Summed, stage: Stage): Totals {
  const { scheme } = appraisal
  const scores = itemsOf(scheme).map((item) => itemScore(item, appraisal)[stage])
  const items = scores.reduce<number>((sum, score) => sum + (score ?? 0), 0)
  const bonus = Math.min(
    scheme.bonusCap,
    scheme.bonuses.reduce((sum, { id, each }) => sum + each * countOf(appraisal, id, stage), 0),
  )
  const deduction = scheme.deductions.reduce(
    (sum, { id, each }) => sum + each * countOf(appraisal, id, stage),
    0,
  )
  return {
    items,
    bonus,
    deduction,
    total: Math.max(0, items + bonus - deduction),
    open: scores.filter((score) => score === null).length,
  }
}

/** 降档: how many grades the deductions that were found take, with their names. */
export function loweredBy(appraisal: Summed): { grades: number; names: string[] } {
  const found = appraisal.scheme.deductions.filter(
    ({ id, lowers }) => lowers > 0 && countOf(appraisal, id, 'final') > 0,
  )
  // 降一档 is once, however often it happened.
  return {
    grades: Math.max(0, ...found.map(({ lowers }) => lowers)),
    names: found.map(({ name }) => name),
  }
}

/** Final points of every item, for what is decided. */
export function finalPoints(appraisal: Summed): Record<string, number> {
  return Object.fromEntries(
    itemsOf(appraisal.scheme).map((item) => [item.id, itemScore(item, appraisal).final ?? 0]),
  )
}

/** The scheme with the groups that count for the subject alone is what an appraisal keeps; its full mark. */
export function fullOf(scheme: Pick<Scheme, 'groups'>): number {
  return itemsOf(scheme).reduce((sum, { points }) => sum + points, 0)
}
