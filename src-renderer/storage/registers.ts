import type { Duty } from '#domain/people/duties'
import type { RegisterEntry } from '#domain/supervision/register'
import { seesRegister } from '#domain/supervision/register-kinds'
import { db } from './database.ts'

/** The entries of a book that a duty may look at, in the order they were made. */
export async function registersOf(bookId: string, duty: Duty): Promise<RegisterEntry[]> {
  const all = await db.registers.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  return all.filter(({ kind }) => seesRegister(duty, kind))
}

export async function registerEntryById(id: string): Promise<RegisterEntry | null> {
  return (await db.registers.get(id)) ?? null
}
