import { healthOf } from '#domain/goals/check'
import type { YearBook } from '#domain/year-book'
import { checkMany } from './check-context.ts'
import { db } from './database.ts'
import { goalById } from './goals.ts'
import type { Stamp } from './stamp.ts'
import { type Entry, write } from './write.ts'

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
