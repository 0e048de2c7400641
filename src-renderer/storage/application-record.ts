import type {
  Answer,
  Application,
  Decision,
  FollowUp,
  Proposal,
  Rectification,
  RectificationOrder,
  RectificationReport,
} from '#domain/applications/application'
import {
  checkAnswer,
  checkClosing,
  checkDecision,
  checkOrder,
  checkProposal,
  checkReport,
} from '#domain/applications/checks'
import { applicationFlow, isOpen, rectificationFlow } from '#domain/applications/flow'
import { emptyRectification } from '#domain/applications/propose'
import type { ApplicationRules } from '#domain/applications/rules'
import {
  type ApplicationStep,
  type RectificationStep,
  steppedApplication,
  steppedRectification,
} from '#domain/applications/step'
import type { Calendar } from '#domain/calendar'
import { isDay } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { Problem } from '#domain/problem'
import { nextState } from '#domain/workflow'
import { refusalCodes } from './goal-record.ts'
import { localDay } from './local-day.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/**
 * The application with what is proposed, or prepared for the decision: each in its turn by the duty whose turn it is. Throws
 * `not-allowed` for anything else.
 */
export function redraftedApplication(
  stamp: Stamp,
  application: Application,
  change: Partial<Proposal> | Partial<Decision>,
): Application {
  const { duty } = stamp.actor
  const { state } = application
  const isProposal = state === 'draft' && duty === 'performance'
  const isDecision =
    (state === 'budgeting' && duty === 'budget') ||
    (state === 'deciding' && (duty === 'leader' || duty === 'budget'))
  const fields: readonly string[] = isProposal ? proposalFields : isDecision ? decisionFields : []
  if (!Object.keys(change).every((field) => fields.includes(field))) throw new AppError('not-allowed')
  return { ...application, ...change, ...changed(stamp, application) }
}

const proposalFields = [
  'proposed',
  'proposedChange',
  'reason',
  'nextName',
  'nextGoalId',
  'letterNumber',
] as const
const decisionFields = [
  ...(['budgetOpinion', 'decided', 'decidedChange', 'decisionReason', 'decidedBy'] as const),
  ...(['nextName', 'nextGoalId'] as const),
]

/** The application with what 支出管理科 writes. Throws `not-allowed` where it is not its turn. */
export function answeredApplication(
  stamp: Stamp,
  application: Application,
  change: Partial<Answer>,
): Application {
  if (application.state !== 'carrying') throw new AppError('not-allowed')
  return { ...application, ...change, ...changed(stamp, application) }
}

/**
 * The application after a step. Throws what the table, the duty or a missing opinion say, and `condition-unmet` with the
 * problems as its cause where the proposal, the decision or the answer is not complete.
 */
export function movedApplication(
  stamp: Stamp,
  application: Application,
  wanted: ApplicationStep,
  { calendars, rules }: { calendars: readonly Calendar[]; rules: ApplicationRules },
): Application {
  const next = nextState(applicationFlow, application.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  const before = deciderNamed(stamp, application, wanted)
  assertComplete(problemsOf(before, wanted, rules))
  const made = { actor: stamp.actor, at: stamp.at, today: localDay(stamp.at), calendars, rules }
  return { ...steppedApplication(before, next.to, wanted, made), ...changed(stamp, application) }
}

/** Who decided, as the step says it where it is not written yet; a leader who decides need not write the own name. */
function deciderNamed({ actor }: Stamp, application: Application, wanted: ApplicationStep): Application {
  if (wanted.id !== 'decide-application' || application.decidedBy.trim() !== '') return application
  return {
    ...application,
    decidedBy: wanted.decidedBy?.trim() || (actor.duty === 'leader' ? actor.name : ''),
  }
}

/** What keeps a step from being taken. */
function problemsOf(
  application: Application,
  { id }: Pick<ApplicationStep, 'id'>,
  rules: ApplicationRules,
): Problem[] {
  if (id === 'send-application') return checkProposal(application, rules)
  if (id === 'submit-application')
    return checkDecision(application, rules).filter(({ at }) => at !== 'decidedBy')
  if (id === 'decide-application') return checkDecision(application, rules)
  if (id === 'answer-application') return checkAnswer(application)
  return id === 'close-application' ? checkClosing(application) : []
}

function assertComplete(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError('condition-unmet', { cause: problems })
}

/** The application with a note of 跟踪督导. Throws `not-allowed` once it is done with, `day-unfit` for what is no day. */
export function followedApplication(
  stamp: Stamp,
  application: Application,
  note: Omit<FollowUp, 'id' | 'by'>,
): Application {
  if (!isOpen(application.state) || note.text.trim() === '') throw new AppError('not-allowed')
  if (!isDay(note.on)) throw new AppError('day-unfit')
  const followUp = { ...note, text: note.text.trim(), id: stamp.nextId(), by: stamp.by }
  const followUps = [...application.followUps, followUp]
  return { ...application, followUps, ...changed(stamp, application) }
}

/** The application with what the unit writes of its 整改. Throws `not-allowed` where it is not its turn. */
export function rectifiedApplication(
  stamp: Stamp,
  application: Application,
  change: Partial<RectificationReport>,
): Application {
  const { rectification } = application
  if (rectification?.state !== 'ordered') throw new AppError('not-allowed')
  return { ...application, rectification: { ...rectification, ...change }, ...changed(stamp, application) }
}

/** The application after a step of its 整改; `order` goes with the first. Throws as `movedApplication` does. */
export function movedRectification(
  stamp: Stamp,
  application: Application,
  wanted: RectificationStep,
  order: RectificationOrder | null,
): Application {
  const before = application.rectification ?? emptyRectification(application, stamp.at)
  const next = nextState(rectificationFlow, before.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  if (!isOpen(application.state) && wanted.id === 'order-rectification') throw new AppError('not-allowed')
  // What is closed was closed with its rectification: first the closing is taken back.
  if (application.state === 'closed') throw new AppError('not-allowed')
  const today = localDay(stamp.at)
  assertComplete(rectificationProblems(before, wanted, order, today))
  const made = { actor: stamp.actor, at: stamp.at, today, ...(order ? { order } : {}) }
  return {
    ...steppedRectification(application, before, next.to, wanted, made),
    ...changed(stamp, application),
  }
}

function rectificationProblems(
  before: Rectification,
  { id }: RectificationStep,
  order: RectificationOrder | null,
  today: string,
): Problem[] {
  if (id === 'order-rectification') return checkOrder(order ?? before, today)
  return id === 'report-rectification' ? checkReport(before) : []
}
