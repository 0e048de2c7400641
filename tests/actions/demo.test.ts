import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { loadDemo } from '#actions/load-demo'
import { removeDemo } from '#actions/remove-demo'
import { demoCounty } from '#demo/county'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { allBooks } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { db } from '#storage/database'
import { goalRows, goalsOf, previousGoals } from '#storage/goals'
import { by, freshBook, freshDatabase } from '../storage/world.ts'

beforeEach(freshDatabase)

it('makes a county with all kinds, books and states, and each year once', async () => {
  const book = await loadDemo(by)
  expect(book).toMatchObject({ year: 2026, demo: true, name: '演示账套 2026（南江县）' })
  expect((await loadDemo(by)).id).toBe(book.id)
  expect((await allBooks()).map(({ year }) => year)).toEqual([2026, 2025, 2024])
  expect(await sectionsOf(book.id)).toHaveLength(13)
  expect((await unitsOf(book.id)).length).toBeGreaterThan(48)
  const rows = await goalRows(book.id)
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  expect(count('government')).toBe(1)
  expect(count('department')).toBeGreaterThanOrEqual(18)
  expect(count('policy')).toBe(4)
  expect(count('project')).toBeGreaterThanOrEqual(64)
  expect(new Set(rows.map((row) => row.book)).size).toBe(4)
  expect(new Set(rows.map((row) => row.status)).size).toBe(6)
  const withErrors = rows.filter((row) => row.health.errors > 0)
  expect(withErrors.length).toBeGreaterThan(6)
  expect(withErrors.every((row) => row.status === 'draft' || row.status === 'returned')).toBe(true)
})

it('shows last year and the year before for projects that go on', async () => {
  const book = await loadDemo(by)
  const goal = (await goalsOf(book.id)).find(({ name }) => name === '农村公路日常养护')
  const { previous, earlier } = await previousGoals(book, goal?.matchKey ?? '')
  expect([previous?.year, earlier?.year]).toEqual([2025, 2024])
})

it('has findings only where a fault was put, apart from hints', async () => {
  const book = await loadDemo(by)
  const goals = await goalsOf(book.id)
  const plain = goals.filter((goal) => goal.status === 'approved')
  const found = await checkMany(
    book,
    plain.map((goal) => ({ id: goal.id, content: goal })),
  )
  for (const [index, goal] of plain.entries()) {
    const problems = found[index] ?? []
    const errors = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    expect({ name: goal.name, errors }).toEqual({ name: goal.name, errors: [] })
  }
})

it('is the same every time', () => {
  expect(demoCounty(2026)).toEqual(demoCounty(2026))
})

it('is removed without a trace and leaves real books alone', async () => {
  const { book } = await freshBook()
  await loadDemo(by)
  await removeDemo(by)
  expect((await allBooks()).map(({ id }) => id)).toEqual([book.id])
  for (const table of [db.sections, db.units, db.audit]) {
    expect((await table.toArray()).every((record) => record.bookId === book.id)).toBe(true)
  }
  expect(await db.goalRows.count()).toBe(0)
})
