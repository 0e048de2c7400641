import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import type { Section, Unit } from '#domain/year-book'
import type { RecordSaver } from '#ui/record-saver'

/** What every part of a task's document is given. */
export type TaskPartProps = {
  saver: RecordSaver<EvaluationTask>
  task: EvaluationTask
  sheets: readonly KeptSheet[]
  units: readonly Unit[]
  sections: readonly Section[]
}

export const taskParts = { basics: '基本情况', system: '指标体系', materials: '材料' } as const
export type TaskPart = keyof typeof taskParts
