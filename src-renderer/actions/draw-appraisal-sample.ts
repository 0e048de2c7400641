import { type Appraisal, drawOf } from '#domain/appraisals/appraisal'
import { candidatesOf, drawSample, type SampleWish, sampleDraw } from '#domain/appraisals/sampling'
import { itemsOf } from '#domain/appraisals/scheme'
import { factsOfSubject } from '#domain/appraisals/subjects'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { Problem } from '#domain/problem'
import { appraisalFacts } from '#storage/appraisal-facts'
import { appraisalById, bookOfSubject } from '#storage/appraisals'
import { db } from '#storage/database'
import { newSeed } from '#storage/draws'
import { localDay } from '#storage/local-day'
import { asSeen, changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 抽查 of an item, by chance or by name with a reason, among what the subject's book has. The record keeps seed and candidates
 * and is never replaced: an item is drawn once. Where nothing can be drawn nothing is written and the problems say why. Throws
 * `changed-meanwhile`, `not-allowed` outside of the re-check or for a second draw.
 */
export async function drawAppraisalSample(
  id: string,
  seenRevision: number,
  itemId: string,
  wish: SampleWish,
  by: Actor,
): Promise<{ appraisal: Appraisal } | { problems: Problem[] }> {
  const seen = await appraisalById(id)
  const book = seen && (await bookOfSubject(seen))
  if (!seen || !book) throw new AppError('not-found')
  const item = itemsOf(seen.scheme).find((each) => each.id === itemId)
  if (item?.method.kind !== 'sample') throw new AppError('not-found')
  const stamp = newStamp(by)
  const facts = factsOfSubject(await appraisalFacts(book, localDay(stamp.at)), seen)
  const candidates = candidatesOf(item.method.of, facts)
  const seed = wish.ids.length > 0 ? '' : newSeed()
  const entry: Entry = {
    action: 'draw-appraisal-sample',
    bookId: seen.bookId,
    summary: `考核抽查：${seen.name}，${item.name}`,
  }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const before = asSeen(await db.appraisals.get(id), seenRevision)
    const isOpen = before.state === 'reviewing' || before.state === 'sampling'
    if (!isOpen || drawOf(before, itemId)) throw new AppError('not-allowed')
    const { picked, problems } = drawSample(wish, candidates, seed)
    if (problems.length > 0) return { problems }
    const made = { id: stamp.nextId(), seed, at: stamp.at, by: stamp.by, duty: by.duty }
    const appraisal: Appraisal = {
      ...before,
      draws: [...before.draws, sampleDraw(itemId, wish, candidates, picked, made)],
      ...changed(stamp, before),
    }
    await writer.put('appraisals', [appraisal])
    return { appraisal }
  })
}
