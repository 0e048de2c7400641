import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { goalsByIds } from '#storage/goals'
import { changedReview } from '#storage/review-record'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/** 提交人大, for many goals at once: those pass a 重点复审 before the budget. Settled goals refuse with `not-allowed`. */
export async function markCongress(ids: readonly string[], congress: boolean, by: Actor): Promise<void> {
  const [first] = await goalsByIds(ids)
  if (!first) throw new AppError('not-found')
  const what = congress ? '标记提交人大' : '取消提交人大标记'
  const entry = {
    action: 'mark-congress',
    bookId: first.bookId,
    summary: `${what}：${ids.length} 个目标`,
  } as const
  await write(newStamp(by), entry, ['goals', 'reviews'], async (writer) => {
    const reviews = []
    for (const id of ids) {
      const review = await changedReview(id, (before, goal) => {
        if (goal.bookId !== first.bookId || goal.status === 'approved') throw new AppError('not-allowed')
        return { ...before, congress }
      })
      reviews.push(review)
    }
    await writer.put('reviews', reviews)
  })
}
