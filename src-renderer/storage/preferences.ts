import { db } from './database.ts'

/** A setting of this machine; undefined where it was never set. */
export async function preference(id: string): Promise<unknown> {
  return (await db.preferences.get(id))?.value
}
