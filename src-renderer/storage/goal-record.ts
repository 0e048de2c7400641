import type { Adjustment } from '#domain/adjustments/adjustment'
import { AppError } from '#domain/errors'
import { healthOf } from '#domain/goals/check'
import { sameContent } from '#domain/goals/compare'
import { goalFlow, isEditable } from '#domain/goals/flow'
import { type Goal, type GoalContent, type GoalStatus, matchKeyOf } from '#domain/goals/goal'
import { sentenceMarks } from '#domain/goals/sentences'
import type { Problem } from '#domain/problem'
import { nextState, type StepWanted } from '#domain/workflow'
import type { YearBook } from '#domain/year-book'
import { initialsOf } from './initials.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

function derived(content: GoalContent, problems: readonly Problem[]) {
  return {
    matchKey: matchKeyOf(content),
    health: healthOf(problems),
    initials: initialsOf(content.name),
    sentenceMarks: sentenceMarks(content),
  }
}

/** A new draft. */
export function newGoal(
  stamp: Stamp,
  book: YearBook,
  content: GoalContent,
  problems: readonly Problem[],
  origin = '',
): Goal {
  return {
    ...content,
    id: stamp.nextId(),
    bookId: book.id,
    year: book.year,
    status: 'draft',
    opinion: '',
    revision: 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
    origin,
    ...derived(content, problems),
  }
}

/** The goal with other content. Throws `not-allowed` where its state forbids it. */
export function revisedGoal(
  stamp: Stamp,
  goal: Goal,
  content: GoalContent,
  problems: readonly Problem[],
): Goal {
  if (!isEditable(goal.status)) throw new AppError('not-allowed')
  return {
    ...goal,
    ...content,
    ...derived(content, problems),
    ...changed(stamp, goal),
  }
}

export type GoalStep = StepWanted<GoalStatus>

export const refusalCodes = {
  'not-allowed': 'not-allowed',
  'wrong-duty': 'not-permitted',
  'opinion-missing': 'opinion-missing',
} as const

/** The goal in the state that the step leads to. Throws `not-allowed`, `not-permitted` or `opinion-missing`. */
export function movedGoal(stamp: Stamp, goal: Goal, wanted: GoalStep): Goal {
  const next = nextState(goalFlow, goal.status, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  return {
    ...goal,
    status: next.to,
    heldSince: stamp.at,
    opinion: next.to === 'returned' || next.to === 'rejected' ? wanted.opinion.trim() : '',
    ...changed(stamp, goal),
  }
}

/**
 * An approved goal with what an approved adjustment makes of it: it stays approved. Throws `changed-meanwhile` where the
 * goal is not what the adjustment started from.
 */
export function adjustedGoal(
  stamp: Stamp,
  goal: Goal | undefined,
  adjustment: Pick<Adjustment, 'before' | 'after'>,
  problems: readonly Problem[],
): Goal {
  if (!goal) throw new AppError('not-found')
  if (goal.status !== 'approved' || !sameContent(goal, adjustment.before)) {
    throw new AppError('changed-meanwhile')
  }
  return {
    ...goal,
    ...adjustment.after,
    ...derived(adjustment.after, problems),
    ...changed(stamp, goal),
  }
}
