import { type Grade, gradeOf, grades } from '../grade.ts'
import { meanOf } from '../mean.ts'
import { tenthsText } from '../money.ts'
import type { Problem } from '../problem.ts'
import type { AssessmentExpert, ItemMark } from './assessment.ts'
import { type Conclusion, conclusions } from './result.ts'
import { type AssessmentDimension, type AssessmentItem, type AssessmentRules, fullMark } from './rules.ts'

/** Hundredths as 4.50. */
export function pointsText(points: number): string {
  return `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`
}

/** A rate in percent with one decimal, cut: 59.99 % is never shown as 60. */
export function rateText(points: number, full: number): string {
  const tenths = full === 0 ? 0 : Math.floor((points * 1000) / full)
  return tenthsText(tenths)
}

/** A mark as it stands in a cell: 优 4.50, or the grade alone. */
export function markText(mark: ItemMark | undefined): string {
  if (!mark) return ''
  return mark.points === null ? grades[mark.grade] : `${grades[mark.grade]} ${pointsText(mark.points)}`
}

/**
 * Reads what is typed into a cell: a grade (优), points (4.5), or both (优 4.5); points alone bring their grade along.
 * Undefined where it is neither, null where it is empty. Whether both fit is said by `markFault`.
 */
export function readMark(
  text: string,
  item: Pick<AssessmentItem, 'points'>,
  rules: Pick<AssessmentRules, 'bands'>,
): ItemMark | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s分]/g, '')
  if (plain === '') return null
  const match = /^([优良中差])?(?:(\d{1,3})(?:\.(\d{1,2}))?)?$/.exec(plain)
  if (!match) return undefined
  const [, letter, whole, fraction = ''] = match
  const points = whole === undefined ? null : Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  const ticked = gradeKeys.find((grade) => grades[grade] === letter)
  if (ticked) return { grade: ticked, points }
  return points === null ? undefined : { grade: gradeOf(points, item.points, rules.bands), points }
}

const gradeKeys = Object.keys(grades) as Grade[] // the keys of a table are its grades

/** What is wrong with a mark: outside the full mark, or not in the band of its grade; '' where nothing is. */
export function markFault(
  mark: ItemMark,
  item: Pick<AssessmentItem, 'points'>,
  rules: Pick<AssessmentRules, 'bands'>,
): string {
  if (mark.points === null) return ''
  if (mark.points < 0 || mark.points > item.points) return `应在 0 到 ${pointsText(item.points)} 分之间`
  const fitting = gradeOf(mark.points, item.points, rules.bands)
  if (fitting === mark.grade) return ''
  return `${pointsText(mark.points)} 分属于“${grades[fitting]}”，勾选的是“${grades[mark.grade]}”`
}

/** What keeps an expert from submitting: every item needs its grade and points. Each with the id of the item. */
export function checkExpert(
  expert: Pick<AssessmentExpert, 'name' | 'marks'>,
  dimensions: readonly AssessmentDimension[],
  rules: Pick<AssessmentRules, 'bands'>,
): Problem[] {
  const problems: Problem[] = []
  if (expert.name.trim() === '') problems.push(expertFault('expert-name', '', '请填写专家姓名。', ''))
  const items = dimensions.flatMap((dimension) => dimension.items)
  for (const item of items) {
    const mark = expert.marks[item.id]
    if (!mark) {
      problems.push(expertFault('mark-missing', item.id, `“${item.text}”还没有评分。`, item.clause))
    } else if (mark.points === null) {
      problems.push(expertFault('points-missing', item.id, `“${item.text}”还没有评分。`, item.clause))
    } else {
      const wrong = markFault(mark, item, rules)
      if (wrong !== '')
        problems.push(expertFault('mark-unfit', item.id, `“${item.text}”${wrong}。`, item.clause))
    }
  }
  return problems
}

function expertFault(code: string, at: string, message: string, clause: string): Problem {
  return { code, severity: 'error', at, message, clause, suggestion: '请补齐或改正后再提交。' }
}

export type ItemScore = { item: AssessmentItem; mean: number | null }
export type DimensionScore = {
  dimension: AssessmentDimension
  items: ItemScore[]
  /** Sum of the means and the full mark, in hundredths. */
  sum: number
  full: number
}
export type AssessmentScore = {
  /** Experts that were counted: those who have submitted. */
  experts: number
  dimensions: DimensionScore[]
  total: number
  full: number
}

/**
 * The combined score: per item the mean over the experts who submitted (hundredths, half up), then sums, so that the
 * printed table adds up.
 */
export function combinedScore(
  experts: readonly Pick<AssessmentExpert, 'marks' | 'submittedOn'>[],
  dimensions: readonly AssessmentDimension[],
): AssessmentScore {
  const submitted = experts.filter((expert) => expert.submittedOn !== '')
  const scored = dimensions.map((dimension) => scoreOf(dimension, submitted))
  return {
    experts: submitted.length,
    dimensions: scored,
    total: scored.reduce((total, { sum }) => total + sum, 0),
    full: scored.reduce((total, { full }) => total + full, 0),
  }
}

function scoreOf(
  dimension: AssessmentDimension,
  submitted: readonly Pick<AssessmentExpert, 'marks'>[],
): DimensionScore {
  const items = dimension.items.map((item) => {
    const points = submitted.flatMap(({ marks }) => marks[item.id]?.points ?? [])
    return { item, mean: meanOf(points) }
  })
  return {
    dimension,
    items,
    sum: items.reduce((total, { mean }) => total + (mean ?? 0), 0),
    full: fullMark(dimension),
  }
}

/** The dimensions whose rate lies below the line, which forbid 予以支持. */
function weakDimensions(score: AssessmentScore, { lines }: AssessmentRules): DimensionScore[] {
  return score.dimensions.filter(({ sum, full }) => sum * 100 < lines.dimensionRate * full)
}

/** The best conclusion that the score allows, with its reason as a sentence; null while nobody has submitted. */
export function suggestedConclusion(
  score: AssessmentScore,
  rules: AssessmentRules,
): { conclusion: Conclusion; reason: string } | null {
  if (score.experts === 0) return null
  const { lines } = rules
  const total = `合计 ${pointsText(score.total)} 分`
  if (score.total < lines.adjust) {
    return {
      conclusion: 'oppose',
      reason: `${total}，低于 ${lineText(lines.adjust)} 分，应为“${conclusions.oppose}”。`,
    }
  }
  if (score.total < lines.support) {
    const between = `在 ${lineText(lines.adjust)} 分与 ${lineText(lines.support)} 分之间`
    return { conclusion: 'adjust', reason: `${total}，${between}，应为“${conclusions.adjust}”。` }
  }
  const weak = weakDimensions(score, rules)
  if (weak.length === 0) {
    const reason = `${total}，达到 ${lineText(lines.support)} 分，各维度得分率都不低于 ${lines.dimensionRate}%，可以“${conclusions.support}”。`
    return { conclusion: 'support', reason }
  }
  const names = weak.map(({ dimension, sum, full }) => `“${dimension.name}”得分率 ${rateText(sum, full)}`)
  const reason = `${total}，但${names.join('、')}，低于 ${lines.dimensionRate}%，不得“${conclusions.support}”。`
  return { conclusion: 'adjust', reason }
}

function lineText(points: number): string {
  return pointsText(points).replace(/\.?0+$/, '')
}

const ranks = Object.keys(conclusions) as Conclusion[] // from best to worst

/** Whether a conclusion is better than another. */
export function isBetter(left: Conclusion, right: Conclusion): boolean {
  return ranks.indexOf(left) < ranks.indexOf(right)
}
