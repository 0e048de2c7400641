import { beforeEach, expect, it } from 'vitest'
import { freezeDashboard } from '#actions/freeze-dashboard'
import { compareBoards } from '#domain/dashboard/compare'
import { keepBoard, keptIndex } from '#storage/board-cache'
import { makeBoard } from '#storage/board-make'
import { stateOf } from '#storage/board-state'
import { boardIndexOf, snapshotById, snapshotsOf } from '#storage/dashboard'
import { db } from '#storage/database'
import { shownBoard } from '../storage/dashboard-world.ts'
import { demoWorld } from '../storage/demo-world.ts'
import { acting, by, freshBook, freshDatabase } from '../storage/world.ts'

beforeEach(freshDatabase)

async function demoBook() {
  await demoWorld()
  const book = await db.books.where('year').equals(2026).first()
  if (!book) throw new Error('the demo has a book of 2026')
  return book
}

it('adds up, in the demo, to the sums of the raw rows of the ledger', async () => {
  const book = await demoBook()
  const { board, lines } = await shownBoard(book, by, 10)
  const rows = await db.executions.filter(({ bookId }) => bookId === book.id).toArray()
  const newest = new Map<string, { month: number; paid: number }>()
  for (const { line, source, month, paid } of rows) {
    const key = `${line}|${source}`
    if (month <= 10 && month >= (newest.get(key)?.month ?? 0)) newest.set(key, { month, paid: paid ?? 0 })
  }
  const paid = [...newest.values()].reduce((sum, row) => sum + row.paid, 0)
  expect(rows.length).toBeGreaterThan(0)
  expect(board).toMatchObject({ source: 'treasury', hasLastYear: true })
  expect(board.figures.paid).toBe(paid)
  expect(lines.reduce((sum, line) => sum + line.paid, 0)).toBe(paid)
  expect(board.figures.lastYear).toBeGreaterThan(0)
  const colours = Object.values(board.lights).flatMap((counts) => [counts.red > 0, counts.yellow > 0])
  expect(colours).toContain(true)
})

it('shows a duty only what it reaches', async () => {
  const book = await demoBook()
  const whole = await boardIndexOf(book, by)
  const unit = whole.units.find(({ parentId }) => parentId !== '')
  const own = await boardIndexOf(book, acting('unit', unit?.code))
  expect(own.items.length).toBeLessThan(whole.items.length)
  expect(own.items.every(({ unitId }) => unitId === unit?.id)).toBe(true)
})

it('is worked out anew once something was written, and only then', async () => {
  const book = await demoBook()
  const first = await boardIndexOf(book, by)
  expect(await boardIndexOf(book, by)).toBe(first)
  await freezeDashboard(book.id, await shownBoard(book, by), by)
  expect(await boardIndexOf(book, by)).not.toBe(first)
})

it('keeps a frozen board as it was, and says what changed since', async () => {
  const { book } = await freshBook()
  const shown = await shownBoard(book, by)
  const { id } = await freezeDashboard(book.id, shown, by)
  const frozen = await snapshotById(id)
  expect(frozen?.board).toEqual(shown.board)
  expect((await snapshotsOf(book.id)).map((each) => each.name)).toEqual(['1—10 月看板'])
  const later = { ...shown.board, figures: { ...shown.board.figures, paid: 500 } }
  const changed = compareBoards(shown.board, later).filter(({ change }) => change !== null && change !== 0)
  expect(changed).toEqual([{ id: 'paid', name: '支出', unit: 'money', before: 0, after: 500, change: 500 }])
})

it('asks a frozen board for its name', async () => {
  const { book } = await freshBook()
  const shown = await shownBoard(book, by)
  await expect(freezeDashboard(book.id, { ...shown, name: ' ' }, by)).rejects.toMatchObject({
    code: 'entry-faulty',
  })
  expect(await db.snapshots.count()).toBe(0)
})

it('takes a kept board only for the very state it was made of', async () => {
  const book = await demoBook()
  const state = await stateOf(book)
  const made = await makeBoard(book, state, null)
  await keepBoard(made, async () => [book.id])
  expect(await keptIndex(state)).toEqual(made.index)
  await freezeDashboard(book.id, await shownBoard(book, by), by)
  expect(await keptIndex(await stateOf(book))).toBeNull()
})
