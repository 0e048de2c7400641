import { db } from './database.ts'
import type { ImportRecord } from './records.ts'

export type { ImportRecord } from './records.ts'

/** The imports of a book, newest first. */
export function lastImports(bookId: string, limit = 20): Promise<ImportRecord[]> {
  return db.imports.where('[bookId+at]').between([bookId], [bookId, []]).reverse().limit(limit).toArray()
}

/** The goals of an import that were changed after it: they stand in the way of taking it back. */
export async function changedSinceImport(record: ImportRecord): Promise<{ id: string; name: string }[]> {
  const touched = [...record.added, ...record.replaced]
  const goals = await db.goals.bulkGet(touched.map((entry) => entry.id))
  return touched.flatMap((entry, index) => {
    const goal = goals[index]
    if (!goal) return [{ id: entry.id, name: '（已删除的目标）' }]
    return goal.revision === entry.revision ? [] : [{ id: goal.id, name: goal.name }]
  })
}
