import type { Moment } from '../dates.ts'
import type { Actor } from '../people/duties.ts'
import { type StepWanted, stepTaken } from '../workflow.ts'
import { type MonitoringState, monitoringFlow } from './flow.ts'
import type { FrozenLights, Monitoring } from './monitoring.ts'

export type MonitoringStep = StepWanted<MonitoringState>

/** The form after a step that is allowed: its state, the note in its trail, and what the step leaves behind. */
export function steppedMonitoring(
  monitoring: Monitoring,
  to: MonitoringState,
  wanted: MonitoringStep,
  made: { actor: Pick<Actor, 'duty' | 'name'>; at: Moment; lights: FrozenLights },
): Monitoring {
  const step = stepTaken(monitoringFlow, monitoring.state, to, wanted, made.actor, made.at)
  return {
    ...monitoring,
    state: to,
    heldSince: made.at,
    exemptReason: to === 'exempt' ? wanted.opinion.trim() : '',
    frozen: to === 'accepted' ? made.lights : null,
    trail: [...monitoring.trail, step],
  }
}

/** Why it came back; '' unless it did. */
export function returnOpinion({ state, trail }: Pick<Monitoring, 'state' | 'trail'>): string {
  return state === 'returned' ? (trail.findLast(({ to }) => to === 'returned')?.opinion ?? '') : ''
}
