import type { Migration } from './migration.ts'

/** 双监控: rounds with their forms, what the treasury paid month by month, planned curves, disposals and checks. */
export const monitoring: Migration = {
  version: 4,
  stores: {
    rounds: 'id, [bookId+id]',
    monitorings: 'id, [bookId+roundId+id], goalId',
    executions: 'id, [bookId+goalId+month], [bookId+month+id]',
    executionImports: 'id, [bookId+id]',
    curves: 'id, [bookId+id]',
    disposals: 'id, [bookId+id], goalId',
    spotChecks: 'id, [bookId+id]',
  },
}
