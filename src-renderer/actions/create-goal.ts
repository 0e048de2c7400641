import { AppError } from '#domain/errors'
import type { BudgetBook, ObjectKind } from '#domain/goals/goal'
import { lastPerson, newGoalContent } from '#domain/goals/new-goal'
import type { Actor } from '#domain/people/duties'
import { unitsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { newGoal } from '#storage/goal-record'
import { goalsOfUnit } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/** 新建目标: a draft for a unit, with what the book and the unit's other goals say already; returns its id. */
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
  const unit = (await unitsOf(bookId)).find(({ id }) => id === unitId) ?? { id: unitId, name: '' }
  const writer = { contact: by.duty === 'unit' ? by.name : '', phone: '' }
  const person = lastPerson(await goalsOfUnit(bookId, unitId)) ?? writer
  const content = newGoalContent({ unit, kind, book: budgetBook, year: book.year, person })
  const [problems] = await checkMany(book, [{ id: '', content }])
  const goal = newGoal(stamp, book, content, problems ?? [])
  await write(stamp, { action: 'create-goal', bookId, summary: '新建目标' }, ['goals'], (writer) =>
    writer.put('goals', [goal]),
  )
  return goal.id
}
