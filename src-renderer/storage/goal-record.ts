import { AppError } from '#domain/errors'
import { healthOf } from '#domain/goals/check'
import { type Goal, type GoalContent, matchKeyOf } from '#domain/goals/goal'
import { sentenceMarks } from '#domain/goals/sentences'
import { isEditable, nextStatus, type StatusAction } from '#domain/goals/status'
import type { Problem } from '#domain/problem'
import type { YearBook } from '#domain/year-book'
import { initialsOf } from './initials.ts'
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

/** The goal in the next state. Throws `not-allowed` where its state has no such step. */
export function movedGoal(stamp: Stamp, goal: Goal, action: StatusAction, opinion: string): Goal {
  const status = nextStatus(goal.status, action)
  if (!status) throw new AppError('not-allowed')
  return {
    ...goal,
    status,
    opinion: status === 'returned' ? opinion : '',
    ...changed(stamp, goal),
  }
}

export function changed(stamp: Stamp, goal: Goal): Pick<Goal, 'revision' | 'changedAt' | 'changedBy'> {
  return {
    revision: goal.revision + 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
}

/** The stored goal, if it is still the one the person saw. */
export function asSeen(goal: Goal | undefined, seenRevision: number): Goal {
  if (!goal) throw new AppError('not-found')
  if (goal.revision !== seenRevision) throw new AppError('changed-meanwhile')
  return goal
}
