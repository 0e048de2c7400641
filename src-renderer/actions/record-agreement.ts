import type { Agreement, Appraisal } from '#domain/appraisals/appraisal'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { agreedAppraisal } from '#storage/appraisal-record'
import { appraisalsOfNotice } from '#storage/appraisals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 登记无异议: that those who were asked about the result agree, so that their days need not be waited for. `seen` are the revisions
 * by id of those who said it. Throws `changed-meanwhile`, `not-allowed` where one was not asked, `day-unfit`, `reason-missing`.
 */
export async function recordAgreement(
  bookId: string,
  noticeId: string,
  wanted: Pick<Agreement, 'on' | 'text'> & { seen: ReadonlyMap<string, number> },
  by: Actor,
): Promise<Appraisal[]> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'record-agreement', bookId, summary: '' }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const all = await appraisalsOfNotice(bookId, noticeId)
    const agreeing = all.filter(({ id }) => wanted.seen.has(id))
    const [first] = agreeing
    if (!first) throw new AppError('not-found')
    const isSame = agreeing.length === wanted.seen.size
    if (!isSame || agreeing.some(({ id, revision }) => wanted.seen.get(id) !== revision))
      throw new AppError('changed-meanwhile')
    const after = agreeing.map((each) => agreedAppraisal(stamp, each, wanted))
    await writer.put('appraisals', after)
    writer.say(`登记对考核结果无异议：${first.title}，${after.map(({ subject }) => subject.name).join('、')}`)
    return after
  })
}
