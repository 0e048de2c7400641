import { beforeEach, expect, it, vi } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { loadDemo } from '#actions/load-demo'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import type { Round } from '#domain/monitoring/round'
import type { YearBook } from '#domain/year-book'
import { unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { keptLines } from '#storage/line-cache'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { screenedLinesOf } from '#storage/screening'
import { screenedAside } from '#storage/screening-aside'
import { acting, by, freshDatabase } from './world.ts'

let [book, round]: [YearBook, Round] = [{} as YearBook, {} as Round] // made before each test
const onFormer = vi.fn()

beforeEach(async () => {
  await freshDatabase()
  onFormer.mockReset()
  book = await loadDemo(by)
  const [first] = await roundsOf(book.id)
  if (!first) throw new Error('the demo has a round')
  round = first
}, 60_000)

async function screenedAndKept() {
  const lines = await screenedAside(round, book, onFormer)
  await vi.waitUntil(async () => (await keptLines(`screening ${round.id}`, `1 ${book.rulesId}`)) !== null)
  return lines
}

it('is what the round itself says, and nothing former is shown the first time', async () => {
  expect(await screenedAndKept()).toEqual(await screenedLinesOf(round, book))
  expect(onFormer).not.toHaveBeenCalled()
})

it('is read as it was kept while nothing was written that it follows from', async () => {
  const first = await screenedAndKept()
  const [unit] = await unitsOf(book.id)
  await createGoal(book.id, unit?.id ?? '', 'project', 'general', by)
  // Behind the trail's back: who read the forms again would miss it.
  await db.monitorings.clear()
  expect(await screenedAside(round, book, onFormer)).toEqual(first)
  expect(onFormer).not.toHaveBeenCalled()
})

it('is worked out anew after a form changed, with what it was shown in between', async () => {
  const first = await screenedAndKept()
  const waiting = (await monitoringsOf(book.id, round.id)).find(({ state }) => state === 'submitted')
  if (!waiting) throw new Error('the demo has a form that waits')
  const seen = [{ id: waiting.id, seenRevision: waiting.revision }]
  await takeMonitoringStep(seen, { id: 'return-monitoring', opinion: '请重填' }, acting('spending'))
  const after = await screenedAside(round, book, onFormer)
  expect(onFormer).toHaveBeenCalledExactlyOnceWith(first)
  expect(after.map(({ id }) => id)).not.toContain(waiting.id)
  expect(after).toEqual(await screenedLinesOf(round, book))
})

it('is worked out anew where the trail is another one', async () => {
  await screenedAndKept()
  await db.auditHeads.update(book.id, { hash: 'f'.repeat(64) })
  await screenedAside(round, book, onFormer)
  expect(onFormer).toHaveBeenCalledOnce()
})
