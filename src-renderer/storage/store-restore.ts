import { db } from './database.ts'
import type { Preference } from './records.ts'
import type { Stamp } from './stamp.ts'
import { ownPreference } from './store-dump.ts'
import { append, coded, type Entry } from './write.ts'

/** Whole lines of JSON, a table's records in the order of their keys. */
export type DumpedLines = ReadonlyMap<string, readonly Uint8Array[]>

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Replaces the whole store in one transaction: afterwards it is exactly what it was, or exactly what the backup holds and
 * one entry in the machine's trail. Lines are parsed step by step inside, so that the records are never all in memory.
 * `mark` is kept with it, so that what is known of the restore and the restored are never apart.
 * Tables that the backup's schema did not have yet become empty.
 */
export async function replaceStore(
  lines: DumpedLines,
  entry: Entry,
  stamp: Stamp,
  mark: Preference,
  onStep: (records: number) => void = () => undefined,
): Promise<void> {
  const entryId = stamp.nextId()
  try {
    await db.transaction('rw', db.tables, async () => {
      const own = await db.preferences.where(':id').startsWith(ownPreference).toArray()
      for (const table of db.tables) {
        await table.clear()
        for (const block of lines.get(table.name) ?? []) {
          const records = recordsIn(block)
          // Added, not put: two records of one key would be a forged file.
          await table.bulkAdd(records)
          onStep(records.length)
        }
      }
      await db.preferences.bulkPut([...own, mark])
      await append(stamp, entry, entryId, [])
    })
  } catch (error) {
    throw coded(error)
  }
}

/** The records of whole lines. */
export function recordsIn(block: Uint8Array): Record<string, unknown>[] {
  const text = decoder.decode(block)
  return text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>) // one record a line, checked when the backup was opened
}
