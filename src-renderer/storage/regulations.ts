import type { Regulation } from '#domain/regulations'
import { db } from './database.ts'

/** The whole register: some dozens of documents. */
export function allRegulations(): Promise<Regulation[]> {
  return db.regulations.toArray()
}
