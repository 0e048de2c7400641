import type { Moment } from '#domain/dates'
import type { Assignment } from '#domain/people/duties'
import { overdueDays, statesHeldBy, type Workflow } from '#domain/workflow'

export type TodoKind =
  | 'goals'
  | 'assessments'
  | 'adjustments'
  | 'indicators'
  | 'monitorings'
  | 'spotChecks'
  | 'roundReports'
  | 'disposals'
  | 'evaluationTasks'
  | 'evaluationOpinions'
  | 'evaluationFeedbacks'
  | 'selfEvaluations'
  | 'appraisals'
  | 'applications'
  | 'rectifications'
  | 'disclosures'
  | 'workItems'

/** What waits for one of the duties a person holds: how many, and how many beyond their days. */
export type Todo = {
  assignment: Assignment
  kind: TodoKind
  state: string
  /** The state as people call it. */
  word: string
  count: number
  overdue: number
  longest: number
  /** Each of them where they are few; else none. */
  items: TodoItem[]
}

/** One that waits, by its name; `note` says why it came back, '' where it did not. */
export type TodoItem = { id: string; name: string; note: string }

/** So few are named one by one. */
export const mostNamed = 3

/** `late`: days beyond a deadline of its own, which counts instead of the state's days. */
export type Held<State extends string> = {
  state: State
  since: Moment
  late?: number
  id?: string
  name?: string
}

/** What of the held waits for a duty by a road, a line for each state. */
export function todosIn<State extends string>(
  kind: TodoKind,
  flow: Workflow<State>,
  held: readonly Held<State>[],
  assignment: Assignment,
  now: Moment,
): Todo[] {
  return statesHeldBy(flow, assignment.duty).flatMap((state) => {
    const waiting = held.filter((each) => each.state === state)
    if (waiting.length === 0) return []
    const late = waiting.map(({ since, late }) => late ?? overdueDays(flow, state, since, now))
    return [
      {
        assignment,
        kind,
        state,
        word: flow.states[state].name,
        count: waiting.length,
        overdue: late.filter((days) => days > 0).length,
        longest: late.reduce((most, days) => Math.max(most, days), 0),
        items: waiting.length > mostNamed ? [] : waiting.flatMap(itemOf),
      },
    ]
  })
}

function itemOf({ id, name }: Pick<Held<string>, 'id' | 'name'>): TodoItem[] {
  return id === undefined || name === undefined || name === '' ? [] : [{ id, name, note: '' }]
}
