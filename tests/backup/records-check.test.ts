import './host.ts'
import { beforeEach, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { readListed, verifyFile } from '#backup/open'
import { recordCount, recordsCheck } from '#backup/records-check'
import { takeBackup } from '#backup/take'
import { db } from '#storage/database'
import { noPause } from '#storage/slices'
import { wholeCheck } from '#storage/store-check'
import { demoWorld } from '../storage/demo-world.ts'
import { by, freshBook, freshDatabase } from '../storage/world.ts'
import { host } from './host.ts'

beforeEach(async () => {
  host.renew()
  await freshDatabase()
})

async function aGoal(): Promise<string> {
  const { book, units } = await freshBook()
  return createGoal(book.id, units[1].id, 'project', 'general', by)
}

it('finds nothing in the demo, and has looked at every record', { timeout: 60_000 }, async () => {
  await demoWorld()
  const count = await recordCount()
  let told = 0
  expect(
    await recordsCheck(noPause, (done) => {
      told = done
    }),
  ).toEqual({ checked: count, faulty: 0, shown: [] })
  expect(told).toBe(count)
  expect(count).toBeGreaterThan(1000)
})

it.each([
  ['an amount with a fraction', { total: 12.5 }, 'total', false],
  ['a field that is gone', { indicators: undefined }, 'indicators', true],
  ['a state that is none', { status: 'lost' }, 'status', false],
])('names the goal that has %s, its place and its book', async (_what, change, place, isMissing) => {
  const id = await aGoal()
  const goal = await db.goals.get(id)
  if (!goal) throw new Error('the goal is there')
  // The raw store, as a fault of the disk or a foreign hand would leave it.
  await db.table('goals').put({ ...goal, name: '村道养护', ...change })
  const { faulty, shown } = await recordsCheck(noPause)
  expect(faulty).toBe(1)
  expect(shown).toEqual([{ table: 'goals', id, name: '村道养护', bookId: goal.bookId, place, isMissing }])
})

it('names what lies within a list by its number', async () => {
  await demoWorld()
  const goal = (await db.goals.toArray()).find(({ indicators }) => indicators.length > 2)
  if (!goal) throw new Error('the demo has indicators')
  const indicators = goal.indicators.map((each, index) => (index === 2 ? { ...each, weight: 'zehn' } : each))
  await db.table('goals').put({ ...goal, indicators })
  expect((await recordsCheck(noPause)).shown.map(({ place }) => place)).toEqual(['indicators.2.weight'])
})

it('goes on behind a whole step of records, and counts more than it lists', async () => {
  const id = await aGoal()
  const goal = await db.goals.get(id)
  // 601 is more than one step, and more than are listed.
  const many = Array.from({ length: 601 }, (_, index) => ({ ...goal, id: `x${index}`, total: 0.5 }))
  await db.table('goals').bulkPut(many)
  const { faulty, shown, checked } = await recordsCheck(noPause)
  expect([faulty, shown.length, checked]).toEqual([601, 500, await recordCount()])
})

it('stops when it is told to, having changed nothing', async () => {
  await aGoal()
  const stop = new Error('stopped')
  await expect(recordsCheck(() => Promise.reject(stop))).rejects.toBe(stop)
  await expect(wholeCheck(() => Promise.reject(stop))).rejects.toBe(stop)
})

it('a backup says which of its records were not in order, and is good all the same', async () => {
  const id = await aGoal()
  await db.table('goals').put({ ...(await db.goals.get(id)), name: '村道养护', status: 'lost' })
  const { name } = await takeBackup('manual')
  const { faults, records } = await verifyFile(await readListed(name, 'own'), '')
  expect(faults).toEqual([])
  expect(records.shown.map((each) => [each.name, each.place])).toEqual([['村道养护', 'status']])
})

it('a row of the ledger that does not follow from its goal is told', async () => {
  const id = await aGoal()
  expect((await wholeCheck()).faults).toEqual([])
  await db.goalRows.update(id, { name: '另一个名称' })
  expect((await wholeCheck()).faults).toMatchObject([{ kind: 'rows', goals: 1, rows: 0 }])
  await db.goalRows.delete(id)
  expect((await wholeCheck()).faults).toMatchObject([{ kind: 'rows', goals: 1, rows: 0 }])
})
