import type { ReportFacts } from '#domain/evaluation/report-texts'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import type { TaskContent } from '#domain/evaluation/task-flow'
import type { RecordSaver } from '#ui/record-saver'

/** What every part of a result is given. */
export type ResultPartProps = {
  saver: RecordSaver<EvaluationTask>
  task: EvaluationTask
  sheets: readonly KeptSheet[]
  facts: ReportFacts
  isOpen: (field: keyof TaskContent) => boolean
}

export const resultParts = {
  scores: '综合得分',
  experts: '专家一致性',
  problems: '问题和建议',
  replies: '征求意见',
  report: '评价报告',
  feedback: '结果反馈',
} as const
export type ResultPart = keyof typeof resultParts
/** What the evaluated unit sees: what it came to, not who gave what. */
const partsForUnit: readonly ResultPart[] = ['scores', 'problems', 'replies']

/** The parts that are there for a task: what is fed back is of a government's budget alone. */
export function shownParts(task: Pick<EvaluationTask, 'kind'>, isUnit: boolean): readonly ResultPart[] {
  if (isUnit) return partsForUnit
  const all = Object.keys(resultParts) as ResultPart[] // the keys of the table
  return all.filter((part) => part !== 'feedback' || task.kind === 'government')
}

export function resultPartOf(text: string | null, shown: readonly ResultPart[]): ResultPart {
  return shown.find((part) => part === text) ?? 'scores'
}
