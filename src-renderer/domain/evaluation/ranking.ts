import type { ObjectKind } from '../goals/goal.ts'
import type { Grade } from '../grade.ts'
import { compareRatios, minus, type Ratio } from '../monitoring/ratio.ts'
import type { TaskLevel, TaskState } from './task.ts'

/** One evaluation among those of the year. `points` out of 100, null while there is no result. */
export type RankedTask = {
  taskId: string
  goalId: string
  name: string
  unitId: string
  kind: ObjectKind
  level: TaskLevel
  state: TaskState
  points: Ratio | null
  grade: Grade | ''
  /** Of the unit's self-evaluation, out of 100; null where there is none with a total. */
  self: Ratio | null
  selfGrade: Grade | ''
}

export type RankingRow = RankedTask & {
  /** Among concluded ones of the list; equal points share a place. null while not concluded. */
  place: number | null
  /** Self-evaluation minus evaluation, in points: above zero the unit saw itself better. */
  difference: Ratio | null
}

/**
 * 排名 across the tasks of a year by points out of 100; only concluded ones have a place, the others follow. Equal points
 * share a place and the next is counted on (1, 2, 2, 4). The order of the tasks does not matter.
 */
export function ranked(tasks: readonly RankedTask[]): RankingRow[] {
  const rows = tasks.map((task): RankingRow => {
    const isPlaced = task.state === 'concluded' && task.points !== null
    const better = tasks.filter(
      (other) =>
        other.state === 'concluded' &&
        other.points !== null &&
        task.points !== null &&
        compareRatios(other.points, task.points) > 0,
    ).length
    const difference = task.points && task.self ? minus(task.self, task.points) : null
    return { ...task, place: isPlaced ? better + 1 : null, difference }
  })
  return rows.toSorted(
    (left, right) =>
      (left.place ?? Number.POSITIVE_INFINITY) - (right.place ?? Number.POSITIVE_INFINITY) ||
      byPoints(left, right) ||
      (left.taskId < right.taskId ? -1 : 1),
  )
}

function byPoints(left: RankedTask, right: RankedTask): number {
  if (left.points && right.points) return compareRatios(right.points, left.points)
  return Number(left.points === null) - Number(right.points === null)
}

const pointsDigits = 100n

/** Points with two decimals, rounded half away from zero, with a sign where `signed`; '' for none. */
export function scoreText(points: Ratio | null, signed = false): string {
  if (points === null) return ''
  const size = points.of < 0n ? -points.of : points.of
  const hundredths = (size * pointsDigits * 2n + points.to) / (points.to * 2n)
  const sign = points.of < 0n && hundredths > 0n ? '-' : signed && hundredths > 0n ? '+' : ''
  return `${sign}${hundredths / pointsDigits}.${String(hundredths % pointsDigits).padStart(2, '0')}`
}
