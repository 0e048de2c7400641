import { beforeEach, expect, it, vi } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { loadDemo } from '#actions/load-demo'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { openCheck } from '#domain/disclosures/disclosure'
import { selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { goalFlow, heldSinceOf } from '#domain/goals/flow'
import { monitoringFlow } from '#domain/monitoring/flow'
import type { YearBook } from '#domain/year-book'
import { unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { derived } from '#storage/derived'
import { disclosureLedger, withDifferences } from '#storage/disclosure-ledger'
import { disclosureWorld } from '#storage/disclosures'
import { keepLines, keptLines } from '#storage/line-cache'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { reviewOf } from '#storage/reviews'
import { noPause } from '#storage/slices'
import { newStamp } from '#storage/stamp'
import { togetherRows } from '#storage/together'
import {
  waitingDisclosures,
  waitingGoals,
  waitingMonitorings,
  waitingSelfEvaluations,
} from '#storage/waiting-lines'
import { write } from '#storage/write'
import { acting, by, freshDatabase } from './world.ts'

let book: YearBook
let last: YearBook
beforeEach(async () => {
  await freshDatabase()
  book = await loadDemo(by)
  const before = await db.books.where('year').equals(2025).first()
  if (!before) throw new Error('the demo has last year')
  last = before
})

/** The same worked out from the records themselves. */
async function fromRecords({ id: bookId }: YearBook) {
  const open = new Set((await roundsOf(bookId)).flatMap(({ id, state }) => (state === 'open' ? id : [])))
  const all = { goals: await db.goals.toArray(), forms: await db.monitorings.toArray() }
  const [selves, records] = [await db.selfEvaluations.toArray(), await db.disclosures.toArray()]
  const own = <Row extends { id: string; bookId: string }>(rows: readonly Row[]) =>
    rows
      .filter((row) => row.bookId === bookId)
      .toSorted(({ id: left }, { id: right }) => (left < right ? -1 : 1))
  return {
    goals: own(all.goals)
      .filter(({ status }) => goalFlow.states[status].holder !== '')
      .map((goal) => ({
        ...{
          id: goal.id,
          name: goal.name,
          unitId: goal.unitId,
          state: goal.status,
          heldSince: heldSinceOf(goal),
        },
      })),
    monitorings: own(all.forms)
      .filter(({ state, roundId }) => monitoringFlow.states[state].holder !== '' && open.has(roundId))
      .map(({ id, name, unitId, state, heldSince, roundId }) => ({
        id,
        name,
        unitId,
        state,
        heldSince,
        roundId,
      })),
    selves: own(selves)
      .filter(({ state }) => selfEvaluationFlow.states[state].holder !== '')
      .map(({ id, name, unitId, state, heldSince }) => ({ id, name, unitId, state, heldSince })),
    disclosures: own(records)
      .filter((record) => record.state === 'proposed' || openCheck(record) !== null)
      .map((record) => ({
        ...{ id: record.id, unitId: record.unitId, state: record.state },
        finding: openCheck(record) ? 'open' : '',
      })),
  }
}

async function waiting({ id }: YearBook) {
  return {
    goals: await waitingGoals(id),
    monitorings: await waitingMonitorings(id),
    selves: await waitingSelfEvaluations(id),
    disclosures: await waitingDisclosures(id),
  }
}

it('is what the records themselves say, in every book', async () => {
  const now = await waiting(book)
  expect(now).toEqual(await fromRecords(book))
  expect(now.goals.length).toBeGreaterThan(0)
  expect(now.monitorings.length).toBeGreaterThan(0)
  const then = await waiting(last)
  expect(then).toEqual(await fromRecords(last))
  expect(then.selves.length).toBeGreaterThan(0)
})

it('the ledgers of 信息公开 and 同步 say what the records say, also of what was shown otherwise', async () => {
  const day = '2026-11-20'
  const shown = await db.disclosures.filter((record) => record.shown.length > 0).first()
  if (!shown) throw new Error('the demo has published things')
  const entry = { action: 'load-demo', bookId: shown.bookId, summary: '试' } as const
  const changed = { ...shown, shown: shown.shown.map((field) => ({ ...field, text: `${field.text}改` })) }
  await write(newStamp(by), entry, ['disclosures'], (writer) => writer.put('disclosures', [changed]))
  for (const each of [book, last]) {
    const { rows } = await disclosureWorld(each, day)
    expect(await withDifferences(each, await disclosureLedger(each, day, noPause), noPause)).toEqual(rows)
    const goals = (await db.goals.where('[bookId+id]').between([each.id], [each.id, []]).toArray()).filter(
      ({ status }) => status !== 'draft',
    )
    const together = await togetherRows(each.id)
    expect(together.map(({ id }) => id)).toEqual(goals.map(({ id }) => id))
    for (const [at, goal] of goals.entries())
      expect(together[at]?.together).toEqual((await reviewOf(goal)).together)
  }
  const { rows } = await disclosureWorld(shown.bookId === book.id ? book : last, day)
  expect(rows.find(({ objectId }) => objectId === shown.objectId)?.differences).not.toEqual([])
})

it('follows what was written: what nobody holds any longer goes, what is new comes', async () => {
  const before = await waiting(book)
  const [roundId = ''] = (await roundsOf(book.id)).map(({ id }) => id)
  const passed = (await monitoringsOf(book.id, roundId)).find(({ state }) => state === 'passed')
  if (!passed) throw new Error('the demo has a form that waits to be collected')
  const seen = [{ id: passed.id, seenRevision: passed.revision }]
  await takeMonitoringStep(seen, { id: 'accept-monitoring', opinion: '' }, acting('performance'))
  const [unit] = await unitsOf(book.id)
  await createGoal(book.id, unit?.id ?? '', 'project', 'general', by)
  const after = await waiting(book)
  expect(after).toEqual(await fromRecords(book))
  expect(after.monitorings).toHaveLength(before.monitorings.length - 1)
  expect(after.goals).toHaveLength(before.goals.length + 1)
})

it('a round that was closed waits for nobody, though no form was touched', async () => {
  expect(await waitingMonitorings(book.id)).not.toHaveLength(0)
  const rounds = await roundsOf(book.id)
  const entry = { action: 'load-demo', bookId: book.id, summary: '试' } as const
  await write(newStamp(by), entry, ['rounds'], (writer) =>
    writer.put(
      'rounds',
      rounds.map((round) => ({ ...round, state: 'closed' as const })),
    ),
  )
  expect(await waitingMonitorings(book.id)).toEqual([])
})

it('keeps texts as columns, and an empty list as well', async () => {
  const mark = { id: `x ${book.id}`, bookId: book.id, base: 'a', end: { number: 7, hash: 'h' } }
  const lines = Array.from({ length: 1200 }, (_, at) => ({
    id: String(at),
    state: at % 2 ? '甲' : '',
    at: 1,
  }))
  await keepLines(mark, lines, ['id', 'state'])
  const texts = lines.map(({ id, state }) => ({ id, state }))
  expect(await keptLines(mark.id, 'a')).toEqual({ end: mark.end, lines: texts })
  await keepLines<{ id: string }>(mark, [], ['id'])
  expect(await keptLines(mark.id, 'a')).toEqual({ end: mark.end, lines: [] })
})

it('is kept for the next start beside the whole list, and read without a single record', async () => {
  await waiting(book)
  await vi.waitFor(async () => {
    const kept = await derived.table('lineMarks').toCollection().primaryKeys()
    expect(kept).toEqual(
      expect.arrayContaining(['goals', 'monitorings'].map((name) => `waiting ${name} ${book.id}`)),
    )
  }, 10_000)
  vi.resetModules()
  const again = await import('#storage/waiting-lines')
  const { db: reopened } = await import('#storage/database')
  await reopened.open()
  let read = 0
  for (const table of [reopened.goals, reopened.goalRows, reopened.monitorings])
    table.hook('reading', (row) => {
      read++
      return row
    })
  const { goals, monitorings } = await fromRecords(book)
  expect(await again.waitingGoals(book.id)).toEqual(goals)
  expect(await again.waitingMonitorings(book.id)).toEqual(monitorings)
  expect(read).toBe(0)
  reopened.close()
}, 30_000)
