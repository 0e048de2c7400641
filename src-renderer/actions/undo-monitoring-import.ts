import { AppError } from '#domain/errors'
import type { MonitoringContent } from '#domain/monitoring/monitoring'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { assertOpen, revisedMonitoring } from '#storage/monitoring-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes an import of monitoring forms back, all or none. Throws `undo-impossible` with the names in `cause`, and changes
 * nothing, where forms were worked on since.
 */
export async function undoMonitoringImport(
  undo: {
    bookId: string
    forms: readonly { id: string; name: string; revision: number; content: MonitoringContent }[]
  },
  by: Actor,
): Promise<void> {
  const stamp = newStamp(by)
  const summary = `撤销导入监控表：还原 ${undo.forms.length} 个项目`
  const entry: Entry = { action: 'undo-monitoring-import', bookId: undo.bookId, summary }
  await write(stamp, entry, ['monitorings', 'rounds', 'goals'], async (writer) => {
    const stored = await db.monitorings.bulkGet(undo.forms.map(({ id }) => id))
    const standing = undo.forms.filter(({ revision }, index) => stored[index]?.revision !== revision)
    if (standing.length > 0)
      throw new AppError('undo-impossible', { cause: standing.map(({ name }) => name) })
    const current = stored.filter((form) => form !== undefined)
    await assertOpen(current)
    const goals = await db.goals.bulkGet(current.map(({ goalId }) => goalId))
    await writer.put(
      'monitorings',
      current.map((form, index) =>
        revisedMonitoring(stamp, form, undo.forms[index]?.content ?? {}, goals[index]),
      ),
    )
  })
}
