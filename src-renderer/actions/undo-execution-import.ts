import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { replacedSince } from '#storage/executions'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes an import of the treasury's ledger back: added rows go, replaced ones are as before. Throws `undo-impossible` and
 * changes nothing where a later import built on it: that one is taken back first.
 */
export async function undoExecutionImport(importId: string, by: Actor): Promise<void> {
  const known = await db.executionImports.get(importId)
  if (!known) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `撤销导入${known.name}：删除 ${known.added.length} 行，还原 ${known.replaced.length} 行`
  const entry: Entry = { action: 'undo-execution-import', bookId: known.bookId, summary }
  await write(stamp, entry, ['executions', 'executionImports'], async (writer) => {
    const record = await db.executionImports.get(importId)
    if (record?.undoneAt !== '') throw new AppError('undo-impossible')
    const standing = await replacedSince(record)
    if (standing.length > 0)
      throw new AppError('undo-impossible', { cause: [...new Set(standing.map(({ name }) => name))] })
    await writer.removeListed('executions', record.added)
    await writer.putListed('executions', record.replaced)
    await writer.put('executionImports', [{ ...record, undoneAt: stamp.at }])
  })
}
