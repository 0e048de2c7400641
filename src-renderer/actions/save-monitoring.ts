import { AppError } from '#domain/errors'
import type { Monitoring, MonitoringContent } from '#domain/monitoring/monitoring'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { assertOpen, revisedMonitoring } from '#storage/monitoring-record'
import { monitoringsByIds } from '#storage/monitorings'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What was written on one form. */
export type MonitoringWritten = { id: string; seenRevision: number; change: Partial<MonitoringContent> }

/**
 * Keeps what was written on forms of one book, all or none. Throws `changed-meanwhile`, `not-allowed` where a form's state
 * or a closed round forbids it.
 */
export async function saveMonitoring(
  written: readonly MonitoringWritten[],
  by: Actor,
): Promise<Monitoring[]> {
  const [seen] = await monitoringsByIds(written.map(({ id }) => id))
  if (!seen) throw new AppError('not-found')
  const summary = written.length === 1 ? `填报监控：${seen.name}` : `填报监控：${written.length} 个项目`
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-monitoring', bookId: seen.bookId, summary }
  return write(stamp, entry, ['monitorings', 'rounds', 'goals'], async (writer) => {
    const stored = await db.monitorings.bulkGet(written.map(({ id }) => id))
    const before = written.map(({ seenRevision }, index) => asSeen(stored[index], seenRevision))
    await assertOpen(before)
    const goals = await db.goals.bulkGet(before.map(({ goalId }) => goalId))
    const after = before.map((each, index) =>
      revisedMonitoring(stamp, each, written[index]?.change ?? {}, goals[index]),
    )
    await writer.put('monitorings', after)
    return after
  })
}
