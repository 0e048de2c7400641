import { describe, expect, it } from 'vitest'
import { openedTask } from '#domain/evaluation/open-task'
import { openedSheet } from '#domain/evaluation/score-sheet'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import {
  filterTasks,
  isShownToUnit,
  readTaskFilter,
  rowOfTask,
  sortTasks,
  taskFigures,
} from '../../src-renderer/features/evaluation/task-rows.ts'
import { rules } from '../domain/evaluation/sample.ts'
import { smallMarks, wantedTask } from '../storage/evaluation-world.ts'

const at = '2026-03-01T08:00:00.000Z'

function task(id: string, change: Partial<EvaluationTask> = {}): EvaluationTask {
  const made = { id, systemId: `s-${id}`, bookId: 'b', number: `2026-评-${id}`, at, by: '王晓' }
  return { ...openedTask(wantedTask(), made), ...change }
}

function sheets(of: EvaluationTask, signed: number): KeptSheet[] {
  return of.experts.map((expert, index) => ({
    ...openedSheet(of.system, { ...expert, id: `${of.id}-${index}`, taskId: of.id }),
    marks: smallMarks(4000),
    signedAt: index < signed ? at : '',
    ...{ bookId: 'b', unitId: of.unitId, revision: 1, changedAt: at, changedBy: '王晓' },
  }))
}

const unit = (id: string, name: string, parentId = '') => ({
  ...{ id, bookId: 'b', code: '', name, parentId, sectionId: 'k1', initials: 'xx' },
})
const units = [unit('unit-office', '教育局'), unit('unit-school', '第一小学', 'unit-office')]

describe('the ledger of evaluations', () => {
  it('counts signatures, and shows a total only once the sheets are put together', () => {
    const scoring = task('01', { state: 'scoring' })
    expect(rowOfTask(scoring, sheets(scoring, 3), rules)).toMatchObject({
      signed: 3,
      experts: 3,
      total: null,
    })
    const combining = task('02', { state: 'combining' })
    expect(rowOfTask(combining, sheets(combining, 3), rules)).toMatchObject({
      total: 10_000,
      grade: 'excellent',
    })
    expect(rowOfTask(combining, sheets(combining, 2), rules)).toMatchObject({ total: null, grade: '' })
  })

  it('shows what was locked, whatever the sheets say', () => {
    const frozen = {
      rulesId: 'r',
      rulesVersion: 1,
      aggregation: 'mean' as const,
      points: {},
      total: 8000,
      grade: 'good' as const,
    }
    const concluded = task('03', { state: 'concluded', frozen })
    expect(rowOfTask(concluded, sheets(concluded, 3), rules)).toMatchObject({ total: 8000, grade: 'good' })
  })

  it('filters by state, scope, level, unit with its parent, and search', () => {
    const rows = [
      task('01', { state: 'scoring' }),
      task('02', { level: 'department', name: '供水保障', unitId: 'unit-office' }),
    ].map((each) => rowOfTask(each, [], rules))
    const found = (address: string) =>
      filterTasks(rows, readTaskFilter(new URLSearchParams(address)), units).map(({ id }) => id)
    expect(found('')).toEqual(['01', '02'])
    expect(found('state=scoring')).toEqual(['01'])
    expect(found('state=nonsense')).toEqual(['01', '02'])
    expect(found('level=department')).toEqual(['02'])
    expect(found('unit=unit-office')).toEqual(['01', '02'])
    expect(found('unit=unit-school')).toEqual(['01'])
    expect(found('section=k2')).toEqual([])
    expect(found('search=供水')).toEqual(['02'])
    expect(found('scope=policy')).toEqual([])
  })

  it('sorts by number unless asked otherwise', () => {
    const rows = [task('02', { dueOn: '2026-05-01' }), task('01', { dueOn: '2026-06-30' })].map((each) =>
      rowOfTask(each, [], rules),
    )
    expect(sortTasks(rows, '', false).map(({ id }) => id)).toEqual(['01', '02'])
    expect(sortTasks(rows, 'due', false).map(({ id }) => id)).toEqual(['02', '01'])
    expect(sortTasks(rows, 'due', true).map(({ id }) => id)).toEqual(['01', '02'])
  })

  it('is overdue the day after its day, and counts nothing that was stopped', () => {
    const rows = [
      task('01', { dueOn: '2026-06-30' }),
      task('02', { dueOn: '2026-06-30', state: 'concluded' }),
      task('03', { dueOn: '2026-06-30', state: 'stopped' }),
    ].map((each) => rowOfTask(each, [], rules))
    expect(taskFigures(rows, '2026-06-30')).toEqual({ count: 2, working: 1, concluded: 1, overdue: 0 })
    expect(taskFigures(rows, '2026-07-01').overdue).toBe(1)
  })

  it('is shown to the unit once it is asked', () => {
    const shown = (['preparing', 'scoring', 'combining', 'asked', 'concluded', 'stopped'] as const).filter(
      (state) => isShownToUnit({ state }),
    )
    expect(shown).toEqual(['asked', 'concluded'])
  })
})
