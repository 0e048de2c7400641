import { isOpenDisposal } from '../disposals/disposal.ts'
import { disposalStates } from '../disposals/flow.ts'
import { monitoringStates } from '../monitoring/flow.ts'
import { type LightColour, type LightKind, lightKinds, worstColour } from '../monitoring/lights.ts'
import type { MoneySource } from './facts.ts'
import { disposalOf, formAt, type Item } from './item.ts'

export const lightKindList = Object.keys(lightKinds) as LightKind[] // the keys of the table

export type ItemColours = Readonly<Record<LightKind, LightColour>>

/**
 * The lights of an item at the end of a month. 预算执行 is judged by the treasury at that very month where there is a
 * ledger; the other three by the newest form that was reported up to it.
 */
export function coloursAt(item: Item, month: number, source: MoneySource): ItemColours {
  const lights = formAt(item, month)?.lights
  const byLedger = item.colours[month - 1] ?? 'none'
  return {
    execution: source === 'treasury' ? byLedger : (lights?.execution.colour ?? 'none'),
    goal: lights?.goal.colour ?? 'none',
    gap: lights?.gap.colour ?? 'none',
    forecast: lights?.forecast.colour ?? 'none',
  }
}

/** The worst light speaks for the project. */
export function worstOf(colours: ItemColours): LightColour {
  return worstColour(lightKindList.map((kind) => colours[kind]))
}

/** A project with its lights at the end of a month, and the loudest of them. */
export type Judged = { item: Item; colours: ItemColours; worst: LightColour }

/** A project with its lights as they stand in a month. */
export function judgedAt(item: Item, month: number, source: MoneySource): Judged {
  const colours = coloursAt(item, month, source)
  return { item, colours, worst: worstOf(colours) }
}

/** 管理环节: where a project stands on the road of monitoring. */
export const stages = {
  none: '未报监控',
  review: '审核',
  collected: '已汇总',
  disposal: '处置中',
  closed: '已销号',
} as const
export type Stage = keyof typeof stages

/** A disposal says more than the form it followed from; one that was dropped says nothing. */
export function stageAt(item: Item, month: number): Stage {
  const disposal = disposalOf(item)
  if (disposal && isOpenDisposal(disposal.state)) return 'disposal'
  const form = formAt(item, month)
  if (disposal?.state === 'closed') return 'closed'
  if (!form) return 'none'
  return form.state === 'accepted' ? 'collected' : 'review'
}

/** The state behind the stage, in the words of its own page. */
export function stateText(item: Item, month: number): string {
  const disposal = disposalOf(item)
  if (disposal && isOpenDisposal(disposal.state)) return disposalStates[disposal.state]
  const form = formAt(item, month)
  return form ? monitoringStates[form.state] : ''
}
