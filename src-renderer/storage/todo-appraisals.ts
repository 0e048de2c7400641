import type { Appraisal } from '#domain/appraisals/appraisal'
import { type AppraisalState, appraisalFlow, isOpenForSelf } from '#domain/appraisals/flow'
import { isAssessed, selfDuty } from '#domain/appraisals/roles'
import type { Moment } from '#domain/dates'
import { daysLeft } from '#domain/monitoring/figures'
import type { Assignment } from '#domain/people/duties'
import { localDay } from './local-day.ts'
import { type Held, type Todo, todosIn } from './todo-held.ts'

/** Who assesses itself differs by the scheme; what goes to the bureau above waits for nobody here once it is handed in. */
export function appraisalTodos(all: readonly Appraisal[], assignment: Assignment, now: Moment): Todo[] {
  const today = localDay(now)
  const held = all
    .filter((each) =>
      isOpenForSelf(each.state)
        ? selfDuty(each) === assignment.duty && isAssessed(each, assignment)
        : !each.isOwn,
    )
    .map(({ state, heldSince, dueOn }): Held<AppraisalState> => {
      const late = today > dueOn ? -daysLeft(dueOn, today) : 0
      return isOpenForSelf(state) ? { state, since: heldSince, late } : { state, since: heldSince }
    })
  const { states } = appraisalFlow
  const { duty: holder } = assignment
  const own = { open: { ...states.open, holder }, returned: { ...states.returned, holder } }
  return todosIn('appraisals', { ...appraisalFlow, states: { ...states, ...own } }, held, assignment, now)
}
