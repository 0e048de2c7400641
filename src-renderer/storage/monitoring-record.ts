import { AppError } from '#domain/errors'
import type { Curve } from '#domain/execution/curve'
import type { Goal } from '#domain/goals/goal'
import { checkMonitoring, mayBeHandedIn } from '#domain/monitoring/checks'
import { isWritable, monitoringFlow } from '#domain/monitoring/flow'
import {
  factsOf,
  followGoal,
  frozenLights,
  lightsOfMonitoring,
  type Monitoring,
  type MonitoringContent,
  openedMonitoring,
  referenceOf,
  type TreasuryPaid,
} from '#domain/monitoring/monitoring'
import { isAsked, type Round, type RoundPlanWanted } from '#domain/monitoring/round'
import { type MonitoringStep, steppedMonitoring } from '#domain/monitoring/step'
import { nextState } from '#domain/workflow'
import type { YearRules } from '#domain/year-rules'
import { db } from './database.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** A round as it is issued. */
export function newRound(stamp: Stamp, bookId: string, wanted: RoundPlanWanted): Round {
  return {
    ...wanted,
    name: wanted.name.trim(),
    note: wanted.note.trim(),
    id: stamp.nextId(),
    bookId,
    state: 'open',
    openedAt: stamp.at,
    revision: 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
}

/** What is known of goals when their forms are opened: 用款计划, and what the treasury paid to the round's month. */
export type Known = {
  curves: ReadonlyMap<string, Curve>
  paid: ReadonlyMap<string, TreasuryPaid>
}
const nothing: Known = { curves: new Map(), paid: new Map() }

/** Forms for the goals that a round asks for and that have none in it yet. */
export function newMonitorings(
  stamp: Stamp,
  round: Round,
  goals: readonly Goal[],
  known: readonly Pick<Monitoring, 'goalId'>[] = [],
  { curves, paid }: Known = nothing,
): Monitoring[] {
  const there = new Set(known.map(({ goalId }) => goalId))
  return goals
    .filter((goal) => !there.has(goal.id) && isAsked(goal, round))
    .map((goal) => {
      const made = { id: stamp.nextId(), at: stamp.at, by: stamp.by }
      return openedMonitoring(goal, round, made, curves.get(goal.id) ?? null, paid.get(goal.id))
    })
}

/** Throws `not-allowed` where the round of a form is closed; to be called in the transaction. */
export async function assertOpen(monitorings: readonly Monitoring[]): Promise<void> {
  const rounds = await db.rounds.bulkGet([...new Set(monitorings.map(({ roundId }) => roundId))])
  if (rounds.some((round) => round?.state !== 'open')) throw new AppError('not-allowed')
}

/**
 * The form with other content; name and targets follow the goal as it stands now. Throws `not-allowed` where the state
 * forbids it.
 */
export function revisedMonitoring(
  stamp: Stamp,
  monitoring: Monitoring,
  change: Partial<MonitoringContent>,
  goal: Goal | undefined,
): Monitoring {
  if (!isWritable(monitoring.state)) throw new AppError('not-allowed')
  const entries = change.entries ?? monitoring.entries
  const followed = goal ? { ...factsOf(goal), entries: followGoal(entries, goal) } : { entries }
  return { ...monitoring, ...change, ...followed, ...changed(stamp, monitoring) }
}

/**
 * The form after a step. Throws what the table, the duty or a missing opinion say, and `condition-unmet` with the problems
 * as its cause where it is handed in with errors.
 */
export function movedMonitoring(
  stamp: Stamp,
  monitoring: Monitoring,
  wanted: MonitoringStep,
  rules: YearRules,
): Monitoring {
  const next = nextState(monitoringFlow, monitoring.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(next.refused === 'wrong-duty' ? 'not-permitted' : next.refused)
  const reference = referenceOf(monitoring)
  if (wanted.id === 'submit-monitoring') {
    const problems = checkMonitoring(monitoring, reference, rules.monitoring)
    if (!mayBeHandedIn(problems)) throw new AppError('condition-unmet', { cause: problems })
  }
  const lights = frozenLights(lightsOfMonitoring(monitoring, reference, rules.monitoring), rules)
  return {
    ...steppedMonitoring(monitoring, next.to, wanted, { actor: stamp.actor, at: stamp.at, lights }),
    ...changed(stamp, monitoring),
  }
}
