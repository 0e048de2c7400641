import { type ShippedMilestone, shippedMilestones } from './founding-milestones.ts'
import { type Measured, type MeasureFacts, measures } from './measures.ts'
import type { Milestone, MilestoneContent, MilestoneState } from './milestone.ts'

/** A target of the road map with where it stands, and by what: the data, a person, or nobody yet. */
export type RoadTarget = Omit<MilestoneContent, 'state'> & {
  id: string
  state: MilestoneState
  by: 'data' | 'hand' | 'none'
  measured: Measured | null
  /** What is kept of it; null where nobody has said anything. */
  kept: Milestone | null
  /** Its year is over and it is not done. */
  isLate: boolean
}

/**
 * The road map: the founding document's targets and the bureau's own, by year. What a person said stands before what the
 * data says; the measured sentence stays beside it. `facts` is null while they are not known.
 */
export function roadOf(
  kept: readonly Milestone[],
  facts: MeasureFacts | null,
  thisYear: number,
): RoadTarget[] {
  const byShipped = new Map(
    kept.filter(({ shippedId }) => shippedId !== '').map((each) => [each.shippedId, each]),
  )
  const shipped = shippedMilestones.map((target) =>
    shippedTarget(target, byShipped.get(target.id) ?? null, facts),
  )
  const own = kept
    .filter(({ shippedId }) => shippedId === '')
    .map((each) => placed({ ...each, kept: each, measured: null }))
  return [...shipped, ...own]
    .map((target) => ({ ...target, isLate: target.state !== 'done' && target.year < thisYear }))
    .toSorted((left, right) => left.year - right.year)
}

type Unplaced = MilestoneContent & Pick<RoadTarget, 'id' | 'measured' | 'kept'>

function shippedTarget(target: ShippedMilestone, kept: Milestone | null, facts: MeasureFacts | null) {
  const { id, year, level, part, text, clause, measure } = target
  const measured = facts && measure !== '' ? measures[measure](facts) : null
  const said = { state: kept?.state ?? '', note: kept?.note ?? '', doneOn: kept?.doneOn ?? '' } as const
  return placed({ id, shippedId: id, year, level, part, text, clause, ...said, measured, kept })
}

function placed({ state, measured, ...target }: Unplaced): Omit<RoadTarget, 'isLate'> {
  if (state !== '') return { ...target, measured, state, by: 'hand' }
  return measured
    ? { ...target, measured, state: measured.state, by: 'data' }
    : { ...target, measured, state: 'open', by: 'none' }
}
