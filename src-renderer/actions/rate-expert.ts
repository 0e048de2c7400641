import { AppError } from '#domain/errors'
import { checkRating, type Expert, type Rating, ratingGrades } from '#domain/experts/expert'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 评价: adds what one review by an expert was worth. Throws `changed-meanwhile`, `entry-faulty`. */
export async function rateExpert(
  bookId: string,
  seen: Pick<Expert, 'id' | 'name' | 'revision'>,
  rating: Omit<Rating, 'by'>,
  by: Actor,
): Promise<Expert> {
  const stamp = newStamp(by)
  if (checkRating(rating).length > 0) throw new AppError('entry-faulty')
  const summary = `评价专家：${seen.name}，${ratingGrades[rating.grade]}（${rating.subject}）`
  const entry: Entry = { action: 'rate-expert', bookId, summary }
  return write(stamp, entry, ['experts'], async (writer) => {
    const before = await db.experts.get(seen.id)
    if (before?.revision !== seen.revision) throw new AppError('changed-meanwhile')
    const ratings = [...before.ratings, { ...rating, by: stamp.by }]
    const kept = { ...before, ratings, ...changed(stamp, before) }
    await writer.put('experts', [kept])
    return kept
  })
}
