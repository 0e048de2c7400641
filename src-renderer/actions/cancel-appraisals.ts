import { isNoticeUnused } from '#domain/appraisals/notice-way'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { appraisalsOfNotice } from '#storage/appraisals'
import { allPackages } from '#storage/exchange'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 撤回考核通知: takes all appraisals of a notice away again; whoever they asked can be asked anew. Throws `opinion-missing`
 * without a reason, `not-found`, and `notice-used` once one of them was begun or a 参数包 was made.
 */
export async function cancelAppraisals(
  bookId: string,
  noticeId: string,
  reason: string,
  by: Actor,
): Promise<void> {
  const why = reason.trim()
  if (why === '') throw new AppError('opinion-missing')
  const entry: Entry = { action: 'cancel-appraisals', bookId, summary: '撤回考核通知' }
  await write(newStamp(by), entry, ['appraisals', 'packages'], async (writer) => {
    const appraisals = await appraisalsOfNotice(bookId, noticeId)
    const [first] = appraisals
    if (!first) throw new AppError('not-found')
    if (!isNoticeUnused(appraisals, await allPackages())) throw new AppError('notice-used')
    await writer.remove(
      'appraisals',
      appraisals.map(({ id }) => id),
    )
    writer.say(`撤回考核通知：${first.title}，${appraisals.length} 个对象，理由：${why}`)
  })
}
