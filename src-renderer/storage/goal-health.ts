import { isSame } from '#domain/exchange/merge'
import { healthOf } from '#domain/goals/check'
import type { Goal } from '#domain/goals/goal'
import type { YearBook } from '#domain/year-book'
import { checkMany } from './check-context.ts'
import { db } from './database.ts'
import { goalById } from './goals.ts'
import type { Stamp } from './stamp.ts'
import { coded, type Entry, write } from './write.ts'

/** Counts the findings of a goal anew after something beside its form has changed; derived, hence not in the trail. */
export async function refreshHealth(
  stamp: Stamp,
  action: Entry['action'],
  book: YearBook,
  goalId: string,
): Promise<void> {
  const seen = await goalById(goalId)
  if (!seen) return
  const [problems = []] = await checkMany(book, [{ id: goalId, content: seen }])
  await write(stamp, { action, bookId: book.id, summary: '' }, ['goals'], async (writer) => {
    const goal = await db.goals.get(goalId)
    // Whoever wrote meanwhile has counted for himself.
    if (goal?.revision === seen.revision)
      await writer.refresh('goals', [{ ...goal, health: healthOf(problems) }])
  })
}

/** More are not counted anew at once: of a whole book from a bureau below its own count stands. */
const mostCounted = 2000
const atOnce = 100

/**
 * Counts the findings of goals that came in from elsewhere, beside what is here by now; only what differs is written. Derived,
 * hence not in the trail. Throws AppError where the store fails.
 */
export async function recountHealth(
  stamp: Stamp,
  action: Entry['action'],
  book: YearBook,
  goals: readonly Goal[],
): Promise<void> {
  if (goals.length > mostCounted) return
  for (let at = 0; at < goals.length; at += atOnce) {
    const some = goals.slice(at, at + atOnce)
    const problems = await problemsOf(book, some)
    const counted = some.map((goal, index) => ({ ...goal, health: healthOf(problems[index] ?? []) }))
    const other = counted.filter((goal, index) => !isSame(goal.health, some[index]?.health))
    if (other.length === 0) continue
    await write(stamp, { action, bookId: book.id, summary: '' }, ['goals'], async (writer) => {
      const now = await db.goals.bulkGet(other.map(({ id }) => id))
      const unchanged = other.flatMap(({ revision, health }, index) => {
        const goal = now[index]
        return goal?.revision === revision ? [{ ...goal, health }] : []
      })
      if (unchanged.length > 0) await writer.refresh('goals', unchanged)
    })
  }
}

async function problemsOf(book: YearBook, goals: readonly Goal[]) {
  try {
    return await checkMany(
      book,
      goals.map((goal) => ({ id: goal.id, content: goal })),
    )
  } catch (error) {
    throw coded(error)
  }
}
