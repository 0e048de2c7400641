import { beforeEach, expect, it } from 'vitest'
import { setRoundState } from '#actions/close-round'
import { disposalsOf } from '#storage/disposals'
import { goalRows } from '#storage/goals'
import { roundsOf } from '#storage/monitorings'
import { openWorkOf } from '#storage/open-work'
import { demoWorld } from './demo-world.ts'
import { by, freshBook, freshDatabase } from './world.ts'

beforeEach(freshDatabase)

it('finds nothing open in a book in which nothing was begun', async () => {
  const { book } = await freshBook()
  expect(await openWorkOf(book.id)).toEqual([])
})

it('names what of the demo year is not finished, and where; what is finished does not stand there', async () => {
  const book = await demoWorld()
  const open = await openWorkOf(book.id)
  const of = (path: string) => open.find((each) => each.path === path)?.count ?? 0
  const goals = await goalRows(book.id)
  const ended = goals.filter(({ status }) => status === 'approved' || status === 'rejected')
  expect(of('/goals')).toBe(goals.length - ended.length)
  const disposals = await disposalsOf(book.id)
  expect(of('/disposals')).toBe(
    disposals.filter(({ state }) => state !== 'closed' && state !== 'dropped').length,
  )
  expect(of('/disposals')).toBeGreaterThan(0)
  const rounds = (await roundsOf(book.id)).filter(({ state }) => state === 'open')
  expect(of('/monitoring/plan')).toBe(rounds.length)
  for (const { id } of rounds) await setRoundState(id, 'closed', by)
  expect((await openWorkOf(book.id)).map(({ path }) => path)).not.toContain('/monitoring/plan')
})
