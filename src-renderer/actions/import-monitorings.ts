import { AppError } from '#domain/errors'
import type { MonitoringContent } from '#domain/monitoring/monitoring'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { assertOpen, revisedMonitoring } from '#storage/monitoring-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What the preview would make of a form at the revision it was seen in. */
export type MonitoringImported = { id: string; seenRevision: number; content: MonitoringContent }

/** The forms as they were, with the revision the import left them at. */
export type MonitoringImportUndo = {
  bookId: string
  forms: { id: string; name: string; revision: number; content: MonitoringContent }[]
}

/**
 * 导入监控表 into a round, all or none. Gives back what undoes it. Throws `changed-meanwhile` where a form was changed
 * after the preview, `not-allowed` where a form's state or a closed round forbids it, `not-found` where nothing is chosen.
 */
export async function importMonitorings(
  roundId: string,
  imported: readonly MonitoringImported[],
  files: readonly string[],
  by: Actor,
): Promise<MonitoringImportUndo> {
  const round = await db.rounds.get(roundId)
  if (!round || imported.length === 0) throw new AppError('not-found')
  const stamp = newStamp(by)
  const count = new Set(files).size
  const summary = `导入监控表：${round.name}，${count} 个文件，${imported.length} 个项目`
  const entry: Entry = { action: 'import-monitorings', bookId: round.bookId, summary }
  return write(stamp, entry, ['monitorings', 'rounds', 'goals'], async (writer) => {
    const stored = await db.monitorings.bulkGet(imported.map(({ id }) => id))
    const before = imported.map(({ seenRevision }, index) => asSeen(stored[index], seenRevision))
    if (before.some((form) => form.roundId !== roundId)) throw new AppError('not-found')
    await assertOpen(before)
    const goals = await db.goals.bulkGet(before.map(({ goalId }) => goalId))
    const after = before.map((form, index) =>
      revisedMonitoring(stamp, form, imported[index]?.content ?? {}, goals[index]),
    )
    await writer.put('monitorings', after)
    const forms = before.map(
      ({ id, name, funds, fundsReason, entries, measures, summary: whole }, index) => ({
        id,
        name,
        revision: after[index]?.revision ?? 0,
        content: { funds, fundsReason, entries, measures, summary: whole },
      }),
    )
    return { bookId: round.bookId, forms }
  })
}
