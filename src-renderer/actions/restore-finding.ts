import type { DismissedFinding } from '#domain/analysis/finding'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { dismissedOf } from '#storage/analysis'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Takes a finding back among those that stand. Throws `not-found` where it no longer is put aside. */
export async function restoreFinding(dismissed: DismissedFinding, by: Actor): Promise<void> {
  const { id, bookId, name } = dismissed
  const stamp = newStamp(by)
  const entry: Entry = { action: 'restore-finding', bookId, summary: `恢复分析结果：${name}` }
  await write(stamp, entry, ['dismissals'], async (writer) => {
    if (!(await dismissedOf(bookId)).some((each) => each.id === id)) throw new AppError('not-found')
    await writer.remove('dismissals', [id])
  })
}
