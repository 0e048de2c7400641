import type { DismissedFinding, Finding } from '#domain/analysis/finding'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { dismissedOf } from '#storage/analysis'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Puts a finding aside as false, with the reason. Throws `opinion-missing` without one; twice is once. */
export async function dismissFinding(
  bookId: string,
  finding: Pick<Finding, 'id' | 'title'>,
  reason: string,
  by: Actor,
): Promise<void> {
  if (reason.trim() === '') throw new AppError('opinion-missing')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'dismiss-finding',
    bookId,
    summary: `排除分析结果：${finding.title}（${reason.trim()}）`,
  }
  await write(stamp, entry, ['dismissals'], async (writer) => {
    const known = (await dismissedOf(bookId)).find(({ findingId }) => findingId === finding.id)
    const dismissed: DismissedFinding = {
      ...{ id: known?.id ?? stamp.nextId(), bookId },
      ...{ findingId: finding.id, name: finding.title, reason: reason.trim() },
      ...changed(stamp, known),
    }
    await writer.put('dismissals', [dismissed])
  })
}
