import type { Moment } from '../dates.ts'
import type { Actor } from '../people/duties.ts'
import { type StepWanted, stepTaken } from '../workflow.ts'
import type { FrozenScore, SelfEvaluation } from './self-evaluation.ts'
import { type SelfEvaluationState, selfEvaluationFlow } from './self-evaluation-flow.ts'

export type SelfEvaluationStep = StepWanted<SelfEvaluationState>

/** The form after a step that is allowed: its state, the note in its trail, and the score kept while it is collected. */
export function steppedSelfEvaluation(
  form: SelfEvaluation,
  to: SelfEvaluationState,
  wanted: SelfEvaluationStep,
  made: { actor: Pick<Actor, 'duty' | 'name'>; at: Moment; frozen: FrozenScore | null },
): SelfEvaluation {
  const step = stepTaken(selfEvaluationFlow, form.state, to, wanted, made.actor, made.at)
  return {
    ...form,
    state: to,
    heldSince: made.at,
    frozen: to === 'collected' ? made.frozen : null,
    trail: [...form.trail, step],
  }
}

/** Why it came back; '' unless it did. */
export function returnedBecause({ state, trail }: Pick<SelfEvaluation, 'state' | 'trail'>): string {
  return state === 'returned' ? (trail.findLast(({ to }) => to === 'returned')?.opinion ?? '') : ''
}
