import { Dexie, type Table } from 'dexie'
import { countedBooks, type Doubled, type TwiceCounted, twiceCounted } from '#domain/counties/double'
import { type CountySummary, summaryOf } from '#domain/counties/summary'
import type { YearBook } from '#domain/year-book'
import { allBooks } from './books.ts'
import { db } from './database.ts'
import { disposalsOf } from './disposals.ts'
import { executionsOf } from './executions.ts'
import { type GoalRow, goalRows } from './goals.ts'

/** Raised with every change of what a summary is made of. */
const shape = 1

type Kept = { bookId: string; key: string; summary: CountySummary }

/** Summaries as they were last worked out: they follow from the tables and are neither migrated nor backed up. */
const cache = new Dexie('jiheng-counties') as Dexie & { summaries: Table<Kept, string> } // declared in the next line
cache.version(1).stores({ summaries: 'bookId' })

/** One county of the year as the bureau above sees it; `summary` is the last one known while `isStale`. */
export type County = { book: YearBook; summary: CountySummary | null; isStale: boolean }
export type Counties = { counties: County[]; doubled: Doubled[] }

async function keyOf(bookId: string): Promise<string> {
  return `${shape}:${(await db.auditHeads.get(bookId))?.hash ?? ''}`
}

/** The counties of a year with their totals as last known: those that changed since are marked, not waited for. */
export async function countiesOf(year: number): Promise<Counties> {
  const { counted, doubled } = countedBooks(await allBooks(), year)
  const kept = await cache.summaries.bulkGet(counted.map(({ id }) => id))
  const keys = await Promise.all(counted.map(({ id }) => keyOf(id)))
  const counties = counted.map((book, index) => {
    const summary = kept[index]?.summary ?? null
    return { book, summary, isStale: kept[index]?.key !== keys[index] }
  })
  return { counties, doubled }
}

/** Works a county's totals out anew and keeps them for as long as nothing is written in its book. */
export async function freshSummary(bookId: string): Promise<CountySummary> {
  const key = await keyOf(bookId)
  const summary = summaryOf(await factsOf(bookId))
  await cache.summaries.put({ bookId, key, summary })
  return summary
}

async function factsOf(bookId: string) {
  const inBook = (table: 'selfEvaluations' | 'evaluationTasks') =>
    db.table(table).where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  const [goals, monitorings, executions, disposals, selfEvaluations, tasks] = await Promise.all([
    goalRows(bookId),
    db.monitorings.where('[bookId+roundId+id]').between([bookId], [bookId, []]).toArray(),
    executionsOf(bookId),
    disposalsOf(bookId),
    inBook('selfEvaluations'),
    inBook('evaluationTasks'),
  ])
  return { goals, monitorings, executions, disposals, selfEvaluations, tasks }
}

/** A goal of any county, with where it stands. */
export type CountyGoal = GoalRow & { regionName: string; unitName: string }

/** 汇总台账: the goals of all counties of a year, and the codes that would be counted twice. */
export async function countyGoals(year: number): Promise<{ goals: CountyGoal[]; twice: TwiceCounted[] }> {
  const { counted } = countedBooks(await allBooks(), year)
  const goals: CountyGoal[] = []
  for (const { id, identity } of counted) {
    const units = await db.units.where('[bookId+code]').between([id], [id, []]).toArray()
    const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
    for (const row of await goalRows(id))
      goals.push({ ...row, regionName: identity.regionName, unitName: nameOf.get(row.unitId) ?? '' })
  }
  return { goals, twice: twiceCounted(goals) }
}
