import { type Calendar, workingDaysLater } from '../calendar.ts'
import type { Day, Moment } from '../dates.ts'
import type { Actor } from '../people/duties.ts'
import { type StepTaken, type StepWanted, stepTaken } from '../workflow.ts'
import { type Application, isOverdue, type Rectification, type RectificationOrder } from './application.ts'
import { type ApplicationState, applicationFlow, type RectificationState, rectificationFlow } from './flow.ts'
import type { ApplicationRules, ReferralKind } from './rules.ts'

/** `decidedBy`: who decided, where it is not written yet. */
export type ApplicationStep = StepWanted<ApplicationState> & { referral?: ReferralKind; decidedBy?: string }
export type RectificationStep = StepWanted<RectificationState>

export type StepMade = {
  actor: Pick<Actor, 'duty' | 'name'>
  at: Moment
  today: Day
  calendars: readonly Calendar[]
  rules: ApplicationRules
}

/**
 * The application after a step that is allowed. What goes to 预算科 is what is to be decided until it is changed there; a
 * decision counts the working days from its day; what comes back to be carried out gets them anew when they are over.
 */
export function steppedApplication(
  application: Application,
  to: ApplicationState,
  wanted: ApplicationStep,
  made: StepMade,
): Application {
  const { at, today } = made
  const step = stepTaken(applicationFlow, application.state, to, wanted, made.actor, at)
  const after = { ...application, state: to, heldSince: at, trail: [...application.trail, step] }
  switch (wanted.id) {
    case 'send-application':
      return { ...after, decided: application.proposed, decidedChange: application.proposedChange }
    case 'decide-application':
      return { ...after, decidedOn: today, dueOn: dueFrom(today, made) }
    case 'reopen-decision':
      return { ...after, decidedOn: '', dueOn: '' }
    case 'answer-application':
      return { ...after, answeredOn: today }
    case 'withdraw-application':
      return { ...after, answeredOn: '' }
    case 'return-carrying':
      return { ...after, answeredOn: '', dueOn: later(application.dueOn, today, made) }
    case 'refer-application':
      return {
        ...after,
        referrals: [
          ...application.referrals,
          {
            kind: wanted.referral ?? referralFor(application, today),
            ...{ reason: step.opinion, on: today, handling: '', handledOn: '' },
          },
        ],
      }
    case 'recall-referral':
      return { ...after, referrals: application.referrals.slice(0, -1) }
    case 'handle-referral':
      return handled(after, application, step, made)
    default:
      return after
  }
}

function handled(after: Application, application: Application, step: StepTaken, made: StepMade): Application {
  const referrals = application.referrals.map((referral) =>
    referral.handledOn === '' ? { ...referral, handling: step.opinion, handledOn: made.today } : referral,
  )
  if (after.state !== 'carrying') return { ...after, referrals }
  return { ...after, referrals, answeredOn: '', dueOn: later(application.dueOn, made.today, made) }
}

function dueFrom(today: Day, { calendars, rules }: StepMade): Day {
  return workingDaysLater(today, rules.workingDays, calendars)
}

/** A deadline that is still to come stays; one that is over begins anew. */
function later(dueOn: Day, today: Day, made: StepMade): Day {
  return dueOn > today ? dueOn : dueFrom(today, made)
}

/** What an application is referred for, as it looks: late, nothing done, or less done than was decided. */
export function referralFor(
  application: Pick<Application, 'state' | 'dueOn' | 'decidedChange' | 'doneChange'>,
  today: Day,
): ReferralKind {
  if (isOverdue(application, today)) return 'late'
  const { state, decidedChange, doneChange } = application
  if (state === 'answered' && decidedChange !== null && decidedChange !== 0 && doneChange === 0)
    return 'refused'
  return state === 'answered' ? 'poor' : 'refused'
}

/** The application after a step of its rectification, noted in the same trail. */
export function steppedRectification(
  application: Application,
  before: Rectification,
  to: RectificationState,
  wanted: RectificationStep,
  made: Pick<StepMade, 'actor' | 'at' | 'today'> & { order?: RectificationOrder },
): Application {
  const { at, today, order } = made
  const step = stepTaken(rectificationFlow, before.state, to, wanted, made.actor, at)
  const rectification: Rectification = {
    ...before,
    ...(wanted.id === 'order-rectification' ? { ...order, orderedOn: today } : {}),
    ...(wanted.id === 'report-rectification' ? { reportedOn: today } : {}),
    ...(wanted.id === 'return-rectification' ? { reportedOn: '' } : {}),
    ...(wanted.id === 'clear-rectification' ? { clearedOn: today, conclusion: step.opinion } : {}),
    ...(wanted.id === 'reopen-rectification' ? { clearedOn: '' } : {}),
    ...{ state: to, heldSince: at },
  }
  return { ...application, rectification, trail: [...application.trail, step] }
}

/** Why it came back or was dropped; '' where that is not the last word. */
export function lastReason({ state, trail }: Pick<Application, 'state' | 'trail'>): string {
  const last = trail.findLast(({ step }) => applicationFlow.steps.some(({ id }) => id === step))
  const row = applicationFlow.steps.find(({ id }) => id === last?.step)
  const isTold = last?.to === state && (row?.back === true || last.step === 'handle-referral')
  return isTold ? last.opinion : ''
}
