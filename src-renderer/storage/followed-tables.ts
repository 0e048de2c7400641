import type { Table } from 'dexie'
import type { Disclosure } from '#domain/disclosures/disclosure'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { db } from './database.ts'
import { followed } from './followed.ts'
import type { GoalRow } from './records.ts'
import { eachSlice, type Pause } from './slices.ts'

/** So many light rows are read well within a frame. */
const rowSlice = 1000

/** The ledger's row of every goal of a book. */
export const followedGoals = followed<GoalRow>({
  table: 'goals',
  each: async (bookId, pause, take) => {
    const ids = await db.goalRows.where('bookId').equals(bookId).primaryKeys()
    for (let from = 0; from < ids.length; from += rowSlice) {
      await pause()
      const last = ids[Math.min(from + rowSlice, ids.length) - 1]
      // Ids follow the time, so those of a book lie together: a range of them costs a tenth of as many single ones.
      const rows = await db.goalRows.where('id').between(ids[from], last, true, true).toArray()
      take(rows.filter((row) => row.bookId === bookId))
    }
  },
  some: async (ids) => present(await db.goalRows.bulkGet([...ids])),
})

/** What the lists of open work need of a form of a round. */
export type FormRow = Pick<Monitoring, 'id' | 'bookId' | 'roundId' | 'unitId' | 'state' | 'heldSince'>

function formRow({ id, bookId, roundId, unitId, state, heldSince }: Monitoring): FormRow {
  return { id, bookId, roundId, unitId, state, heldSince }
}

export const followedForms = followed<FormRow>({
  table: 'monitorings',
  each: (bookId, pause, take) => eachForm(bookId, pause, (forms) => take(forms.map(formRow))),
  some: async (ids) => present(await db.monitorings.bulkGet([...ids])).map(formRow),
  keeps: {
    shape: 1,
    count: (bookId) => db.monitorings.where('[bookId+roundId+id]').between([bookId], [bookId, []]).count(),
  },
})

async function eachForm(
  bookId: string,
  pause: Pause,
  take: (forms: readonly Monitoring[]) => void,
): Promise<void> {
  const slice = 150
  let last: readonly [roundId: string, id: string] | null = null
  for (;;) {
    const from: string[] = last ? [bookId, ...last] : [bookId]
    const forms: Monitoring[] = await db.monitorings
      .where('[bookId+roundId+id]')
      .between(from, [bookId, []], last === null, true)
      .limit(slice)
      .toArray()
    take(forms)
    const end = forms.at(-1)
    if (!end || forms.length < slice) return
    last = [end.roundId, end.id]
    await pause()
  }
}

/** What the lists of open work need of a self-evaluation. */
export type SelfRow = Pick<
  SelfEvaluation,
  'id' | 'bookId' | 'goalId' | 'unitId' | 'name' | 'code' | 'kind' | 'state' | 'heldSince'
>

function selfRow({
  id,
  bookId,
  goalId,
  unitId,
  name,
  code,
  kind,
  state,
  heldSince,
}: SelfEvaluation): SelfRow {
  return { id, bookId, goalId, unitId, name, code, kind, state, heldSince }
}

export const followedSelves = followed<SelfRow>({
  table: 'selfEvaluations',
  each: (bookId, pause, take) =>
    eachSlice(db.selfEvaluations, bookId, pause, (rows) => take(rows.map(selfRow))),
  some: async (ids) => present(await db.selfEvaluations.bulkGet([...ids])).map(selfRow),
  keeps: { shape: 1, count: (bookId) => countIn(db.selfEvaluations, bookId) },
})

/** What the lists of open work need of what was said of something that is to be published. */
export type PublicRow = Pick<Disclosure, 'id' | 'bookId' | 'objectId' | 'unitId' | 'state' | 'checks'>

function publicRow({ id, bookId, objectId, unitId, state, checks }: Disclosure): PublicRow {
  return { id, bookId, objectId, unitId, state, checks }
}

export const followedDisclosures = followed<PublicRow>({
  table: 'disclosures',
  each: (bookId, pause, take) =>
    eachSlice(db.disclosures, bookId, pause, (rows) => take(rows.map(publicRow))),
  some: async (ids) => present(await db.disclosures.bulkGet([...ids])).map(publicRow),
  keeps: { shape: 1, count: (bookId) => countIn(db.disclosures, bookId) },
})

function countIn<Row>(table: Table<Row, string>, bookId: string): Promise<number> {
  return table.where('[bookId+id]').between([bookId], [bookId, []]).count()
}

function present<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined)
}
