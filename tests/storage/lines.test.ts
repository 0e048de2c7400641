import { liveQuery } from 'dexie'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { loadDemo } from '#actions/load-demo'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import type { Disclosure } from '#domain/disclosures/disclosure'
import { lineOfMonitoring } from '#domain/monitoring/line'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { disclosureLines } from '#storage/disclosure-lines'
import { goalLines } from '#storage/goal-lines'
import { keepLines, keptLines } from '#storage/line-cache'
import { byIndex } from '#storage/line-reading'
import { linesIn } from '#storage/lines'
import { monitoringLines, monitoringLinesIn } from '#storage/monitoring-lines'
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
})

/** What the forms themselves say. */
async function fromForms() {
  return (await monitoringsOf(book.id, roundId)).map((form) => lineOfMonitoring(form, rulesOf(book)))
}

it('a list says of every form what the form says, in the order they were opened', async () => {
  expect(await monitoringLines(book.id, roundId)).toEqual(await fromForms())
  expect((await monitoringLinesIn(book.id)).length).toBe((await fromForms()).length)
  const last = await db.books.where('year').equals(2025).first()
  if (!last) throw new Error('the demo has last year')
  const lines = await selfEvaluationLines(last.id)
  expect(lines.map(({ id, state }) => [id, state])).toEqual(
    (await selfEvaluationsOf(last.id)).map(({ id, state }) => [id, state]),
  )
})

it('follows what was written, form by form, and reads no other', async () => {
  const before = await monitoringLines(book.id, roundId)
  const waiting = before.find(({ state }) => state === 'submitted')
  if (!waiting) throw new Error('the demo has a form that waits')
  const seen = [{ id: waiting.id, seenRevision: waiting.revision }]
  await takeMonitoringStep(seen, { id: 'pass-monitoring', opinion: '' }, acting('spending'))
  const after = await monitoringLines(book.id, roundId)
  expect(after).toEqual(await fromForms())
  expect(after.find(({ id }) => id === waiting.id)?.state).toBe('passed')
  // What did not change is the very line that was there.
  const others = before.filter(({ id }) => id !== waiting.id)
  expect(after.filter(({ id }) => id !== waiting.id).every((line) => others.includes(line))).toBe(true)
})

it('takes what was removed out, and what is new in', async () => {
  await monitoringLines(book.id, roundId)
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
  const lines = await monitoringLines(book.id, roundId)
  expect(lines.map(({ id }) => id)).not.toContain(first.id)
  expect(lines.find(({ id }) => id === `${first.id}-x`)?.name).toBe('后来的')
  expect(lines.length).toBe((await fromForms()).length)
})

it('reads everything again where the trail does not follow on', async () => {
  await monitoringLines(book.id, roundId)
  const [first] = await monitoringsOf(book.id, roundId)
  const head = await db.auditHeads.get(book.id)
  if (!first || !head) throw new Error('the demo has forms and a trail')
  await db.monitorings.put({ ...first, name: '恢复来的' })
  await db.auditHeads.put({ ...head, hash: 'a'.repeat(64) })
  const lines = await monitoringLines(book.id, roundId)
  expect(lines.find(({ id }) => id === first.id)?.name).toBe('恢复来的')
})

it('another rule pack makes other lines', async () => {
  await monitoringLines(book.id, roundId)
  const { ownRules: _own, ...bare } = book
  const strict = { ...bare, rulesId: 'frame-2015' }
  // Without an entry of the trail: the rules alone tell it.
  await db.books.put(strict)
  expect(await monitoringLines(book.id, roundId)).toEqual(
    (await monitoringsOf(book.id, roundId)).map((form) => lineOfMonitoring(form, rulesOf(strict))),
  )
})

it('gives the same array while nothing was written in the table', async () => {
  const before = await goalLines(book.id)
  await createDraft()
  const grown = await goalLines(book.id)
  expect(grown).toHaveLength(before.length + 1)
  expect(await goalLines(book.id)).toBe(grown)
  expect(before).toHaveLength(grown.length - 1)
})

it('stands in order also where what is new belongs further ahead', async () => {
  const before = await disclosureLines(book.id)
  const [first, second] = before
  const record = await db.disclosures.get(second?.id ?? '')
  if (!first || !record) throw new Error('the demo has disclosures')
  const id = `${first.id}-x`
  const entry = { action: 'load-demo', bookId: book.id, summary: '试' } as const
  await write(newStamp(by), entry, ['disclosures'], (writer) =>
    writer.put('disclosures', [{ ...record, id }]),
  )
  const ids = (await disclosureLines(book.id)).map((line) => line.id)
  expect(ids).toEqual([first.id, id, ...before.slice(1).map((line) => line.id)])
  expect(ids).toEqual(ids.toSorted())
})

