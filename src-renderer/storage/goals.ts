import type { Goal } from '#domain/goals/goal'
import type { YearBook } from '#domain/year-book'
import { earlierBooks } from './books.ts'
import { db } from './database.ts'
import { keysInBook } from './earlier-keys.ts'
import type { GoalRow } from './records.ts'

export type { GoalRow } from './records.ts'

export async function goalById(id: string): Promise<Goal | null> {
  return (await db.goals.get(id)) ?? null
}

/** The goals of the ids, in their order; what no longer exists is left out. */
export async function goalsByIds(ids: readonly string[]): Promise<Goal[]> {
  return (await db.goals.bulkGet([...ids])).filter((goal) => goal !== undefined)
}

/** Ids of the goals of these units. */
export async function goalIdsOf(bookId: string, unitIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    unitIds.map((unitId) =>
      db.goals.where('[bookId+unitId+id]').between([bookId, unitId], [bookId, unitId, []]).primaryKeys(),
    ),
  )
  return new Set(found.flat())
}

/** Light rows of all goals of a book, for the ledger. */
export function goalRows(bookId: string): Promise<GoalRow[]> {
  return db.goalRows.where('bookId').equals(bookId).toArray()
}

/** All goals of a book, forms included: for reports and exports. */
export function goalsOf(bookId: string): Promise<Goal[]> {
  return db.goals.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

/** The goals of one unit, forms included. */
export function goalsOfUnit(bookId: string, unitId: string): Promise<Goal[]> {
  return db.goals.where('[bookId+unitId+id]').between([bookId, unitId], [bookId, unitId, []]).toArray()
}

/** The goals of a book that have one of the keys. */
export function goalsByKeys(bookId: string, keys: readonly string[]): Promise<Goal[]> {
  if (keys.length === 0) return Promise.resolve([])
  return db.goals
    .where('[bookId+matchKey]')
    .anyOf(keys.map((key) => [bookId, key]))
    .toArray()
}

/** The same project in the books of last year and the year before. */
export async function previousGoals(
  book: YearBook,
  matchKey: string,
): Promise<{ previous: Goal | null; earlier: Goal | null }> {
  const { previous, earlier } = await earlierBooks(book)
  const inBook = async (other: YearBook | null) =>
    other ? ((await goalsInEarlier(book.id, other.id, [matchKey])).get(matchKey) ?? null) : null
  return { previous: await inBook(previous), earlier: await inBook(earlier) }
}

/** The goals of another year's book by the keys they have in this one. */
export async function goalsInEarlier(
  bookId: string,
  otherBookId: string,
  keys: readonly string[],
): Promise<Map<string, Goal>> {
  const there = await keysInBook(keys, bookId, otherBookId)
  const goals = await goalsByKeys(otherBookId, [...new Set(there.values())])
  const byKey = new Map(goals.map((goal) => [goal.matchKey, goal]))
  return new Map(
    keys.flatMap((key) => {
      const goal = byKey.get(there.get(key) ?? key)
      return goal ? [[key, goal] as const] : []
    }),
  )
}

/** Other goals of the book that have one of the sentences, at most `limit`. */
export async function goalsSharingSentences(
  bookId: string,
  marks: readonly string[],
  exceptId: string,
  limit = 5,
): Promise<Goal[]> {
  if (marks.length === 0) return []
  const ids = await db.goals
    .where('sentenceMarks')
    .anyOf([...marks])
    .distinct()
    .primaryKeys()
  // The index spans all years: the same project of last year repeats its sentences by right.
  const rows = await db.goalRows.bulkGet(ids.filter((id) => id !== exceptId))
  const here = rows.filter((row) => row?.bookId === bookId).map((row) => row?.id ?? '')
  return goalsByIds(here.slice(0, limit))
}
