import type { Draw } from '#domain/experts/draw'
import { db } from './database.ts'

const seedBytes = 16

/** The draws of a book, newest first. */
export function drawsOf(bookId: string): Promise<Draw[]> {
  return db.draws.where('[bookId+id]').between([bookId], [bookId, []]).reverse().toArray()
}

/** Chance for one draw, made here and never asked of a person: 32 hexadecimal digits. */
export function newSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(seedBytes))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
