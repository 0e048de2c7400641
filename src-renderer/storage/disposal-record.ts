import { type Calendar, workingDaysLater } from '#domain/calendar'
import { asksChoice, checkAnswer, checkDecision } from '#domain/disposals/checks'
import type { Answer, Decision, Disposal } from '#domain/disposals/disposal'
import { isOpenDisposal, waitsForUnit } from '#domain/disposals/disposal'
import { disposalFlow } from '#domain/disposals/flow'
import { type Candidate, isTaken } from '#domain/disposals/propose'
import { type DisposalRules, measureRule } from '#domain/disposals/rules'
import { type DisposalStep, steppedDisposal } from '#domain/disposals/step'
import { AppError } from '#domain/errors'
import { nextState } from '#domain/workflow'
import { db } from './database.ts'
import { refusalCodes } from './goal-record.ts'
import { localDay } from './local-day.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** A proposal as it is listed; nothing is decided yet. */
export function newDisposal(stamp: Stamp, bookId: string, candidate: Candidate): Disposal {
  return {
    ...candidate,
    id: stamp.nextId(),
    bookId,
    amount: null,
    warnedOn: '',
    dueOn: '',
    letterNumber: '',
    choice: '',
    answer: '',
    doneBy: '',
    answeredOn: '',
    attachments: [],
    trail: [],
    state: 'proposed',
    heldSince: stamp.at,
    revision: 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
}

/**
 * The disposal with what is decided about it. While it is only proposed everything may be changed; once the letter is out
 * only its number and its day, from which the working days are counted. Throws `not-allowed` beyond that.
 */
export function redraftedDisposal(
  stamp: Stamp,
  disposal: Disposal,
  change: Partial<Decision>,
  { calendars, rules }: { calendars: readonly Calendar[]; rules: DisposalRules },
): Disposal {
  if (disposal.state === 'proposed')
    return { ...disposal, ...fitting(disposal, change, rules), ...changed(stamp, disposal) }
  const { letterNumber = disposal.letterNumber, warnedOn = disposal.warnedOn, ...others } = change
  const isNewDay = warnedOn !== disposal.warnedOn
  // What was sent back has days of its own: another letter's day would take them away.
  const isFit = disposal.state === 'issued' || (disposal.state === 'returned' && !isNewDay)
  if (!isFit || Object.keys(others).length > 0) throw new AppError('not-allowed')
  const dueOn = isNewDay ? workingDaysLater(warnedOn, rules.workingDays, calendars) : disposal.dueOn
  if (dueOn === '') throw new AppError('day-unfit')
  return { ...disposal, letterNumber: letterNumber.trim(), warnedOn, dueOn, ...changed(stamp, disposal) }
}

/** A decision in which what does not go with the measure is left out: another measure asks for something else. */
function fitting(disposal: Disposal, change: Partial<Decision>, rules: DisposalRules): Partial<Decision> {
  if (change.measure === undefined || change.measure === disposal.measure) return change
  const [before, after] = [measureRule(rules, disposal.measure), measureRule(rules, change.measure)]
  const isOwnText = disposal.demand.trim() !== '' && disposal.demand !== before?.demand
  return {
    ...(isOwnText ? {} : { demand: after?.demand ?? '' }),
    ...(after?.hasAmount ? {} : { amount: null }),
    ...change,
  }
}

/** The disposal with what the unit writes. Throws `not-allowed` where it is not the unit's turn. */
export function answeredDisposal(
  stamp: Stamp,
  disposal: Disposal,
  change: Partial<Answer>,
  rules: DisposalRules,
): Disposal {
  if (!waitsForUnit(disposal.state)) throw new AppError('not-allowed')
  const after = { ...disposal, ...change, ...changed(stamp, disposal) }
  return asksChoice(disposal, rules) ? after : { ...after, choice: '' }
}

/**
 * The disposal after a step. Throws what the table, the duty or a missing opinion say, and `condition-unmet` with the
 * problems as its cause where the decision or the answer is not complete.
 */
export function movedDisposal(
  stamp: Stamp,
  disposal: Disposal,
  wanted: DisposalStep,
  decision: Partial<Decision>,
  { calendars, rules }: { calendars: readonly Calendar[]; rules: DisposalRules },
): Disposal {
  const next = nextState(disposalFlow, disposal.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  const today = localDay(stamp.at)
  const isDecided = wanted.id === 'decide-disposal' || wanted.id === 'redecide-disposal'
  const decided = isDecided ? withDecision(disposal, wanted, decision, today, rules) : disposal
  const isAnswered = wanted.id === 'answer-disposal'
  const problems = [
    ...(isDecided ? checkDecision(decided, rules) : []),
    ...(isAnswered ? checkAnswer(disposal, disposal, rules) : []),
  ]
  if (problems.length > 0) throw new AppError('condition-unmet', { cause: problems })
  const made = { actor: stamp.actor, at: stamp.at, today, calendars, rules }
  return { ...steppedDisposal(decided, next.to, wanted, made), ...changed(stamp, disposal) }
}

/** A new decision is a new letter: its day is today and it has no number, unless these are given. */
function withDecision(
  disposal: Disposal,
  wanted: DisposalStep,
  decision: Partial<Decision>,
  today: string,
  rules: DisposalRules,
): Disposal {
  const isNew = wanted.id === 'redecide-disposal'
  const letter = isNew ? { warnedOn: today, letterNumber: '' } : { warnedOn: disposal.warnedOn || today }
  return { ...disposal, ...letter, ...fitting(disposal, decision, rules) }
}

/** Throws `disposal-open` where a goal would have two disposals of one round; to be called in the transaction. */
export async function assertFree(wanted: readonly Disposal[]): Promise<void> {
  const goalIds = [...new Set(wanted.map(({ goalId }) => goalId))]
  const ids = new Set(wanted.map(({ id }) => id))
  const others = (await db.disposals.where('goalId').anyOf(goalIds).toArray()).filter(
    ({ id }) => !ids.has(id),
  )
  for (const [index, each] of wanted.entries())
    if (isOpenDisposal(each.state) && isTaken(each, [...others, ...wanted.slice(0, index)]))
      throw new AppError('disposal-open')
}
