import type { AssessmentExpert, ItemMark } from '#domain/assessments/assessment'
import type { AssessmentDimension, AssessmentItem, AssessmentRules } from '#domain/assessments/rules'
import { type AssessmentScore, markFault, markText, pointsText, readMark } from '#domain/assessments/score'
import type { SheetMark, SheetRow } from '#ui/Sheet.tsx'

/** Columns before those of the experts: 维度、审核要点、分值. */
export const leading = 3

/** Items × experts as the sheet shows them; the mean stands at the end. */
export function rowsOfScores(experts: readonly AssessmentExpert[], score: AssessmentScore): SheetRow[] {
  return score.dimensions.flatMap(({ dimension, items }) =>
    items.map(({ item, mean }) => ({
      id: item.id,
      cells: [
        dimension.name,
        item.text,
        pointsText(item.points),
        ...experts.map(({ marks }) => markText(marks[item.id])),
        mean === null ? '' : pointsText(mean),
      ],
    })),
  )
}

/** What was typed, in the way marks are shown: 4.5 becomes 优 4.50; what cannot be read stays. */
export function settleScores(
  cells: readonly string[],
  changed: readonly number[],
  item: AssessmentItem | undefined,
  rules: AssessmentRules,
): readonly string[] {
  if (!item) return cells
  return cells.map((text, index) => {
    if (!changed.includes(index)) return text
    const mark = readMark(text, item, rules)
    return mark === undefined ? text : markText(mark ?? undefined)
  })
}

/** The experts with the marks of the sheet; who has submitted keeps his. */
export function expertsOfRows(
  experts: readonly AssessmentExpert[],
  columns: readonly string[],
  rows: readonly SheetRow[],
  dimensions: readonly AssessmentDimension[],
  rules: AssessmentRules,
): AssessmentExpert[] {
  const items = new Map(dimensions.flatMap((one) => one.items.map((item) => [item.id, item] as const)))
  return experts.map((expert) => {
    const column = columns.indexOf(expert.id)
    if (expert.submittedOn !== '' || column < 0) return expert
    const marks = rows.flatMap((row): [string, ItemMark][] => {
      const item = items.get(row.id)
      const mark = item && readMark(row.cells[leading + column] ?? '', item, rules)
      return mark ? [[row.id, mark]] : []
    })
    return { ...expert, marks: Object.fromEntries(marks) }
  })
}

/** What cannot be read stands in the sheet alone. */
export function unreadMark(
  text: string,
  item: AssessmentItem | undefined,
  rules: AssessmentRules,
): SheetMark | null {
  if (!item || readMark(text, item, rules) !== undefined) return null
  return { severity: 'error', text: '没有识别，没有保存。请填“优”“良”“中”“差”或分数，如 4.5。' }
}

/** What is wrong with a mark: points are missing, or grade and points differ; null where it is fine. */
export function faultOfCell(
  text: string,
  item: AssessmentItem | undefined,
  rules: AssessmentRules,
): SheetMark | null {
  if (!item) return null
  const mark = readMark(text, item, rules)
  if (!mark) return null
  if (mark.points === null) return { severity: 'warning', text: '已选等级，还没有评分。' }
  const fault = markFault(mark, item, rules)
  return fault === '' ? null : { severity: 'error', text: `${fault}。` }
}
