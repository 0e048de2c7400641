import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { loadDemo } from '#actions/load-demo'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { lineOfMonitoring } from '#domain/monitoring/line'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { db } from '#storage/database'
import { monitoringLines, openMonitoringLines } from '#storage/monitoring-lines'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { selfEvaluationLines } from '#storage/self-evaluation-lines'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'
import { acting, by, freshDatabase } from './world.ts'

let book: YearBook
let roundId = ''
beforeEach(async () => {
  await freshDatabase()
  book = await loadDemo(by)
  roundId = (await roundsOf(book.id))[0]?.id ?? ''
}, 60_000)

/** What the forms themselves say. */
async function fromForms() {
  return (await monitoringsOf(book.id, roundId)).map((form) => lineOfMonitoring(form, rulesOf(book)))
}

it('a list says of every form what the form says, in the order they were opened', async () => {
  expect(await monitoringLines(book, roundId)).toEqual(await fromForms())
  expect((await openMonitoringLines(book)).length).toBe((await fromForms()).length)
  const last = await db.books.where('year').equals(2025).first()
  if (!last) throw new Error('the demo has last year')
  const lines = await selfEvaluationLines(last)
  expect(lines.map(({ id, state }) => [id, state])).toEqual(
    (await selfEvaluationsOf(last.id)).map(({ id, state }) => [id, state]),
  )
})

it('follows what was written, form by form, and reads no other', async () => {
  const before = await monitoringLines(book, roundId)
  const waiting = before.find(({ state }) => state === 'submitted')
  if (!waiting) throw new Error('the demo has a form that waits')
  const seen = [{ id: waiting.id, seenRevision: waiting.revision }]
  await takeMonitoringStep(seen, { id: 'pass-monitoring', opinion: '' }, acting('spending'))
  const after = await monitoringLines(book, roundId)
  expect(after).toEqual(await fromForms())
  expect(after.find(({ id }) => id === waiting.id)?.state).toBe('passed')
  // What did not change is the very line that was there.
  const others = before.filter(({ id }) => id !== waiting.id)
  expect(after.filter(({ id }) => id !== waiting.id).every((line) => others.includes(line))).toBe(true)
})

it('takes what was removed out, and what is new in', async () => {
  await monitoringLines(book, roundId)
  const [first] = await monitoringsOf(book.id, roundId)
  if (!first) throw new Error('the demo has forms')
  await write(
    newStamp(by),
    { action: 'load-demo', bookId: book.id, summary: '试' },
    ['monitorings'],
    async (writer) => {
      await writer.remove('monitorings', [first.id])
      await writer.put('monitorings', [{ ...first, id: `${first.id}-x`, name: '后来的' }])
    },
  )
  const lines = await monitoringLines(book, roundId)
  expect(lines.map(({ id }) => id)).not.toContain(first.id)
  expect(lines.find(({ id }) => id === `${first.id}-x`)?.name).toBe('后来的')
  expect(lines.length).toBe((await fromForms()).length)
})

it('reads everything again where the trail does not follow on', async () => {
  await monitoringLines(book, roundId)
  const [first] = await monitoringsOf(book.id, roundId)
  const head = await db.auditHeads.get(book.id)
  if (!first || !head) throw new Error('the demo has forms and a trail')
  await db.monitorings.put({ ...first, name: '恢复来的' })
  await db.auditHeads.put({ ...head, hash: 'a'.repeat(64) })
  const lines = await monitoringLines(book, roundId)
  expect(lines.find(({ id }) => id === first.id)?.name).toBe('恢复来的')
})

it('another rule pack makes other lines', async () => {
  const { ownRules: _own, ...bare } = book
  const strict = { ...bare, rulesId: 'frame-2015' }
  const lines = await monitoringLines(strict, roundId)
  expect(lines).toEqual(
    (await monitoringsOf(book.id, roundId)).map((form) => lineOfMonitoring(form, rulesOf(strict))),
  )
})
