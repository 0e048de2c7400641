import { type Calendar, workingDaysLater } from '../calendar.ts'
import type { Day, Moment } from '../dates.ts'
import type { Actor } from '../people/duties.ts'
import { type StepWanted, stepTaken } from '../workflow.ts'
import { type Disposal, isOverdue } from './disposal.ts'
import { type DisposalState, disposalFlow } from './flow.ts'
import { causeOfDelay } from './propose.ts'
import type { DisposalRules } from './rules.ts'

export type DisposalStep = StepWanted<DisposalState>

export type StepMade = {
  actor: Pick<Actor, 'duty' | 'name'>
  at: Moment
  /** The day on which it is taken, where the machine stands. */
  today: Day
  calendars: readonly Calendar[]
  rules: DisposalRules
}

/**
 * The disposal after a step that is allowed: its state, the note in its trail, and the day until which the unit answers.
 * A decision counts the working days from the letter's day; what is sent back gives some more days, never fewer.
 */
export function steppedDisposal(
  disposal: Disposal,
  to: DisposalState,
  wanted: DisposalStep,
  made: StepMade,
): Disposal {
  const { at, today, calendars, rules } = made
  const step = stepTaken(disposalFlow, disposal.state, to, wanted, made.actor, at)
  const after = { ...disposal, state: to, heldSince: at, trail: [...disposal.trail, step] }
  if (to === 'issued' && wanted.id !== 'withdraw-answer') {
    const dueOn = workingDaysLater(disposal.warnedOn, rules.workingDays, calendars)
    const isLate = isOverdue(disposal, today)
    const causes = isLate ? [...disposal.causes, causeOfDelay(disposal.dueOn, today, rules)] : disposal.causes
    return { ...after, causes, dueOn }
  }
  if (to === 'returned') {
    const again = workingDaysLater(today, rules.again.workingDays, calendars)
    return { ...after, dueOn: again > disposal.dueOn ? again : disposal.dueOn }
  }
  if (wanted.id === 'answer-disposal') return { ...after, answeredOn: today }
  return wanted.id === 'withdraw-answer' ? { ...after, answeredOn: '' } : after
}

/** Why it came back, why it was dropped, or why the decision was changed; '' where none of these is the last word. */
export function lastReason({ state, trail }: Pick<Disposal, 'state' | 'trail'>): string {
  const last = trail.at(-1)
  const isTold = state === 'returned' || state === 'dropped' || last?.step === 'redecide-disposal'
  return isTold ? (last?.opinion ?? '') : ''
}
