import { AppError } from '#domain/errors'
import { healthOf } from '#domain/goals/check'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { bookById } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { db } from '#storage/database'
import { goalsOf } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Puts a book under another rule pack; the findings of its goals follow. */
export async function setBookRules(bookId: string, rulesId: string, by: Actor): Promise<YearBook> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const saved = { ...book, rulesId }
  const seen = await goalsOf(bookId)
  const problems = await checkMany(
    saved,
    seen.map((goal) => ({ id: goal.id, content: goal })),
  )
  const found = new Map(seen.map((goal, index) => [goal.id, healthOf(problems[index] ?? [])]))
  const entry: Entry = {
    action: 'set-book-rules',
    bookId,
    summary: `更换规则包：${rulesId}`,
  }
  return write(newStamp(by), entry, ['books', 'goals'], async (writer) => {
    await writer.put('books', [saved])
    const goals = (await db.goals.bulkGet([...found.keys()])).filter((goal) => goal !== undefined)
    await writer.refresh(
      'goals',
      goals.map((goal) => ({
        ...goal,
        health: found.get(goal.id) ?? goal.health,
      })),
    )
    return saved
  })
}
