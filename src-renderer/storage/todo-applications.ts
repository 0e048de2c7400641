import { type Application, isOverdue, isRectificationOverdue } from '#domain/applications/application'
import { type ApplicationState, applicationFlow, rectificationFlow } from '#domain/applications/flow'
import { daysLeft, type Moment } from '#domain/dates'
import type { Assignment } from '#domain/people/duties'
import { localDay } from './local-day.ts'
import { type Held, type Todo, todosIn } from './todo-held.ts'

/** What of 结果应用 and its 整改 waits for a duty; a government's budget is carried out by 预算科. */
export function applicationTodos(
  applications: readonly Application[],
  assignment: Assignment,
  now: Moment,
): Todo[] {
  const today = localDay(now)
  const { states } = applicationFlow
  const isOwn = ({ state, kind }: Application) =>
    state !== 'carrying' || (kind === 'government') === (assignment.duty === 'budget')
  const carrying =
    assignment.duty === 'budget' ? { ...states.carrying, holder: assignment.duty } : states.carrying
  const held = applications.filter(isOwn).map((each): Held<ApplicationState> => {
    const { id, name, state, heldSince, dueOn } = each
    if (state !== 'carrying') return { id, name, state, since: heldSince }
    return { id, name, state, since: heldSince, late: isOverdue(each, today) ? -daysLeft(dueOn, today) : 0 }
  })
  const mended = applications.flatMap(({ id, name, rectification }) => {
    if (!rectification) return []
    const { state, heldSince, dueOn } = rectification
    const late = isRectificationOverdue(rectification, today) ? -daysLeft(dueOn, today) : 0
    return [{ id, name, state, since: heldSince, ...(state === 'ordered' ? { late } : {}) }]
  })
  return [
    ...todosIn(
      'applications',
      { ...applicationFlow, states: { ...states, carrying } },
      held,
      assignment,
      now,
    ),
    ...todosIn('rectifications', rectificationFlow, mended, assignment, now),
  ]
}
