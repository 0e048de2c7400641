import { db } from './database.ts'
import type { Layout } from './records.ts'

/** The remembered mapping of a flat ledger, by the signature of its heads. */
export async function layoutById(id: string): Promise<Layout | null> {
  return (await db.layouts.get(id)) ?? null
}
