import { AppError } from '#domain/errors'
import { chosenItems, type EvaluationPlan, type PlanStep, planFlow } from '#domain/evaluation/plan'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { bookById } from '#storage/books'
import { coverageFacts } from '#storage/evaluation-plan'
import { movedPlan, seenPlan } from '#storage/evaluation-plan-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Issues the year's plan, or takes it back with a reason. Throws what `movedPlan` says. */
export async function takeEvaluationPlanStep(
  bookId: string,
  seenRevision: number,
  wanted: PlanStep,
  by: Actor,
): Promise<EvaluationPlan> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const facts = await coverageFacts(book)
  const stamp = newStamp(by)
  const { verb } = stepOf(planFlow, wanted.id) ?? { verb: '' }
  const entry: Entry = { action: wanted.id, bookId, summary: `${verb} ${book.year} 年度评价计划` }
  return write(stamp, entry, ['evaluationPlans'], async (writer) => {
    const moved = movedPlan(stamp, await seenPlan(book, seenRevision, stamp), wanted, { facts, book })
    writer.say(`${entry.summary}，名单 ${chosenItems(moved).length} 项`)
    await writer.put('evaluationPlans', [moved])
    return moved
  })
}
