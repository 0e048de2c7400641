import { keepPreference } from '#storage/preferences'

/** Keeps a setting of this machine; not business data, hence without an entry in the trail. */
export async function savePreference(id: string, value: unknown): Promise<void> {
  await keepPreference(id, value)
}
