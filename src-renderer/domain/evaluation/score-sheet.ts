import type { Moment } from '../dates.ts'
import { formatWeight } from '../goals/weights.ts'
import type { Problem } from '../problem.ts'
import { type IndicatorSystem, indicatorsOf, type SystemIndicator } from './indicator-system.ts'
import { type Mark, markPoints } from './mark.ts'
import type { EvaluationRules } from './rules.ts'

/** 专家评分表: one expert, one round. In the second round only the disputed indicators are asked. */
export type ScoreSheet = {
  id: string
  taskId: string
  expertId: string
  name: string
  /** Counts in the weighted mean; a whole number above 0. */
  weight: number
  round: 1 | 2
  /** Ids of the indicators that are asked. */
  asked: readonly string[]
  marks: Readonly<Record<string, Mark>>
  /** Ids of the pack's vetoes that the expert found. */
  vetoes: readonly string[]
  signedAt: Moment | ''
}

/** An empty sheet of the first round. */
export function openedSheet(
  system: Pick<IndicatorSystem, 'levels'>,
  opened: Pick<ScoreSheet, 'id' | 'taskId' | 'expertId' | 'name' | 'weight'>,
): ScoreSheet {
  return {
    ...opened,
    round: 1,
    asked: indicatorsOf(system).map(({ id }) => id),
    marks: {},
    vetoes: [],
    signedAt: '',
  }
}

/** The sheet of the second round for an expert of the first: only what is disputed, the first mark as a start. */
export function secondRoundSheet(first: ScoreSheet, id: string, disputed: readonly string[]): ScoreSheet {
  const asked = first.asked.filter((indicator) => disputed.includes(indicator))
  const marks = Object.fromEntries(
    Object.entries(first.marks).filter(([indicator]) => asked.includes(indicator)),
  )
  return { ...first, id, round: 2, asked, marks, signedAt: '' }
}

/**
 * The first round is independent: nobody sees other sheets of it before the own one is signed. Who has a sheet of the
 * second round has signed the first.
 */
export function visibleSheets(sheets: readonly ScoreSheet[], expertId: string): ScoreSheet[] {
  const hasSigned = sheets.some(
    (sheet) => sheet.expertId === expertId && (sheet.round === 2 || sheet.signedAt !== ''),
  )
  return sheets.filter(
    (sheet) => sheet.expertId === expertId || (hasSigned && sheet.round === 1 && sheet.signedAt !== ''),
  )
}

/** What is still missing on a sheet before it may be signed, with the id of its indicator. */
export function sheetProblems(
  sheet: ScoreSheet,
  system: Pick<IndicatorSystem, 'levels'>,
  rules: EvaluationRules,
): Problem[] {
  return indicatorsOf(system)
    .filter(({ id }) => sheet.asked.includes(id))
    .flatMap((indicator) => markProblems(indicator, sheet.marks[indicator.id], rules))
}

function markProblems(indicator: SystemIndicator, mark: Mark | undefined, rules: EvaluationRules): Problem[] {
  const { id, name, clause } = indicator
  const fault = (code: string, text: string): Problem => ({
    ...{ code, severity: 'error', at: id, message: `“${name}”${text}。`, clause, suggestion: '' },
  })
  if (!mark) return [fault('mark-missing', '还没有评分')]
  const result = markPoints(indicator, mark, rules)
  if (result.points === null) return [fault('mark-unfit', `：${result.why}`)]
  const problems: Problem[] = []
  const reason = mark.reason.trim()
  if (result.lost > 0 && reason === '')
    problems.push(fault('reason-missing', `扣 ${formatWeight(result.lost)} 分，须写明理由`))
  if (result.lost > 0 && mark.evidence.length === 0)
    problems.push(fault('evidence-missing', `扣 ${formatWeight(result.lost)} 分，须关联佐证`))
  if (result.unproven > 0 && reason === '')
    problems.push(fault('unproven-reason', '有未证实事项，须写明缺少什么材料'))
  return problems
}

/** What a sheet comes to so far: given, lost, unproven and still open, in hundredths; together the full mark of what is asked. */
export type SheetSums = { points: number; lost: number; unproven: number; open: number }

export function sheetSums(
  sheet: ScoreSheet,
  system: Pick<IndicatorSystem, 'levels'>,
  rules: EvaluationRules,
): SheetSums {
  const sums: SheetSums = { points: 0, lost: 0, unproven: 0, open: 0 }
  for (const indicator of indicatorsOf(system)) {
    if (!sheet.asked.includes(indicator.id)) continue
    const mark = sheet.marks[indicator.id]
    const result = mark && markPoints(indicator, mark, rules)
    if (!result || result.points === null) {
      sums.open += indicator.points
      continue
    }
    sums.points += result.points
    sums.lost += result.lost
    sums.unproven += result.unproven
  }
  return sums
}
