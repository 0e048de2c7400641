import { AppError } from '#domain/errors'
import type { Together } from '#domain/goals/review'
import type { Actor } from '#domain/people/duties'
import { goalsByIds } from '#storage/goals'
import { changedReview } from '#storage/review-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Takes a registration back. Throws `undo-impossible`, with nothing changed, where a review was written since. */
export async function restoreTogether(
  done: readonly { id: string; revision: number; before: Together }[],
  by: Actor,
): Promise<void> {
  const [first] = await goalsByIds(done.map(({ id }) => id))
  if (!first) throw new AppError('not-found')
  const entry: Entry = {
    action: 'register-together',
    bookId: first.bookId,
    summary: `撤销同步登记：${done.length} 个目标`,
  }
  await write(newStamp(by), entry, ['goals', 'reviews'], async (writer) => {
    const reviews = []
    for (const { id, revision, before } of done) {
      const review = await changedReview(id, (kept) => {
        if (kept.revision !== revision) throw new AppError('undo-impossible')
        return { ...kept, together: before }
      })
      reviews.push(review)
    }
    await writer.put('reviews', reviews)
  })
}
