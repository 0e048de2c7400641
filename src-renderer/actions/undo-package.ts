import { AppError } from '#domain/errors'
import type { Carried, ExchangeTable } from '#domain/exchange/contents'
import { isSame } from '#domain/exchange/merge'
import type { Mark, PackageChanges } from '#domain/exchange/package'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { packageById, recordsById } from '#storage/exchange'
import { revisionOf } from '#storage/package-record'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 撤销导入: everything as it was before the package. Throws `undo-impossible` with the names in `cause`, and changes nothing,
 * where records of it were worked on since.
 */
export async function undoPackage(id: string, by: Actor): Promise<void> {
  const [record, changes] = [await packageById(id), await db.packageChanges.get(id)]
  if (!record || !changes) throw new AppError('not-found')
  const stamp = newStamp(by)
  const count = changes.added.length + changes.replaced.length + changes.removed.length
  const summary = `撤销导入数据包：${record.peer.name}，第 ${record.sequence} 号，还原 ${count} 条`
  const entry: Entry = { action: 'undo-package', bookId: record.bookId, summary }
  const tables = tablesOf(changes)
  await write(stamp, entry, [...tables, 'packages', 'packageChanges'], async (writer) => {
    const now = await db.packages.get(id)
    if (now?.state !== 'applied' && now?.state !== 'partly') throw new AppError('undo-impossible')
    const standing: string[] = []
    for (const table of tables) {
      const added = changes.added.filter((each) => each.table === table)
      const replaced = changes.replaced.filter((each) => each.table === table)
      standing.push(...(await worked(table, [...added, ...replaced])))
      const before = replaced.map((each) => raised(each.before as Carried, each.revision)) // kept by the import
      const removed = changes.removed.filter((each) => each.table === table).map((each) => each.before)
      await writer.removeListed(
        table,
        added.map((each) => each.id),
      )
      await writer.put(table, [...before, ...removed] as never) // records of this very table
    }
    if (standing.length > 0) throw new AppError('undo-impossible', { cause: standing })
    const revised = changed(stamp, now)
    await writer.put('packages', [{ ...now, state: 'undone', ...revised }])
    await writer.removeListed('packageChanges', [id])
  })
}

function tablesOf({ added, replaced, removed }: PackageChanges): ExchangeTable[] {
  const names = [...added, ...replaced, ...removed].map(({ table }) => table)
  return [...new Set(names)] as ExchangeTable[] // written by an import, which knows no others
}

/** Names of the records that are no longer as the import left them. */
async function worked(table: ExchangeTable, left: readonly ({ id: string } & Mark)[]): Promise<string[]> {
  const now = await recordsById(
    table,
    left.map(({ id }) => id),
  )
  return left.flatMap(({ id, revision, after }, index) => {
    const record = now[index] ?? null
    const isAsLeft = revisionOf(record) === revision && (after === undefined || isSame(record, after))
    return record !== null && isAsLeft ? [] : [String(record?.name ?? id)]
  })
}

function raised(before: Carried, revision: number): Carried {
  return 'revision' in before ? { ...before, revision: revision + 1 } : before
}
