import type { FieldComment } from '../goals/review.ts'
import type { StepTaken } from '../workflow.ts'
import type { Carried, Way } from './contents.ts'
import { isSame } from './merge.ts'

/** The comments that the bureau has after the unit's answers came: none is added, changed or taken away. */
export function heardAnswers(ours: readonly FieldComment[], sent: readonly FieldComment[]): FieldComment[] {
  return ours.map((comment) => {
    const said = sent.find(({ id }) => id === comment.id)
    if (!said || said.answer === '') return comment
    const { answer, answeredBy, answeredAt } = said
    return { ...comment, answer, answeredBy, answeredAt }
  })
}

/**
 * A record with the trail (经办过程) that its sender may say: a unit adds steps of its own and takes them back; the bureau's
 * stand as they are here, none is brought in from elsewhere and none is left out.
 */
export function withHeardTrail(way: Way, record: Carried, ours: Carried | null): Carried {
  if (way !== 'unit-up' || !isTrail(record.trail)) return record
  const here = isTrail(ours?.trail) ? ours.trail : []
  return { ...record, trail: heardSteps(here, record.trail) }
}

function heardSteps(ours: readonly StepTaken[], sent: readonly StepTaken[]): StepTaken[] {
  const isIn = (steps: readonly StepTaken[], step: StepTaken) => steps.some((each) => isSame(each, step))
  const heard = sent.filter((step) => isOfUnit(step) || isIn(ours, step))
  const leftOut = ours.filter((step) => !isOfUnit(step) && !isIn(sent, step))
  if (leftOut.length === 0) return heard
  return [...heard, ...leftOut].sort((left, right) => (left.at < right.at ? -1 : 1))
}

function isOfUnit({ duty }: StepTaken): boolean {
  return duty === 'unit'
}

/** Records are read by their schemas: a list of this name holds steps. */
function isTrail(value: unknown): value is readonly StepTaken[] {
  return Array.isArray(value)
}
