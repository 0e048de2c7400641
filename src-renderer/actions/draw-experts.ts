import { AppError } from '#domain/errors'
import { houseOf } from '#domain/experts/avoid'
import { type Draw, type DrawRequest, drawExperts, type Wanted } from '#domain/experts/draw'
import { shippedExpertRules } from '#domain/experts/expert-rules'
import type { Actor } from '#domain/people/duties'
import type { Problem } from '#domain/problem'
import { unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { newSeed } from '#storage/draws'
import { allExperts } from '#storage/experts'
import { localDay } from '#storage/local-day'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

export type DrawWish = { subject: string; unitId: string; wanted: Wanted[]; assessmentId: string }

/**
 * 抽取: draws from the register as it stands and keeps the record with seed, candidates and who was left out why. Where
 * it cannot be drawn nothing is written and the problems say what is missing.
 */
export async function drawForReview(
  bookId: string,
  wish: DrawWish,
  by: Actor,
): Promise<{ draw: Draw } | { problems: Problem[] }> {
  const stamp = newStamp(by)
  const seed = newSeed()
  const subject = wish.subject.trim()
  const entry: Entry = { action: 'draw-experts', bookId, summary: `抽取专家：${subject}` }
  return write(stamp, entry, ['draws', 'experts', 'units', 'books'], async (writer) => {
    const demo = (await db.books.get(bookId))?.demo === true
    const house = houseOf(wish.unitId, await unitsOf(bookId))
    // A unit that is gone would let its own people be drawn.
    if (wish.unitId !== '' && house.unitCode === '') throw new AppError('not-found')
    const request: DrawRequest = { ...house, subject, wanted: wish.wanted, today: localDay(stamp.at) }
    const outcome = drawExperts(request, await allExperts(demo), seed, shippedExpertRules)
    const { pool, excluded, drawn, problems } = outcome
    if (problems.length > 0) return { problems }
    const draw: Draw = {
      id: stamp.nextId(),
      bookId,
      subject,
      assessmentId: wish.assessmentId,
      unitCode: house.unitCode,
      request,
      rulesId: shippedExpertRules.id,
      seed,
      pool,
      excluded,
      drawn,
      replaced: [],
      at: stamp.at,
      by: stamp.by,
      duty: by.duty,
      ...changed(stamp, null),
    }
    await writer.put('draws', [draw])
    writer.say(`抽取专家：${subject}，${drawn.map(({ name }) => name).join('、')}`)
    return { draw }
  })
}
