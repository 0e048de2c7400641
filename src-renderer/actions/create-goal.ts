import { AppError } from '#domain/errors'
import { type BudgetBook, emptyContent, type ObjectKind } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { bookById } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { newGoal } from '#storage/goal-record'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/** 新建目标: an empty draft for a unit; returns its id. */
export async function createGoal(
  bookId: string,
  unitId: string,
  kind: ObjectKind,
  budgetBook: BudgetBook,
  by: Actor,
): Promise<string> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const stamp = newStamp(by)
  const content = emptyContent(unitId, kind, budgetBook)
  const [problems] = await checkMany(book, [{ id: '', content }])
  const goal = newGoal(stamp, book, content, problems ?? [])
  await write(stamp, { action: 'create-goal', bookId, summary: '新建目标' }, ['goals'], (writer) =>
    writer.put('goals', [goal]),
  )
  return goal.id
}
