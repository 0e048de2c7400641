import { saveSelfEvaluations } from '#actions/save-self-evaluation'
import type { SelfEvaluation, SelfEvaluationContent } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'

/** Keeps what was written on one form. */
export async function saveSelfEvaluation(
  id: string,
  seenRevision: number,
  change: Partial<SelfEvaluationContent>,
  by: Actor,
): Promise<SelfEvaluation> {
  const [after] = await saveSelfEvaluations([{ id, seenRevision, change }], by)
  if (!after) throw new Error('the form is there')
  return after
}
