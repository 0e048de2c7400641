import { expect, it } from 'vitest'
import { type Progress, stepRules } from '#domain/home/year-steps'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { unitsOf } from '#storage/base-data'
import { allBooks } from '#storage/books'
import { freshCoverage } from '#storage/coverage-map'
import { db } from '#storage/database'
import { disposalsOf } from '#storage/disposals'
import { deadlinesOf } from '#storage/home-deadlines'
import { booksAround, homeYearOf } from '#storage/home-year'
import { selfEvaluationDue } from '#storage/self-evaluation-due'
import { noPause } from '#storage/slices'
import { demoWorld } from './demo-world.ts'
import { acting, by } from './world.ts'

const today = '2026-11-26'

async function demo(): Promise<{ book: YearBook; around: YearBook[] }> {
  const book = await demoWorld()
  return { book, around: booksAround(book, await allBooks()) }
}

function deadlines({ book, around }: { book: YearBook; around: YearBook[] }, actor: Actor, day = today) {
  return deadlinesOf(around, book.year, actor, day)
}

it('shows a unit its own deadlines alone, and each with the book of its record', async () => {
  const world = await demo()
  const [disposal] = (await disposalsOf(world.book.id)).filter(({ state }) => state === 'issued')
  const unit = (await unitsOf(world.book.id)).find(({ id }) => id === disposal?.unitId)
  const own = await deadlines(world, acting('unit', unit?.code ?? ''), '2099-01-01')
  expect(own).toContainEqual(
    expect.objectContaining({ kind: 'disposal', id: disposal?.id, standing: 'late' }),
  )
  const codes = new Map((await db.units.toArray()).map(({ id, code }) => [id, code]))
  const mine = (await unitsOf(world.book.id))
    .filter(({ parentId }) => parentId === unit?.id)
    .map(({ code }) => code)
  for (const { unitId } of own.filter((each) => each.unitId !== ''))
    expect([unit?.code, ...mine]).toContain(codes.get(unitId))
  expect(own.map(({ kind }) => kind)).not.toContain('work')
  for (const { book, kind, id } of own.filter((each) => each.kind === 'disposal'))
    expect((await db.disposals.get(id))?.bookId, `${kind} ${id}`).toBe(book.id)
  const all = await deadlines(world, by, '2099-01-01')
  expect(all.length).toBeGreaterThan(own.length)
})

it('lists a round that nobody issued for those who look after the year’s plan, and for no unit', async () => {
  const world = await demo()
  const planned = expect.objectContaining({ kind: 'round', what: '还没有布置', standing: 'late' })
  expect(await deadlines(world, by)).toContainEqual(planned)
  expect(await deadlines(world, acting('leader'))).toContainEqual(planned)
  const [unit] = await unitsOf(world.book.id)
  expect(await deadlines(world, acting('unit', unit?.code ?? ''))).not.toContainEqual(planned)
})

function dueOf(progress: Progress | undefined): number {
  if (!progress || progress === 'counting') throw new Error('nothing is known of it')
  return progress.due
}

it('has the state of each step from the book of its year, as far as the duty reaches', async () => {
  const { book, around } = await demo()
  const before = await homeYearOf(book, around, by, today)
  expect(before.steps).toHaveLength(stepRules.length + 2)
  expect(before.steps.find(({ id }) => id === 'self')).toMatchObject({
    progress: 'counting',
    book: { year: 2025 },
  })
  expect(before.steps.find(({ id }) => id === 'goal')?.book).toBeNull()
  const last = around.find(({ year }) => year === 2025)
  if (!last) throw new Error('the demo has last year’s book')
  await freshCoverage(last, 2026, noPause)
  const after = await homeYearOf(book, around, by, today)
  const self = after.steps.find(({ id }) => id === 'self')
  expect(dueOf(self?.progress)).toBeGreaterThan(100)
  const [unit] = await unitsOf(book.id)
  const own = await homeYearOf(book, around, acting('unit', unit?.code ?? ''), today)
  const part = own.steps.find(({ id }) => id === 'self')?.progress
  expect(dueOf(part)).toBeLessThan(dueOf(self?.progress))
})

it('has self-evaluations due on the day of the work plan of the next year, else on the shipped plan’s', async () => {
  const { book, around } = await demo()
  const last = around.find(({ year }) => year === 2025)
  if (!last) throw new Error('the demo has last year’s book')
  const day = (await homeYearOf(book, around, by, today)).steps.find(({ id }) => id === 'self')?.dueOn
  expect(await selfEvaluationDue(last)).toBe(day)
  await db.workItems
    .filter(({ templateId }) => templateId === 'self-evaluation')
    .modify({ dueOn: '2026-04-20' })
  expect(await selfEvaluationDue(last)).toBe('2026-04-20')
  expect(await selfEvaluationDue(book)).toBe('2027-03-31')
})
