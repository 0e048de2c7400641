import {
  type Agreement,
  type Appraisal,
  emptyExtra,
  type ItemMark,
  markOf,
  type Objection,
  type SelfContent,
} from '#domain/appraisals/appraisal'
import { decisionProblems, reviewProblems, selfProblems } from '#domain/appraisals/checks'
import { type AppraisalStep, appraisalFlow, isOpenForReview, isOpenForSelf } from '#domain/appraisals/flow'
import { isAssessed } from '#domain/appraisals/roles'
import { itemsOf } from '#domain/appraisals/scheme'
import { type Calendar, workingDaysLater } from '#domain/calendar'
import { isDay } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { Problem } from '#domain/problem'
import { nextState, stepTaken } from '#domain/workflow'
import { refusalCodes } from './goal-record.ts'
import { localDay } from './local-day.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** Throws `out-of-reach` where the actor's duty is not the one that is assessed. */
function assertAssessed(stamp: Stamp, appraisal: Appraisal): void {
  if (!isAssessed(appraisal, stamp.actor)) throw new AppError('out-of-reach')
}

const selfFields = ['ticks', 'count', 'self', 'selfReason', 'evidence', 'note'] as const

/** The mark of which only what the assessed may write is changed. */
function ownMark(before: ItemMark, after: ItemMark): ItemMark {
  const own = Object.fromEntries(selfFields.map((field) => [field, after[field]]))
  return { ...before, ...own }
}

/** The appraisal with what the assessed writes. Throws `not-allowed` once it is handed in. */
export function filledAppraisal(stamp: Stamp, appraisal: Appraisal, change: Partial<SelfContent>): Appraisal {
  assertAssessed(stamp, appraisal)
  if (!isOpenForSelf(appraisal.state)) throw new AppError('not-allowed')
  const { items = appraisal.items, extras = appraisal.extras, ...texts } = change
  const ids = new Set(itemsOf(appraisal.scheme).map(({ id }) => id))
  const kept = Object.entries(items).flatMap(([id, mark]) =>
    ids.has(id) ? [[id, ownMark(markOf(appraisal, id), mark)] as const] : [],
  )
  const claimed = Object.entries(extras).map(
    ([id, extra]) =>
      [id, { ...extra, accepted: appraisal.extras[id]?.accepted ?? emptyExtra.accepted }] as const,
  )
  return {
    ...appraisal,
    // Who fills it in first is asked about it, until somebody else is named.
    contact: appraisal.contact || stamp.by,
    ...texts,
    items: Object.fromEntries(kept),
    extras: Object.fromEntries(claimed),
    ...changed(stamp, appraisal),
  }
}

/** What a re-check writes. */
export type ReviewContent = Pick<Appraisal, 'items' | 'extras'>

/** The appraisal with what a re-check says; what the assessed wrote stays. Throws `not-allowed` outside of the re-check. */
export function reviewedAppraisal(
  stamp: Stamp,
  appraisal: Appraisal,
  change: Partial<ReviewContent>,
): Appraisal {
  if (!isOpenForReview(appraisal.state)) throw new AppError('not-allowed')
  const { items = {}, extras = {} } = change
  const marks = Object.entries(items).map(([id, after]) => {
    const before = markOf(appraisal, id)
    const { review, reviewReason, sampled, sampledReason, findings } = after
    return [id, { ...before, review, reviewReason, sampled, sampledReason, findings }] as const
  })
  const accepted = Object.entries(extras).map(([id, after]) => {
    const before = appraisal.extras[id] ?? emptyExtra
    return [id, { ...before, accepted: after.accepted, reason: after.reason }] as const
  })
  return {
    ...appraisal,
    items: { ...appraisal.items, ...Object.fromEntries(marks) },
    extras: { ...appraisal.extras, ...Object.fromEntries(accepted) },
    ...changed(stamp, appraisal),
  }
}

/** The appraisal with one objection more. Throws `not-allowed` outside of its days, or once it agreed. */
export function objectedAppraisal(
  stamp: Stamp,
  appraisal: Appraisal,
  objection: Pick<Objection, 'itemId' | 'text'>,
): Appraisal {
  assertAssessed(stamp, appraisal)
  const on = localDay(stamp.at)
  const isOver = on > appraisal.objectsUntil || appraisal.agreed !== undefined
  if (appraisal.state !== 'asked' || isOver) throw new AppError('not-allowed')
  const text = objection.text.trim()
  if (text === '') throw new AppError('reason-missing')
  const added: Objection = {
    ...{ id: stamp.nextId(), itemId: objection.itemId, on, text },
    ...{ decision: '', answer: '' },
  }
  return {
    ...appraisal,
    objections: [...appraisal.objections, added],
    ...changed(stamp, appraisal),
  }
}

