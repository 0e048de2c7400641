import { noTicks, type StepCounts, type SurveyContent, surveySteps } from '#domain/evaluation/survey'
import { percentText, ratio } from '#domain/monitoring/ratio'
import type { SheetColumn, SheetMark, SheetRow } from '#ui/Sheet.tsx'

/** Question, the five steps, how many answered, and the share that is satisfied. */
export const tallyColumns: readonly SheetColumn[] = [
  { key: 'question', title: '问题', width: 268 },
  ...surveySteps.map(
    (title, step): SheetColumn => ({ key: `step${step}`, title, width: 80, align: 'right' }),
  ),
  { key: 'answers', title: '有效回答', width: 76, align: 'right', readOnly: true },
  { key: 'rate', title: '满意率', width: 68, align: 'right', readOnly: true },
]

/** A count as a cell holds it: blank is none; undefined for what is no count. */
function countOf(text: string | undefined): number | undefined {
  const plain = (text ?? '').normalize('NFKC').replace(/[\s,份人]/g, '')
  if (plain === '') return 0
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}

function withSums([question = '', ...rest]: readonly string[], satisfied: number): string[] {
  const steps = surveySteps.map((_, step) => rest[step] ?? '')
  const counts = steps.map((text) => countOf(text) ?? 0)
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const good = counts.slice(0, satisfied).reduce((sum, count) => sum + count, 0)
  const rate = ratio(good, answers)
  return [question, ...steps, answers === 0 ? '' : String(answers), rate ? percentText(rate) : '']
}

export function rowsOfTally({ questions, tally }: SurveyContent, satisfied: number): SheetRow[] {
  return questions.map(({ id, text }) => {
    const counts = tally[id]?.map(String) ?? []
    return { id, cells: withSums([text, ...counts], satisfied) }
  })
}

/** Puts a written row in order: the sums that follow from it. */
export function settleTally(cells: readonly string[], satisfied: number): string[] {
  return withSums(cells, satisfied)
}

/** The questions and counts of the rows; what is no count is kept as it was, rows without a text are left out. */
export function tallyOfRows(
  rows: readonly SheetRow[],
  before: Pick<SurveyContent, 'tally'>,
): Pick<SurveyContent, 'questions' | 'tally'> {
  const filled = rows.filter(({ cells }) => (cells[0] ?? '').trim() !== '')
  const entries = filled.map(({ id, cells }): [string, StepCounts] => {
    const old = before.tally[id] ?? noTicks
    const at = (step: number) => countOf(cells[step + 1]) ?? old[step] ?? 0
    return [id, [at(0), at(1), at(2), at(3), at(4)]]
  })
  return {
    questions: filled.map(({ id, cells }) => ({ id, text: (cells[0] ?? '').trim() })),
    tally: Object.fromEntries(entries.filter(([, counts]) => counts.some((count) => count > 0))),
  }
}

export function unreadMark(row: SheetRow, column: string): SheetMark | null {
  const step = tallyColumns.findIndex(({ key }) => key === column)
  if (!column.startsWith('step') || countOf(row.cells[step]) !== undefined) return null
  return { severity: 'error', text: '不是份数；这一格没有保存。请填整数' }
}
