import { AppError } from '#domain/errors'
import { monitoringFlow } from '#domain/monitoring/flow'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { MonitoringStep } from '#domain/monitoring/step'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { assertOpen, movedMonitoring } from '#storage/monitoring-record'
import { monitoringsByIds } from '#storage/monitorings'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes forms of one book a step along their road, all or none. Throws the reason where the table, the duty, a missing
 * opinion, a closed round or an error of the form does not let it; for the last `cause` holds what is wrong.
 */
export async function takeMonitoringStep(
  forms: readonly { id: string; seenRevision: number }[],
  wanted: MonitoringStep,
  by: Actor,
): Promise<Monitoring[]> {
  const [seen] = await monitoringsByIds(forms.map(({ id }) => id))
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const rules = rulesOf(book)
  const { verb } = stepOf(monitoringFlow, wanted.id) ?? { verb: '' }
  const what = forms.length === 1 ? seen.name : `${forms.length} 个项目的监控情况`
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId: book.id, summary: `监控${verb}：${what}` }
  return write(stamp, entry, ['monitorings', 'rounds'], async (writer) => {
    const stored = await db.monitorings.bulkGet(forms.map(({ id }) => id))
    const before = forms.map(({ seenRevision }, index) => asSeen(stored[index], seenRevision))
    await assertOpen(before)
    const after = before.map((each) => movedMonitoring(stamp, each, wanted, rules))
    await writer.put('monitorings', after)
    return after
  })
}
