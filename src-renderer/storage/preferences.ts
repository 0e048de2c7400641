import { db } from './database.ts'

/** A setting of this machine; undefined where it was never set. */
export async function preference(id: string): Promise<unknown> {
  return (await db.preferences.get(id))?.value
}

/** Keeps a setting of this machine. */
export async function keepPreference(id: string, value: unknown): Promise<void> {
  await db.preferences.put({ id, value })
}

export async function forgetPreference(id: string): Promise<void> {
  await db.preferences.delete(id)
}
