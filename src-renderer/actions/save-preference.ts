import { db } from '#storage/database'

/** Keeps a setting of this machine; not business data, hence without an entry in the trail. */
export async function savePreference(id: string, value: unknown): Promise<void> {
  await db.preferences.put({ id, value })
}
