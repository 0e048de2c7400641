import type { Section, Unit } from '#domain/year-book'
import { db } from './database.ts'

/** Sections of a book in their order. */
export function sectionsOf(bookId: string): Promise<Section[]> {
  return db.sections.where('[bookId+order]').between([bookId], [bookId, []]).toArray()
}

/** Units of a book by code. */
export function unitsOf(bookId: string): Promise<Unit[]> {
  return db.units.where('[bookId+code]').between([bookId], [bookId, []]).toArray()
}
