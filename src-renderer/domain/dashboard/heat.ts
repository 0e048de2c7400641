import type { Share } from '../execution/rate.ts'
import { rateOf } from '../execution/rate.ts'
import type { LightColour } from '../monitoring/lights.ts'
import type { Item } from './item.ts'

/** A month of a project in the heat map: its 支出进度, its reference and the colour of its light. */
export type HeatCell = { month: number; rate: Share | null; reference: Share; colour: LightColour }
export type HeatRow = { id: string; goalId: string; name: string; unitId: string; cells: readonly HeatCell[] }

/** The projects with the most money behind their plan at the end of a month, month by month up to it. */
export function heatRows(items: readonly Item[], month: number, limit: number): HeatRow[] {
  const behind = (item: Item) => (item.paid[month - 1] ?? 0) - (item.reference[month - 1] ?? 0)
  return items
    .filter((item) => item.goalId !== '' && (item.adjusted[month - 1] ?? 0) > 0)
    .map((item) => ({ item, gap: behind(item) }))
    .toSorted((left, right) => left.gap - right.gap || (left.item.id < right.item.id ? -1 : 1))
    .slice(0, limit)
    .map(({ item: { id, goalId, name, unitId, paid, adjusted, points, colours } }) => ({
      id,
      goalId,
      name,
      unitId,
      cells: Array.from({ length: month }, (_, at) => ({
        month: at + 1,
        rate: rateOf(paid[at] ?? 0, adjusted[at] ?? 0),
        reference: points[at] ?? 0,
        colour: colours[at] ?? 'none',
      })),
    }))
}
