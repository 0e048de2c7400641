import type { Appraisal } from './appraisal.ts'
import { finalPoints, loweredBy, totalsOf } from './score.ts'
import { type Standing, standingsOf } from './standing.ts'

/** Rank and grade of every appraisal of a notice as it would be decided now. */
export function standingsIn(appraisals: readonly Appraisal[]): Map<string, Standing> {
  const [first] = appraisals
  if (!first) return new Map()
  const ranked = appraisals.map((each) => {
    const lowered = loweredBy(each)
    return {
      ...{ id: each.id, total: totalsOf(each, 'final').total, group: each.subject.group },
      ...{ lowered: lowered.grades, loweredFor: lowered.names },
    }
  })
  return new Map(standingsOf(ranked, first.scheme).map((standing) => [standing.id, standing]))
}

/** The appraisals of a notice with rank and grade as they are decided; from now on nothing of them is computed anew. */
export function withStandings(appraisals: readonly Appraisal[]): Appraisal[] {
  const standings = standingsIn(appraisals)
  return appraisals.map((each) => {
    const standing = standings.get(each.id)
    if (!standing) return each
    const { bonus, deduction, total } = totalsOf(each, 'final')
    const { rank, of, gradeId, reasons } = standing
    return {
      ...each,
      frozen: { points: finalPoints(each), bonus, deduction, total, rank, of, gradeId, reasons },
    }
  })
}
