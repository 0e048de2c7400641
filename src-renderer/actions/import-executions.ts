import { AppError } from '#domain/errors'
import type { ExecutionImport } from '#domain/execution/execution'
import { isAsPlanned, type PlannedWrite } from '#domain/execution/plan'
import { addUp } from '#domain/money'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What the preview planned, and from how many rows of which files. */
export type ExecutionImported = { writes: readonly PlannedWrite[]; files: readonly string[]; read: number }

/**
 * 导入国库台账: writes what the preview planned, all or none. Throws `changed-meanwhile` where rows of the book were changed
 * after it, `nothing-changed` where it planned nothing.
 */
export async function importExecutions(
  bookId: string,
  { writes, files, read }: ExecutionImported,
  by: Actor,
): Promise<ExecutionImport> {
  if (writes.length === 0) throw new AppError('nothing-changed')
  const stamp = newStamp(by)
  const id = stamp.nextId()
  const rows = writes.map(({ row }) => ({ ...row, importId: id }))
  const months = [...new Set(rows.map(({ month }) => month))].toSorted((left, right) => left - right)
  const newest = rows.filter(({ month }) => month === months.at(-1))
  const name = `${months.join('、')} 月国库台账`
  const record: ExecutionImport = {
    ...{ id, bookId, at: stamp.at, by: stamp.by, name },
    ...{ files: [...new Set(files)], months, read },
    added: writes.filter(({ before }) => before === null).map(({ row }) => row.id),
    replaced: writes.flatMap(({ before }) => before ?? []),
    matched: rows.filter(({ goalId }) => goalId !== '').length,
    unmatched: rows.filter(({ goalId }) => goalId === '').length,
    paid: addUp(newest.map(({ paid }) => paid)),
    undoneAt: '',
  }
  const summary = `导入${name}：读取 ${read} 行，新增 ${record.added.length} 行，变更 ${record.replaced.length} 行`
  const entry: Entry = { action: 'import-executions', bookId, summary }
  return write(stamp, entry, ['executions', 'executionImports'], async (writer) => {
    const stored = await db.executions.bulkGet(rows.map((row) => row.id))
    if (!writes.every(({ before }, index) => isAsPlanned(stored[index], before)))
      throw new AppError('changed-meanwhile')
    await writer.put('executionImports', [record])
    await writer.putListed('executions', rows)
    return record
  })
}
