import type { Moment } from './dates.ts'
import { type Actor, type Duty, duties } from './people/duties.ts'
import { dutyMay, may, type Permission, permissions } from './people/permissions.ts'

/** A state of a document: its word, whose turn it is, and after how many days that turn is overdue (null: never). */
export type WorkflowState = {
  name: string
  /** The steps' duties say who may act; this one is expected to. '' where the road ends. */
  holder: Duty | ''
  days: number | null
}

/** One row of a state machine. Who may take it stands in the duty table under the same name. */
export type WorkflowStep<State extends string> = {
  id: Permission
  /** What the button, the message and the audit say. */
  verb: string
  from: readonly State[]
  /** Where it may lead; the first is usual. 退回 names every earlier step. */
  to: readonly State[]
  /** Compulsory when returning or rejecting: the one who corrects must know why. */
  opinion: 'required' | 'optional'
  /** A step back is never offered as the next one. */
  back?: true
}

/** A kind of document as data: its states in the order of the road, and its steps. */
export type Workflow<State extends string> = {
  name: string
  first: State
  states: Readonly<Record<State, WorkflowState>>
  steps: readonly WorkflowStep<State>[]
}

/** A step that was taken: who, when, in which duty, with what opinion. */
export type StepTaken = {
  step: Permission
  verb: string
  from: string
  to: string
  at: Moment
  by: string
  duty: Duty
  opinion: string
}

/** Why a step cannot be taken. */
export type StepRefusal = 'not-allowed' | 'wrong-duty' | 'opinion-missing'

export type StepWanted<State extends string> = { id: Permission; opinion: string; to?: State }

/** The row of a step; undefined where the document has no such step. */
export function stepOf<State extends string>(
  workflow: Workflow<State>,
  id: Permission,
): WorkflowStep<State> | undefined {
  return workflow.steps.find((step) => step.id === id)
}

/** The steps that an actor may take from a state, in the table's order. */
export function stepsFrom<State extends string>(
  workflow: Workflow<State>,
  state: State,
  actor: Pick<Actor, 'duty' | 'use'>,
): WorkflowStep<State>[] {
  return workflow.steps.filter((step) => step.from.includes(state) && may(actor, step.id))
}

/** Whether it is this duty's turn: the state waits for it (待办). */
export function isTurnOf<State extends string>(workflow: Workflow<State>, state: State, duty: Duty): boolean {
  return workflow.states[state].holder === duty
}

/** The states that wait for a duty. */
export function statesHeldBy<State extends string>(workflow: Workflow<State>, duty: Duty): State[] {
  const states = Object.keys(workflow.states) as State[] // the keys of a table are its states
  return states.filter((state) => workflow.states[state].holder === duty)
}

/** The state that a step leads to, or why it cannot be taken. Conditions of the matter itself are the caller's. */
export function nextState<State extends string>(
  workflow: Workflow<State>,
  state: State,
  wanted: StepWanted<State>,
  actor: Pick<Actor, 'duty'>,
): { to: State } | { refused: StepRefusal } {
  const step = stepOf(workflow, wanted.id)
  if (!step?.from.includes(state)) return { refused: 'not-allowed' }
  if (!dutyMay(actor.duty, wanted.id)) return { refused: 'wrong-duty' }
  const to = wanted.to ?? step.to[0]
  if (to === undefined || !step.to.includes(to)) return { refused: 'not-allowed' }
  if (step.opinion === 'required' && wanted.opinion.trim() === '') return { refused: 'opinion-missing' }
  return { to }
}

/** The note of a step, for the document's trail (经办过程). */
export function stepTaken<State extends string>(
  workflow: Workflow<State>,
  from: State,
  to: State,
  wanted: StepWanted<State>,
  actor: Pick<Actor, 'duty' | 'name'>,
  at: Moment,
): StepTaken {
  const verb = stepOf(workflow, wanted.id)?.verb ?? permissions[wanted.id].name
  return {
    step: wanted.id,
    verb,
    from,
    to,
    at,
    by: actor.name,
    duty: actor.duty,
    opinion: wanted.opinion.trim(),
  }
}

const dayLength = 86_400_000

/** Whole days that a state has lasted beyond its limit; 0 while it is in time. */
export function overdueDays<State extends string>(
  workflow: Workflow<State>,
  state: State,
  since: Moment,
  now: Moment,
): number {
  const { days } = workflow.states[state]
  if (days === null) return 0
  const lasted = Math.floor((Date.parse(now) - Date.parse(since)) / dayLength)
  return Math.max(0, lasted - days)
}

/** Name of the duty whose turn it is; '' at the end of the road. */
export function holderName<State extends string>(workflow: Workflow<State>, state: State): string {
  const { holder } = workflow.states[state]
  return holder === '' ? '' : duties[holder].name
}
