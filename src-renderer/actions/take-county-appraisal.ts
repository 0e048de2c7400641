import type { Appraisal } from '#domain/appraisals/appraisal'
import { appraisalFlow, isOpenForSelf } from '#domain/appraisals/flow'
import { heardExtras, heardItems } from '#domain/appraisals/self-part'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { stepTaken } from '#domain/workflow'
import { appraisalById } from '#storage/appraisals'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { asSeen, changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 接收区县自评: what a county handed in with its package becomes the self-assessment of the city's own appraisal of it; items
 * that the city's scheme does not have are left out. Throws `changed-meanwhile`, `not-allowed` when it is no longer open,
 * `not-for-here` for another county's.
 */
export async function takeCountyAppraisal(
  id: string,
  seenRevision: number,
  sentId: string,
  by: Actor,
): Promise<Appraisal> {
  const [seen, sent] = await Promise.all([appraisalById(id), appraisalById(sentId)])
  const source = sent && (await bookById(sent.bookId))
  if (!seen || !sent || !source?.collected) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'take-county-appraisal',
    bookId: seen.bookId,
    summary: `接收区县自评：${seen.name}`,
  }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const before = asSeen(await db.appraisals.get(id), seenRevision)
    if (!isOpenForSelf(before.state)) throw new AppError('not-allowed')
    if (before.subject.code !== source.identity.regionCode) throw new AppError('not-for-here')
    const ids = new Set(before.scheme.groups.flatMap(({ items }) => items.map((item) => item.id)))
    const wanted = { id: 'take-county-appraisal', opinion: '' } as const
    const taken = stepTaken(appraisalFlow, before.state, 'submitted', wanted, by, stamp.at)
    const { contact, phone, summary } = sent
    const items = Object.entries(sent.items).filter(([item]) => ids.has(item))
    const after: Appraisal = {
      ...before,
      ...{ contact, phone, summary },
      items: heardItems(before.items, Object.fromEntries(items)),
      extras: heardExtras(before.extras, sent.extras),
      trail: [...before.trail, taken],
      state: 'submitted',
      heldSince: stamp.at,
      ...changed(stamp, before),
    }
    await writer.put('appraisals', [after])
    return after
  })
}
