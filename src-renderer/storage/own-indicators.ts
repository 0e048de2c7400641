import type { Goal } from '#domain/goals/goal'
import { entryKey, type OwnIndicator } from '#domain/library/own-indicator'
import type { Actor } from '#domain/people/duties'
import { bookById } from './books.ts'
import { db } from './database.ts'
import { reachedRows } from './reached-rows.ts'

/** 个性指标 that a book has: those of the county, or in a demo book those tried there. */
export async function ownIndicatorsIn(bookId: string): Promise<OwnIndicator[]> {
  const [book, all] = await Promise.all([bookById(bookId), db.indicators.toArray()])
  return all.filter(({ demo }) => demo === (book?.demo ?? false))
}

export type Citation = { goalId: string; name: string }
/** How many goals have an indicator, and the first of them. */
export type Cited = { count: number; first: readonly Citation[] }

/**
 * Who cites what: for each indicator by name and second level (`entryKey`) the goals of the book that have it, of those
 * the actor's duty reaches. Reads every goal: to be asked for once, not at every keystroke.
 */
export async function citationsIn(bookId: string, actor: Actor, limit = 10): Promise<Map<string, Cited>> {
  const reached = new Set((await reachedRows(bookId, actor)).map(({ id }) => id))
  const cited = new Map<string, { count: number; first: Citation[] }>()
  let page: Goal[] = []
  do {
    page = await goalsAfter(bookId, page.at(-1)?.id ?? '')
    for (const goal of page.filter(({ id }) => reached.has(id))) {
      for (const key of new Set(goal.indicators.map(entryKey))) {
        const entry = cited.get(key) ?? { count: 0, first: [] }
        entry.count++
        if (entry.first.length < limit) entry.first.push({ goalId: goal.id, name: goal.name })
        cited.set(key, entry)
      }
    }
  } while (page.length === pageSize)
  return cited
}

/** Forms are read in pages: 25,000 at once would hold up the window. */
const pageSize = 500

function goalsAfter(bookId: string, id: string): Promise<Goal[]> {
  return db.goals
    .where('[bookId+id]')
    .between([bookId, id], [bookId, []], false, false)
    .limit(pageSize)
    .toArray()
}
