import type { MetricId } from './metric-names.ts'
import type { ItemMethod, Nothing, RatePart, SampleKind, SchemeGroup, SchemeItem, Verdict } from './scheme.ts'

/** Short words for writing the tables that come with the program; points are whole and tenths of a point. */

/** Points as a person writes them in hundredths; half points and tenths are exact. */
export function pts(points: number): number {
  return Math.round(points * 100)
}

type PartWord = [metric: MetricId, points: number, nothing?: Nothing, targetPercent?: number]

function part([metric, points, nothing = 'none', target = 100]: PartWord): RatePart {
  return { metric, points: pts(points), target: target * 100, nothing }
}

/** Points by how much of what was due is done. */
export function byRate(...parts: PartWord[]): ItemMethod {
  return { kind: 'rate', parts: parts.map(part) }
}

/** So many points for each case; the metric counts them where one is named, else a person does. */
export function byCases(metric: MetricId | '', each: number): ItemMethod {
  return { kind: 'cases', metric, each: pts(each) }
}

/** Points for each condition that is met. */
export function byTicks(...ticks: [name: string, points: number][]): ItemMethod {
  return {
    kind: 'ticks',
    ticks: ticks.map(([name, points], index) => ({ id: `t${index + 1}`, name, points: pts(points) })),
  }
}

/** Points lost by what is found wrong in a sample; what is fit loses none. */
export function bySample(of: SampleKind, ...verdicts: [name: string, each: number][]): ItemMethod {
  const faults = verdicts.map(
    ([name, each], index): Verdict => ({ id: `v${index + 1}`, name, each: pts(each) }),
  )
  return { kind: 'sample', of, verdicts: [{ id: 'fit', name: '合格', each: 0 }, ...faults] }
}

export const byHand: ItemMethod = { kind: 'manual' }

type ItemWord = [
  id: string,
  name: string,
  points: number,
  standard: string,
  method: ItemMethod,
  evidence: string,
  clause: string,
]

function item([id, name, points, standard, method, evidence, clause]: ItemWord): SchemeItem {
  return { id, name, points: pts(points), standard, method, evidence, clause, mark: '拟' }
}

/** A group with the sum of its items. */
export function group(id: string, name: string, only: string, ...items: ItemWord[]): SchemeGroup {
  const made = items.map(item)
  const clause = made[0]?.clause ?? ''
  const points = made.reduce((sum, each) => sum + each.points, 0)
  return { id, name, only, points, items: made, clause, mark: '拟' }
}