it('hears of records that are written without an entry of the trail', async () => {
  const [row] = await goalLines(book.id)
  const goal = await db.goals.get(row?.id ?? '')
  if (!goal) throw new Error('the demo has goals')
  const entry = { action: 'load-demo', bookId: book.id, summary: '试' } as const
  await write(newStamp(by), entry, ['goals'], (writer) =>
    writer.refresh('goals', [{ ...goal, name: '重算后' }]),
  )
  expect((await goalLines(book.id)).find(({ id }) => id === goal.id)?.name).toBe('重算后')
})

it('wakes whoever watches a list when records are written without an entry of the trail', async () => {
  const [goal] = await db.goals.toArray()
  if (!goal) throw new Error('the demo has goals')
  const seen: string[] = []
  const nameNow = async () => (await goalLines(goal.bookId)).find(({ id }) => id === goal.id)?.name ?? ''
  const watching = liveQuery(nameNow).subscribe((name) => seen.push(name))
  await vi.waitFor(() => expect(seen).toContain(goal.name))
  const end = await db.auditHeads.get(goal.bookId)
  await write(newStamp(by), { action: 'load-demo', bookId: goal.bookId, summary: '' }, ['goals'], (writer) =>
    writer.refresh('goals', [{ ...goal, name: '重算后' }]),
  )
  await vi.waitFor(() => expect(seen.at(-1)).toBe('重算后'))
  expect(await db.auditHeads.get(goal.bookId)).toEqual(end)
  watching.unsubscribe()
})

it('knows nothing of a book that is not there', async () => {
  expect(await goalLines('gone')).toEqual([])
})

it('keeps lines in parts under what they follow from, and lets those of erased books go', async () => {
  const lines = Array.from({ length: 1200 }, (_, index) => ({ id: String(index) }))
  const mark = { id: `x ${book.id}`, bookId: book.id, base: 'a', end: { number: 7, hash: 'h' } }
  await keepLines(mark, lines)
  expect(await keptLines(mark.id, 'a')).toEqual({ end: mark.end, lines })
  expect(await keptLines(mark.id, 'b')).toBeNull()
  await keepLines({ ...mark, id: 'x gone', bookId: 'gone' }, lines.slice(0, 3))
  await keepLines(mark, lines.slice(0, 700))
  expect((await keptLines(mark.id, 'a'))?.lines).toHaveLength(700)
  expect(await keptLines('x gone', 'a')).toBeNull()
})

describe('what was kept at an earlier start', () => {
  /** A list of its own: nothing of it is in memory yet. */
  function startedAgain() {
    return linesIn<Disclosure, { id: string; said: string }>({
      table: 'disclosures',
      reading: byIndex(db.disclosures, '[bookId+id]', ({ bookId, id }) => [bookId, id]),
      baseOf: () => 'now',
      lineOf: ({ id }) => ({ id, said: 'read' }),
    })
  }

  async function keptNow(change: { base?: string; hash?: string; without?: number } = {}) {
    const ids = await db.disclosures.where('[bookId+id]').between([book.id], [book.id, []]).primaryKeys()
    const head = await db.auditHeads.get(book.id)
    if (!head || ids.length < 3) throw new Error('the demo has disclosures and a trail')
    const mark = { id: `disclosures ${book.id}`, bookId: book.id, base: change.base ?? 'now' }
    const lines = ids.slice(change.without ?? 0).map((id) => ({ id, said: 'kept' }))
    await keepLines({ ...mark, end: { number: head.number, hash: change.hash ?? head.hash } }, lines)
  }

  async function said(): Promise<string[]> {
    return [...new Set((await startedAgain()(book.id)).map((line) => line.said))].toSorted()
  }

  it('is taken, with what was written since', async () => {
    await keptNow()
    expect(await said()).toEqual(['kept'])
    const record = await db.disclosures.where('[bookId+id]').between([book.id], [book.id, []]).first()
    if (!record) throw new Error('the demo has disclosures')
    const entry = { action: 'load-demo', bookId: book.id, summary: '试' } as const
    const added = { ...record, id: `${record.id}-x` }
    await write(newStamp(by), entry, ['disclosures'], (writer) => writer.put('disclosures', [added]))
    expect(await said()).toEqual(['kept', 'read'])
    await createDraft()
    expect(await said()).toEqual(['kept', 'read'])
  })

  it('is not taken where it follows from something else, or is of another database', async () => {
    await keptNow({ base: 'before' })
    expect(await said()).toEqual(['read'])
    await keptNow({ hash: 'of another trail' })
    expect(await said()).toEqual(['read'])
    await keptNow({ without: 1 })
    expect(await said()).toEqual(['read'])
  })
})

async function createDraft(): Promise<void> {
  const [unit] = await unitsOf(book.id)
  await createGoal(book.id, unit?.id ?? '', 'project', 'general', by)
}
