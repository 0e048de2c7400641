import type { Appraisal } from '../appraisals/appraisal.ts'
import { heardExtras, heardItems } from '../appraisals/self-part.ts'
import type { FieldComment } from '../goals/review.ts'
import type { StepTaken } from '../workflow.ts'
import type { Carried, ExchangeTable, Way } from './contents.ts'
import { heardObjections } from './evaluated.ts'
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
 * A record as its sender may say it. Of every trail (经办过程) a unit adds steps of its own and takes them back; the bureau's
 * stand as they are here, none is brought in from elsewhere and none is left out. Lights and scores are frozen by the
 * bureau. Of a 考核 the assessed has its self-assessment to say: not by which 办法, nor what was re-checked, drawn or decided.
 */
export function asHeard(way: Way, table: ExchangeTable, record: Carried, ours: Carried | null): Carried {
  if (way !== 'unit-up') return record
  const form = table === 'appraisals' ? heardAppraisal(record, ours) : record
  const said = 'frozen' in form ? { ...form, frozen: ours?.frozen ?? null } : form
  if (!isTrail(said.trail)) return said
  const here = isTrail(ours?.trail) ? ours.trail : []
  return { ...said, trail: heardSteps(here, said.trail) }
}

function heardAppraisal(record: Carried, here: Carried | null): Carried {
  // Both are read by the schema.
  const [sent, ours] = [record as unknown as Appraisal, here as unknown as Appraisal | null]
  const { agreed: _agreed, ...said } = sent
  const heard: Appraisal = {
    ...said,
    ...(ours ? decidedHere(ours) : undecided),
    items: heardItems(ours?.items ?? {}, sent.items),
    extras: heardExtras(ours?.extras ?? {}, sent.extras),
    objections: heardObjections(ours?.objections ?? [], sent.objections),
  }
  return heard as unknown as Carried
}

const undecided = { draws: [], objectsUntil: '', decidedBy: '', announcement: '' } as const

function decidedHere(ours: Appraisal): Partial<Appraisal> {
  const { schemeId, scheme, subject, draws, objectsUntil, decidedBy, announcement, agreed } = ours
  const decided = { schemeId, scheme, subject, draws, objectsUntil, decidedBy, announcement }
  return agreed ? { ...decided, agreed } : decided
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
