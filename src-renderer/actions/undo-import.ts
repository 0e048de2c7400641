import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { changedSinceImport } from '#storage/imports'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes an import back: added goals go, replaced ones get their content from before, its new units go where nothing
 * else uses them. Throws `undo-impossible` with the names in `cause`, and changes nothing, where goals were worked on
 * since.
 */
export async function undoImport(importId: string, by: Actor): Promise<void> {
  const known = await db.imports.get(importId)
  if (!known) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `撤销导入：删除 ${known.added.length} 个，还原 ${known.replaced.length} 个目标`
  const entry: Entry = { action: 'undo-import', bookId: known.bookId, summary }
  await write(stamp, entry, ['goals', 'units', 'imports'], async (writer) => {
    const record = await db.imports.get(importId)
    if (record?.undoneAt !== '') throw new AppError('undo-impossible')
    const standing = await changedSinceImport(record)
    if (standing.length > 0) {
      throw new AppError('undo-impossible', { cause: standing.map(({ name }) => name) })
    }
    const current = await db.goals.bulkGet(record.replaced.map(({ id }) => id))
    const restored = record.replaced.map(({ before }, index) => ({
      ...before,
      ...changed(stamp, current[index] ?? before),
    }))
    await writer.remove(
      'goals',
      record.added.map(({ id }) => id),
    )
    await writer.put('goals', restored)
    await writer.remove('units', await unusedUnits(record.bookId, record.unitIds))
    await writer.put('imports', [{ ...record, undoneAt: stamp.at }])
  })
}

/** Units of the import that neither a goal nor another unit needs. */
async function unusedUnits(bookId: string, ids: readonly string[]): Promise<string[]> {
  const unused = new Set<string>()
  for (const id of ids) {
    const goals = await db.goals.where('[bookId+unitId+id]').between([bookId, id], [bookId, id, []]).count()
    if (goals === 0) unused.add(id)
  }
  for (const id of [...unused]) {
    const children = await db.units.where('[bookId+parentId]').equals([bookId, id]).primaryKeys()
    if (children.some((child) => !unused.has(child))) unused.delete(id)
  }
  return [...unused]
}
