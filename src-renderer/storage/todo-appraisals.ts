import type { Appraisal } from '#domain/appraisals/appraisal'
import { type AppraisalState, appraisalFlow, isOpenForSelf } from '#domain/appraisals/flow'
import { isAssessed, selfDuty } from '#domain/appraisals/roles'
import { daysLeft, type Moment } from '#domain/dates'
import type { Assignment } from '#domain/people/duties'
import { dutyMay } from '#domain/people/permissions'
import { localDay } from './local-day.ts'
import { type Held, mostNamed, type Todo, todosIn } from './todo-held.ts'

/**
 * Who assesses itself differs by the scheme; what goes to the bureau above waits for nobody here once it is handed in. A county
 * assesses itself on its own machine: at the city waits what `arrived` (ids) with its package.
 */
export function appraisalTodos(
  all: readonly Appraisal[],
  arrived: ReadonlySet<string>,
  assignment: Assignment,
  now: Moment,
): Todo[] {
  const today = localDay(now)
  const held = all
    .filter((each) => {
      if (!isOpenForSelf(each.state)) return !each.isOwn
      if (each.scheme.target === 'county' && !each.isOwn) return false
      return selfDuty(each) === assignment.duty && isAssessed(each, assignment)
    })
    .map(({ state, heldSince, dueOn }): Held<AppraisalState> => {
      const late = today > dueOn ? -daysLeft(dueOn, today) : 0
      return isOpenForSelf(state) ? { state, since: heldSince, late } : { state, since: heldSince }
    })
  const { states } = appraisalFlow
  const { duty: holder } = assignment
  const own = { open: { ...states.open, holder }, returned: { ...states.returned, holder } }
  return [
    ...arrivedTodos(
      all.filter(({ id }) => arrived.has(id)),
      assignment,
    ),
    ...todosIn('appraisals', { ...appraisalFlow, states: { ...states, ...own } }, held, assignment, now),
  ]
}

function arrivedTodos(arrived: readonly Appraisal[], assignment: Assignment): Todo[] {
  if (arrived.length === 0 || !dutyMay(assignment.duty, 'take-county-appraisal')) return []
  const few = arrived.length <= mostNamed ? arrived : []
  return [
    {
      ...{ assignment, kind: 'appraisals', state: 'arrived', word: '的区县自评待接收' },
      ...{ count: arrived.length, overdue: 0, longest: 0 },
      items: few.map(({ id, subject }) => ({ id, name: subject.name, note: '' })),
    },
  ]
}