/** The appraisal with an objection answered. Throws `reason-missing` without an answer. */
export function answeredAppraisal(
  stamp: Stamp,
  appraisal: Appraisal,
  answered: Pick<Objection, 'id' | 'decision' | 'answer'>,
): Appraisal {
  if (appraisal.state !== 'asked') throw new AppError('not-allowed')
  if (!appraisal.objections.some(({ id }) => id === answered.id)) throw new AppError('not-found')
  if (answered.decision === '' || answered.answer.trim() === '') throw new AppError('reason-missing')
  return {
    ...appraisal,
    objections: appraisal.objections.map((each) =>
      each.id === answered.id
        ? { ...each, decision: answered.decision, answer: answered.answer.trim() }
        : each,
    ),
    ...changed(stamp, appraisal),
  }
}

/**
 * The appraisal with 无异议 recorded: its days to object are over with it. Throws `not-allowed` where it was not asked or has
 * agreed already, `day-unfit` for a day before it was asked or still to come, `reason-missing` without how it was said.
 */
export function agreedAppraisal(
  stamp: Stamp,
  appraisal: Appraisal,
  said: Pick<Agreement, 'on' | 'text'>,
): Appraisal {
  if (appraisal.state !== 'asked' || appraisal.agreed) throw new AppError('not-allowed')
  const text = said.text.trim()
  if (text === '') throw new AppError('reason-missing')
  const isFit = isDay(said.on) && said.on >= localDay(appraisal.heldSince) && said.on <= localDay(stamp.at)
  if (!isFit) throw new AppError('day-unfit')
  return { ...appraisal, agreed: { on: said.on, text, by: stamp.by }, ...changed(stamp, appraisal) }
}

function problemsAt(appraisal: Appraisal, step: string, today: string): Problem[] {
  if (step === 'submit-appraisal') return selfProblems(appraisal)
  if (step === 'ask-appraised') return reviewProblems(appraisal)
  if (step === 'decide-appraisals')
    return [...reviewProblems(appraisal), ...decisionProblems(appraisal, today)]
  return []
}

/** What a step is taken with beside its opinion. */
export type StepMatter = { calendars: readonly Calendar[]; announcement?: string }

/**
 * The appraisal after a step. Throws what the table, the duty or a missing opinion say, `out-of-reach` where the assessed
 * would have to take it, and `condition-unmet` with the problems as its cause.
 */
export function movedAppraisal(
  stamp: Stamp,
  appraisal: Appraisal,
  wanted: AppraisalStep,
  { calendars, announcement = '' }: StepMatter,
): Appraisal {
  const next = nextState(appraisalFlow, appraisal.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  const isSelf = wanted.id === 'submit-appraisal' || wanted.id === 'withdraw-appraisal'
  if (isSelf) assertAssessed(stamp, appraisal)
  const today = localDay(stamp.at)
  const problems = problemsAt(appraisal, wanted.id, today)
  if (problems.length > 0) throw new AppError('condition-unmet', { cause: problems })
  const taken = stepTaken(appraisalFlow, appraisal.state, next.to, wanted, stamp.actor, stamp.at)
  const { objectionDays } = appraisal.scheme
  // Whoever is asked anew is asked about other scores.
  const { agreed, ...rest } = appraisal
  return {
    ...rest,
    ...(agreed && next.to !== 'reviewing' ? { agreed } : {}),
    objectsUntil:
      next.to === 'asked' && wanted.id === 'ask-appraised'
        ? workingDaysLater(today, objectionDays, calendars)
        : appraisal.objectsUntil,
    decidedBy: wanted.id === 'decide-appraisals' ? wanted.opinion.trim() : appraisal.decidedBy,
    announcement: wanted.id === 'announce-appraisals' ? announcement.trim() : appraisal.announcement,
    frozen: wanted.id === 'reopen-appraisals' ? null : appraisal.frozen,
    trail: [...appraisal.trail, taken],
    state: next.to,
    heldSince: stamp.at,
    ...changed(stamp, appraisal),
  }
}
