import type { Unit } from '#domain/year-book'

/** A 主管部门 of a book, named by its id, but for what is said of it. */
export function sampleUnit(id: string, said: Partial<Unit> = {}): Unit {
  return { id, bookId: 'b', code: '', name: id, parentId: '', sectionId: '', initials: '', ...said }
}
