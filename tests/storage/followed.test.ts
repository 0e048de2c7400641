import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { db } from '#storage/database'
import { keepRows, keptRows } from '#storage/followed-cache'
import { followedForms } from '#storage/followed-tables'
import { noPause } from '#storage/slices'
import { by, freshBook, freshDatabase } from './world.ts'

beforeEach(freshDatabase)

it('keeps rows in parts under their shape and end, and lets those of erased books go', async () => {
  const { book } = await freshBook()
  const rows = Array.from({ length: 4500 }, (_, index) => ({ id: String(index), bookId: book.id }))
  const end = { number: 7, hash: 'h' }
  await keepRows('monitorings', book.id, { shape: 1, end, rows })
  await keepRows('monitorings', 'gone', { shape: 1, end, rows: rows.slice(0, 3) })
  expect(await keptRows('monitorings', book.id, 1, noPause)).toEqual({ end, rows })
  expect(await keptRows('monitorings', book.id, 2, noPause)).toBeNull()
  await keepRows('monitorings', book.id, { shape: 1, end, rows: rows.slice(0, 2500) })
  expect((await keptRows('monitorings', book.id, 1, noPause))?.rows).toHaveLength(2500)
  expect(await keptRows('monitorings', 'gone', 1, noPause)).toBeNull()
})

it('takes what was kept of a large table only while nothing came or went without the trail', async () => {
  const { book, units } = await freshBook()
  const form = { bookId: book.id, roundId: 'r', goalId: 'g', unitId: 'u', state: 'draft', heldSince: '' }
  const forms = Array.from({ length: 3 }, (_, index) => ({ ...form, id: `f${index}` }))
  await db.monitorings.bulkAdd(forms as never[]) // what is not looked at is left out
  const head = await db.auditHeads.get(book.id)
  const end = { number: head?.number ?? 0, hash: head?.hash ?? '' }
  const kept = forms.map(({ id, bookId, roundId, unitId, heldSince }) => ({
    ...{ id, bookId, roundId, unitId, heldSince },
    state: 'submitted',
  }))
  await keepRows('monitorings', book.id, { shape: 1, end, rows: kept })
  expect([...(await followedForms(book.id, noPause)).values()].map(({ state }) => state)).toEqual([
    'submitted',
    'submitted',
    'submitted',
  ])
  // From there the trail is followed: something else was written, and no form changed.
  await createGoal(book.id, units[1].id, 'project', 'general', by)
  expect((await followedForms(book.id, noPause)).size).toBe(3)

  const other = await freshBook()
  await keepRows('monitorings', other.book.id, {
    shape: 1,
    end: { number: 1, hash: 'of another trail' },
    rows: kept,
  })
  expect((await followedForms(other.book.id, noPause)).size).toBe(0)
})
