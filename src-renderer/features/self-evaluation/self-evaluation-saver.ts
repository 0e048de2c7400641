import { saveSelfEvaluations } from '#actions/save-self-evaluation'
import type { SelfEvaluation, SelfEvaluationContent } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { selfEvaluationsByIds } from '#storage/self-evaluations'
import { type FormsSaver, useFormsSaver } from '#ui/use-forms-saver'
import type { Saving } from '#ui/use-queue'

export type Patch = (before: SelfEvaluation) => Partial<SelfEvaluationContent>
export type SelfEvaluationsSaver = FormsSaver<SelfEvaluation, SelfEvaluationContent>

export type SelfEvaluationSaver = Saving & {
  /** The form as it is kept, with what is still being written. */
  form: SelfEvaluation
  change: (patch: Patch) => void
}

/** Self-evaluations being written. */
export function useSelfEvaluationsSaver(by: Actor): SelfEvaluationsSaver {
  return useFormsSaver<SelfEvaluation, SelfEvaluationContent>({
    read: selfEvaluationsByIds,
    keep: (written) => saveSelfEvaluations(written, by),
  })
}

/** One form being written. */
export function useSelfEvaluationSaver(kept: SelfEvaluation, by: Actor): SelfEvaluationSaver {
  const { shown, change, ...saver } = useSelfEvaluationsSaver(by)
  return { ...saver, form: shown(kept), change: (patch) => change([{ id: kept.id, patch }]) }
}
