import { daysLater, daysLeft, isDay } from '#domain/dates'
import type { Assignment } from '#domain/people/duties'
import {
  isLateWork,
  ownsWork,
  type WorkItem,
  type WorkState,
  workFlowOf,
} from '#domain/supervision/work-item'
import { workNotice } from '#domain/supervision/work-table'
import type { Section } from '#domain/year-book'
import { localDay } from './local-day.ts'
import { type Held, type Todo, todosIn } from './todo-held.ts'

/**
 * What of the yearly plan waits for a duty: its own items that fall due within the notice or are begun, and for
 * 监督与绩效管理科 what is to be confirmed. An item is late by its own day.
 */
export function workTodos(
  items: readonly WorkItem[],
  sections: readonly Section[],
  assignment: Assignment,
  now: string,
): Todo[] {
  const today = localDay(now)
  const from = daysLater(today, workNotice.days)
  const isNear = ({ dueOn }: WorkItem) => isDay(dueOn) && dueOn <= from
  const own = items.filter(
    (item) =>
      (item.state === 'working' || item.state === 'planned') &&
      isNear(item) &&
      ownsWork(assignment, item, sections),
  )
  const asked = assignment.duty === 'performance' ? items.filter(({ state }) => state === 'done') : []
  const held = [...own, ...asked].map((item) => heldWork(item, today))
  return todosIn('workItems', workFlowOf(assignment), held, assignment, now)
}

function heldWork({ state, heldSince, dueOn, doneOn }: WorkItem, today: string): Held<WorkState> {
  if (state === 'done') return { state, since: heldSince }
  return { state, since: heldSince, late: isLateWork({ dueOn, doneOn }, today) ? -daysLeft(dueOn, today) : 0 }
}
