import { AppError } from '#domain/errors'
import { type Curve, curveFault } from '#domain/execution/curve'
import { planOfForm } from '#domain/monitoring/monitoring'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newStamp, type Stamp } from '#storage/stamp'
import { type Entry, type Writer, write } from '#storage/write'

/** What a person draws; null gives the default of the project's type back. */
export type CurveWanted = Pick<Curve, 'template' | 'points' | 'reason'> | null

/**
 * Keeps the 用款计划 of a goal, or gives it back to its default; forms that are not collected yet follow it. Throws
 * `entry-faulty` for points that are no plan or without a reason, `changed-meanwhile` where it is at another revision than
 * the one that was seen (0: there was none).
 */
export async function saveCurve(
  goalId: string,
  seenRevision: number,
  wanted: CurveWanted,
  by: Actor,
): Promise<void> {
  const goal = await db.goals.get(goalId)
  if (!goal) throw new AppError('not-found')
  if (wanted && (curveFault(wanted.points) !== null || wanted.reason.trim() === ''))
    throw new AppError('entry-faulty')
  const stamp = newStamp(by)
  const { bookId, unitId, name } = goal
  const summary = wanted ? `修改用款计划：${name}` : `恢复默认用款计划：${name}`
  const entry: Entry = { action: 'save-curve', bookId, summary }
  await write(stamp, entry, ['curves', 'monitorings', 'rounds', 'goals'], async (writer) => {
    const known = await db.curves.get(goalId)
    if ((known?.revision ?? 0) !== seenRevision) throw new AppError('changed-meanwhile')
    const changed = { revision: seenRevision + 1, changedAt: stamp.at, changedBy: stamp.by }
    const curve = wanted && {
      ...{ id: goalId, bookId, unitId, name },
      ...{ ...wanted, reason: wanted.reason.trim() },
      ...changed,
    }
    if (curve) await writer.put('curves', [curve])
    else await writer.remove('curves', [goalId])
    await follow(writer, stamp, goalId, curve)
  })
}

/** Forms of the goal that still move take the plan at their month; collected ones and closed rounds keep theirs. */
async function follow(writer: Writer, stamp: Stamp, goalId: string, curve: Curve | null): Promise<void> {
  const goal = await db.goals.get(goalId)
  if (!goal) throw new AppError('not-found')
  const forms = await db.monitorings.where('goalId').equals(goalId).toArray()
  const rounds = await db.rounds.bulkGet(forms.map(({ roundId }) => roundId))
  const moving = forms.filter(({ frozen }, index) => frozen === null && rounds[index]?.state === 'open')
  const changed = { changedAt: stamp.at, changedBy: stamp.by }
  await writer.put(
    'monitorings',
    moving.map((form) => ({
      ...form,
      ...changed,
      plan: planOfForm(goal, curve, form.month),
      revision: form.revision + 1,
    })),
  )
}
