import type { Appraisal } from '#domain/appraisals/appraisal'
import { withStandings } from '#domain/appraisals/decide'
import { appraisalFlow, type TogetherStep } from '#domain/appraisals/flow'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { movedAppraisal } from '#storage/appraisal-record'
import { appraisalsOfNotice } from '#storage/appraisals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What a step of a whole notice is taken with; `seen` are the revisions by id. */
export type TogetherWanted = {
  id: TogetherStep
  opinion: string
  /** 通报 number. */
  announcement?: string
  seen: ReadonlyMap<string, number>
}

/**
 * Takes all appraisals of a notice a step together: rank, quota and 通报 are of the whole, so none goes alone. With 审定 each
 * gets its points, rank and grade for good. Throws `changed-meanwhile`, and what the step of one throws.
 */
export async function takeAppraisalSteps(
  bookId: string,
  noticeId: string,
  wanted: TogetherWanted,
  by: Actor,
): Promise<Appraisal[]> {
  const { verb } = stepOf(appraisalFlow, wanted.id) ?? { verb: '' }
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId, summary: '' }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const all = await appraisalsOfNotice(bookId, noticeId)
    const [first] = all
    if (!first) throw new AppError('not-found')
    const isSame = all.length === wanted.seen.size
    if (!isSame || all.some(({ id, revision }) => wanted.seen.get(id) !== revision))
      throw new AppError('changed-meanwhile')
    const { announcement = '' } = wanted
    const moved = all.map((each) => movedAppraisal(stamp, each, wanted, { calendars: [], announcement }))
    const after = wanted.id === 'decide-appraisals' ? withStandings(moved) : moved
    await writer.put('appraisals', after)
    writer.say(`考核${verb}：${first.title}，${after.length} 个对象`)
    return after
  })
}
