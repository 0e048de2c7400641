import { beforeEach, describe, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { importExecutions } from '#actions/import-executions'
import { matchExecutions } from '#actions/match-executions'
import { openRound } from '#actions/open-round'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { undoExecutionImport } from '#actions/undo-execution-import'
import type { Goal } from '#domain/goals/goal'
import { fundTotal } from '#domain/monitoring/monitoring'
import type { YearBook } from '#domain/year-book'
import { db } from '#storage/database'
import { executionImportsOf, executionsOf, executionsOfGoal, treasuryAt } from '#storage/executions'
import { monitoringsOf } from '#storage/monitorings'
import { wantedRound } from '../storage/monitoring-world.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'
import { importedRows, plannedOf } from './execution-world.ts'

let book: YearBook
let goal: Goal
let unitName: string
const treasurer = acting('treasury')

beforeEach(async () => {
  await freshDatabase()
  const made = await freshBook()
  book = made.book
  const [, unit] = made.units
  unitName = unit.name
  const content = soundContent(unit.id, '营养改善计划')
  const id = await createGoal(book.id, unit.id, content.kind, content.book, by)
  goal = { ...(await saveGoalDraft(id, 1, content, by)), status: 'approved' }
  await db.goals.put(goal)
})

const meals = () => ({ name: '营养改善计划', unitName, year: book.year })
const other = () => ({ name: '公用经费', unitName, year: book.year, stated: 70_000 })

describe('an import of the treasury', () => {
  it('is one transaction, one record and one entry of the trail', async () => {
    const record = await importedRows(book, [meals(), other()], treasurer)
    expect(record).toMatchObject({
      months: [7],
      matched: 1,
      unmatched: 1,
      paid: 570_000,
      read: 2,
      replaced: [],
    })
    expect(await executionsOf(book.id)).toHaveLength(2)
    expect(await executionsOfGoal(book.id, goal.id)).toMatchObject([{ paid: 500_000, importId: record.id }])
    const entries = await db.audit.where('bookId').equals(book.id).toArray()
    const entry = entries.at(-1)
    expect(entry).toMatchObject({ action: 'import-executions', duty: 'treasury', subjectIds: [record.id] })
    expect(entry?.summary).toContain('新增 2 行')
  })

  it('that says nothing new writes nothing', async () => {
    await importedRows(book, [meals()], treasurer)
    await expect(importedRows(book, [meals()], treasurer)).rejects.toMatchObject({ code: 'nothing-changed' })
    expect(await executionImportsOf(book.id)).toHaveLength(1)
  })

  it('is refused whole where the book moved since the preview', async () => {
    const { writes } = await plannedOf(book, [meals(), other()])
    await importedRows(book, [{ ...meals(), stated: 1 }], treasurer)
    const late = importExecutions(book.id, { writes, files: [], read: 2 }, treasurer)
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await executionsOf(book.id)).toMatchObject([{ stated: 1 }])
  })
})

describe('taking an import back', () => {
  it('leaves the rows as they were before', async () => {
    await importedRows(book, [meals()], treasurer)
    const before = await executionsOf(book.id)
    const second = await importedRows(
      book,
      [
        { ...meals(), stated: 600_000 },
        { ...meals(), month: 8 },
      ],
      treasurer,
    )
    expect(second).toMatchObject({ months: [7, 8], added: [expect.any(String)], replaced: before })
    await undoExecutionImport(second.id, treasurer)
    expect(await executionsOf(book.id)).toEqual(before)
    expect(await executionImportsOf(book.id)).toMatchObject([
      { undoneAt: expect.stringMatching(/./) },
      { undoneAt: '' },
    ])
  })

  it('is done once, and not beneath a later import', async () => {
    const first = await importedRows(book, [meals(), other()], treasurer)
    const second = await importedRows(book, [{ ...meals(), stated: 600_000 }], treasurer)
    await expect(undoExecutionImport(first.id, treasurer)).rejects.toMatchObject({
      code: 'undo-impossible',
      cause: ['营养改善计划'],
    })
    await undoExecutionImport(second.id, treasurer)
    await expect(undoExecutionImport(second.id, treasurer)).rejects.toMatchObject({ code: 'undo-impossible' })
    await undoExecutionImport(first.id, treasurer)
    expect(await executionsOf(book.id)).toEqual([])
  })
})

describe('a line matched by hand', () => {
  it('counts for its goal in every month, and is remembered', async () => {
    await importedRows(book, [other(), { ...other(), month: 8 }], treasurer)
    const [row] = await executionsOf(book.id)
    await matchExecutions(book.id, new Map([[row?.line ?? '', goal.id]]), treasurer)
    expect(await executionsOfGoal(book.id, goal.id)).toMatchObject([{ way: 'hand' }, { way: 'hand' }])
    const { rows } = await plannedOf(book, [{ ...other(), month: 9 }])
    expect(rows).toMatchObject([{ state: 'matched', goalId: goal.id }])
  })

  it('may belong to none, which is remembered too', async () => {
    await importedRows(book, [meals()], treasurer)
    const [row] = await executionsOf(book.id)
    await matchExecutions(book.id, new Map([[row?.line ?? '', '']]), treasurer)
    expect(await treasuryAt(book.id, 7)).toEqual(new Map([['', expect.anything()]]))
    const { rows } = await plannedOf(book, [{ ...meals(), month: 8 }])
    expect(rows).toMatchObject([{ state: 'unmatched', goalId: '' }])
  })

  it('needs a goal of the book and a line that is there', async () => {
    await importedRows(book, [other()], treasurer)
    const [row] = await executionsOf(book.id)
    for (const [line, goalId] of [
      [row?.line ?? '', 'elsewhere'],
      ['code:NONE', goal.id],
    ] as const)
      await expect(matchExecutions(book.id, new Map([[line, goalId]]), treasurer)).rejects.toMatchObject({
        code: 'not-found',
      })
  })
})

it('fills 执行数 of the forms of a round of that month, and of no other', async () => {
  await importedRows(book, [{ ...meals(), month: wantedRound.month, stated: 123_400 }], treasurer)
  const { round } = await openRound(book.id, wantedRound, by)
  const [form] = await monitoringsOf(book.id, round.id)
  expect(form && fundTotal(form.funds).paid).toBe(123_400)
  const earlier = { ...wantedRound, name: '另一轮', month: wantedRound.month + 1 }
  const { round: second } = await openRound(book.id, earlier, by)
  const [later] = await monitoringsOf(book.id, second.id)
  expect(later && fundTotal(later.funds).paid).toBeNull()
})
