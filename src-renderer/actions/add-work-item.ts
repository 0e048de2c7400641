import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { checkPlanned, type WorkItem, type WorkPlanned } from '#domain/supervision/work-item'
import { newStamp } from '#storage/stamp'
import { newWork } from '#storage/work-item-record'
import { type Entry, write } from '#storage/write'

/** Adds an item of the bureau's own to the yearly plan. Throws `condition-unmet` with the problems where it is incomplete. */
export function addWorkItem(bookId: string, planned: WorkPlanned, by: Actor): Promise<WorkItem> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-work-plan', bookId, summary: `新增年度工作：${planned.name}` }
  return write(stamp, entry, ['workItems'], async (writer) => {
    const problems = checkPlanned(planned)
    if (problems.length > 0) throw new AppError('condition-unmet', { cause: problems })
    const item = newWork(stamp, bookId, planned, '')
    await writer.put('workItems', [item])
    return item
  })
}
