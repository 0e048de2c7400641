import type { Migration } from './migration.ts'

/** 事后绩效评价: self-evaluations, the year's plan, indicator systems, tasks with their score sheets, and surveys. */
export const evaluation: Migration = {
  version: 7,
  stores: {
    selfEvaluations: 'id, [bookId+id], goalId',
    evaluationPlans: 'id, [bookId+id]',
    indicatorSystems: 'id, [bookId+id]',
    evaluationTasks: 'id, [bookId+id], goalId',
    scoreSheets: 'id, [bookId+taskId+id]',
    surveys: 'id, [bookId+id]',
  },
}
