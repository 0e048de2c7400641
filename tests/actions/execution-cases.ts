import { freezeDashboard } from '#actions/freeze-dashboard'
import { importExecutions } from '#actions/import-executions'
import { matchExecutions } from '#actions/match-executions'
import { saveCurve } from '#actions/save-curve'
import { undoExecutionImport } from '#actions/undo-execution-import'
import { db } from '#storage/database'
import { onceAt } from '../domain/execution/once-at.ts'
import { shownBoard } from '../storage/dashboard-world.ts'
import { by } from '../storage/world.ts'
import { type Cases, draftWorld } from './action-case.ts'
import { importedRows, plannedOf } from './execution-world.ts'

/** Every write of 预算执行, of the plans of use and of 看板. */
export const executionCases = {
  'import-executions': async () => {
    const { book } = await draftWorld()
    const { writes } = await plannedOf(book, [{ year: book.year }])
    return (actor) => importExecutions(book.id, { writes, files: [], read: 1 }, actor)
  },
  'undo-execution-import': async () => {
    const { book } = await draftWorld()
    const record = await importedRows(book, [{ year: book.year }], by)
    return (actor) => undoExecutionImport(record.id, actor)
  },
  'match-executions': async () => {
    const { book, goal } = await draftWorld()
    const { added } = await importedRows(book, [{ year: book.year }], by)
    const [row] = await db.executions.bulkGet(added)
    return (actor) => matchExecutions(book.id, new Map([[row?.line ?? '', goal.id]]), actor)
  },
  'save-curve': async () => {
    const { goal } = await draftWorld()
    const wanted = { template: 'once', points: onceAt(9), reason: '合同约定' } as const
    return (actor) => saveCurve(goal.id, 0, wanted, actor)
  },
  'freeze-dashboard': async () => {
    const { book } = await draftWorld()
    const shown = await shownBoard(book, by)
    return (actor) => freezeDashboard(book.id, shown, actor)
  },
} satisfies Cases
