import { saveAnswer } from '#actions/save-answer'
import { saveDisposals } from '#actions/save-disposals'
import type { Answer, Decision, Disposal } from '#domain/disposals/disposal'
import type { Actor } from '#domain/people/duties'
import { disposalById } from '#storage/disposals'
import type { Saving } from '#ui/use-queue'
import { useWriteQueue } from '#ui/use-write-queue'

/** What is written at once: of the decision by the bureau, or of the answer by the unit. */
type Written = { decision: Partial<Decision> } | { answer: Partial<Answer> }

export type DisposalSaver = Saving & {
  /** The disposal as it is kept, with what is still being written. */
  disposal: Disposal
  decide: (change: Partial<Decision>) => void
  answer: (change: Partial<Answer>) => void
}

async function keep(latest: Disposal, written: Written, by: Actor): Promise<Disposal> {
  const { id, revision } = latest
  if ('answer' in written) return saveAnswer(id, revision, written.answer, by)
  const [after] = await saveDisposals([{ id, seenRevision: revision, change: written.decision }], by)
  return after ?? latest
}

/** One disposal being written: what waits is kept in order, and stays in sight where it is refused. */
export function useDisposalSaver(kept: Disposal, by: Actor): DisposalSaver {
  const { record, write, ...queue } = useWriteQueue<Disposal, Written>(kept, {
    read: disposalById,
    keep: (latest, written) => keep(latest, written, by),
    applied: (disposal, written) => ({
      ...disposal,
      ...('answer' in written ? written.answer : written.decision),
    }),
  })
  return {
    ...queue,
    disposal: record,
    decide: (change) => write({ decision: change }),
    answer: (change) => write({ answer: change }),
  }
}
