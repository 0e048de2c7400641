import { compareRatios, ratio } from '../monitoring/ratio.ts'
import type { Appraisal } from './appraisal.ts'
import { itemsOf, type SchemeItem } from './scheme.ts'
import { itemScore } from './score.ts'

/** One item on which self and final score are far apart. `difference`: final less self. Hundredths of a point. */
export type Deviation = {
  appraisalId: string
  subject: string
  item: SchemeItem
  self: number
  final: number
  difference: number
  reason: string
}

/** 自评偏差表 (rules 6.8 〔拟〕): items on which the scores differ by more than the scheme's share of the item's points. */
export function deviationsOf(appraisals: readonly Appraisal[]): Deviation[] {
  return appraisals.flatMap((appraisal) =>
    itemsOf(appraisal.scheme).flatMap((item) => {
      const { self, final } = itemScore(item, appraisal)
      if (self === null || final === null) return []
      const difference = final - self
      const part = ratio(Math.abs(difference), item.points)
      const line = ratio(appraisal.scheme.deviationShare, 10_000)
      if (!part || !line || compareRatios(part, line) <= 0) return []
      const { reviewReason = '', sampledReason = '' } = appraisal.items[item.id] ?? {}
      return [
        {
          ...{ appraisalId: appraisal.id, subject: appraisal.subject.name, item, self, final, difference },
          reason: [reviewReason, sampledReason].filter((text) => text.trim() !== '').join('；'),
        },
      ]
    }),
  )
}

/** One item over the years: its share of the points in hundredths of a percent, so that schemes may differ. */
export type TrendLine = {
  name: string
  group: string
  byYear: readonly { year: number; points: number | null; full: number }[]
}

/** 分项趋势 of one subject: items are the same over the years by their name. Only what was decided counts. */
export function trendOf(appraisals: readonly Appraisal[]): TrendLine[] {
  const decided = appraisals
    .filter(({ frozen }) => frozen !== null)
    .toSorted((left, right) => left.year - right.year)
  const years = [...new Set(decided.map(({ year }) => year))]
  const latest = decided.at(-1)
  if (!latest) return []
  return latest.scheme.groups.flatMap((group) =>
    group.items.map((item) => ({
      name: item.name,
      group: group.name,
      byYear: years.map((year) => {
        const then = decided.findLast((each) => each.year === year)
        const same = then && itemsOf(then.scheme).find(({ name }) => name === item.name)
        const points = same ? (then.frozen?.points[same.id] ?? null) : null
        return { year, points, full: same?.points ?? item.points }
      }),
    })),
  )
}
