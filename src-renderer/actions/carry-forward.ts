import { AppError } from '#domain/errors'
import { carriedContent, isCarried } from '#domain/goals/carry'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { db } from '#storage/database'
import { newGoal } from '#storage/goal-record'
import { goalsOf } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 结转下年: the next year's book with the sections, the units, and as drafts the goals that go on (常年性, and 延续性
 * not ended). Throws `not-allowed` where it was carried forward already.
 */
export async function carryForward(bookId: string, by: Actor): Promise<YearBook> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const stamp = newStamp(by)
  const year = book.year + 1
  const { closed: _closed, ...plain } = book
  const next: YearBook = {
    ...plain,
    id: stamp.nextId(),
    year,
    name: book.name.replaceAll(String(book.year), String(year)),
    previousId: book.id,
    createdAt: stamp.at,
  }
  const [sections, units, goals] = await Promise.all([sectionsOf(bookId), unitsOf(bookId), goalsOf(bookId)])
  const freshIds = new Map([...sections, ...units].map((record) => [record.id, stamp.nextId()]))
  const fresh = (id: string) => freshIds.get(id) ?? ''
  const copiedUnits = units.map((unit) => ({
    ...unit,
    id: fresh(unit.id),
    bookId: next.id,
    parentId: fresh(unit.parentId),
    sectionId: fresh(unit.sectionId),
  }))
  const copiedSections = sections.map((section) => ({
    ...section,
    id: fresh(section.id),
    bookId: next.id,
  }))
  const unitNames = new Map(copiedUnits.map((unit) => [unit.id, unit.name]))
  const contents = goals
    .filter((goal) => isCarried(goal, year))
    .map((goal) => carriedContent(goal, fresh(goal.unitId), stamp.nextId))
  const problems = await checkMany(
    next,
    contents.map((content) => ({
      id: '',
      content,
      unitName: unitNames.get(content.unitId) ?? '',
    })),
  )
  const drafts = contents.map((content, index) => newGoal(stamp, next, content, problems[index] ?? []))
  const entry: Entry = {
    action: 'carry-forward',
    bookId: next.id,
    summary: `由 ${book.year} 年度结转，${drafts.length} 个目标列为草稿`,
  }
  return write(stamp, entry, ['books', 'sections', 'units', 'goals'], async (writer) => {
    const later = await db.books.where('year').equals(year).toArray()
    if (later.some((other) => other.previousId === book.id)) throw new AppError('not-allowed')
    await writer.put('books', [next])
    await writer.put('sections', copiedSections)
    await writer.put('units', copiedUnits)
    await writer.put('goals', drafts)
    return next
  })
}
