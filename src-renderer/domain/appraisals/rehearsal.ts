import type { Day } from '../dates.ts'
import type { Duty } from '../people/duties.ts'
import { emptyMark, type ItemMark } from './appraisal.ts'
import type { Figure, MetricCase } from './measure.ts'
import { type MetricId, metricNames } from './metric-names.ts'
import { type Figures, figuresOf, type Measures } from './metrics.ts'
import { metricsOf, type Scheme, type SchemeItem } from './scheme.ts'
import { methodPoints } from './score.ts'

/** One thing that costs points now: what it would bring alone if it were done, and until when. */
export type LiveCase = Omit<MetricCase, 'weight' | 'id'> & {
  /** Of this case in this item; what 'what if' is ticked by. */
  key: string
  id: string
  metric: MetricId | ''
  /** Hundredths of a point that it would bring by itself; of what is lost, what it took. */
  cost: number
  /** Days from today to the last one; negative when it has passed. */
  daysLeft: number
}

export type LiveItem = {
  item: SchemeItem
  group: string
  /** What it earns as things stand (with what is supposed); together with the other two the item's points. */
  safe: number
  atRisk: number
  lost: number
  figures: Figures
  cases: readonly LiveCase[]
}

export type Live = {
  items: readonly LiveItem[]
  safe: number
  atRisk: number
  lost: number
  full: number
}

export type LiveWorld = {
  scheme: Pick<Scheme, 'groups'>
  measures: Measures
  /** What the county's own form has so far; without one nothing is ticked. */
  marks: Readonly<Record<string, ItemMark>>
  today: Day
  /** The day on which the year's work is counted. */
  until: Day
  /** Keys of what is supposed to be done. */
  supposed: ReadonlySet<string>
}

const dayLength = 86_400_000

/**
 * 预演: what a book would earn under a scheme today. Safe is what stands; at risk is what is still to be had by finishing
 * what is open and proving what is ticked; lost is what cannot be had any more. Points in hundredths; exact.
 */
export function liveScore(world: LiveWorld): Live {
  const items = world.scheme.groups.flatMap((group) =>
    group.items.map((item) => liveItem(item, group.name, world)),
  )
  const sum = (read: (each: LiveItem) => number) => items.reduce((total, each) => total + read(each), 0)
  return {
    items,
    safe: sum(({ safe }) => safe),
    atRisk: sum(({ atRisk }) => atRisk),
    lost: sum(({ lost }) => lost),
    full: sum(({ item }) => item.points),
  }
}

function liveItem(item: SchemeItem, group: string, world: LiveWorld): LiveItem {
  const mark = world.marks[item.id] ?? emptyMark
  const figures = figuresOf(Object.fromEntries(metricsOf(item).map((id) => [id, world.measures[id]])))
  const state: ItemState = { item, mark, figures, world }
  const open = casesOf(state)
  const supposed = open.filter(({ key }) => world.supposed.has(key))
  const safe = earned(state, supposed)
  const possible = Math.max(
    safe,
    earned(
      state,
      open.filter((each) => !each.isLost || world.supposed.has(each.key)),
    ),
  )
  const cases = open
    .filter(({ key }) => !world.supposed.has(key))
    .map((each) => ({ ...each, cost: Math.max(0, earned(state, [...supposed, each]) - safe) }))
  const shown = [...supposed.map((each) => ({ ...each, cost: 0 })), ...cases]
  return {
    ...{ item, group, figures, safe },
    atRisk: possible - safe,
    lost: item.points - possible,
    cases: shown
      .map(({ weight: _, ...each }) => each)
      .toSorted((left, right) => right.cost - left.cost || left.daysLeft - right.daysLeft),
  }
}

/** A case with the name of its item. */
export type NamedCase = LiveCase & { itemName: string }

/**
 * What is worth doing: the cases that bring most points, the soonest due first among equal ones; what a duty does itself apart
 * from what is another's turn.
 */
export function worthDoing(
  { items }: Pick<Live, 'items'>,
  duty: Duty,
): { own: NamedCase[]; others: NamedCase[] } {
  const cases = items
    .flatMap(({ item, cases: each }) => each.map((one) => ({ ...one, itemName: item.name })))
    .filter(({ isLost, cost }) => !isLost && cost > 0)
    .toSorted((left, right) => right.cost - left.cost || left.daysLeft - right.daysLeft)
  const isOwn = ({ holder }: NamedCase) => holder === '' || holder === duty
  return { own: cases.filter(isOwn), others: cases.filter((each) => !isOwn(each)) }
}

type ItemState = { item: SchemeItem; mark: ItemMark; figures: Figures; world: LiveWorld }
type Weighed = Omit<LiveCase, 'cost'> & { weight: number }

const bare = { place: 'none', dueOn: '', isLost: false, weight: 1, holder: '' } as const

function casesOf({ item, mark, world }: ItemState): Weighed[] {
  const left = (dueOn: Day) =>
    Math.round((Date.parse(dueOn === '' ? world.until : dueOn) - Date.parse(world.today)) / dayLength)
  const isOver = world.today > world.until
  const made = (id: string, name: string, text: string): Weighed => ({
    ...bare,
    ...{ key: `${item.id}/${id}`, id, metric: '', name, text, daysLeft: left(''), isLost: isOver },
  })
  const { method } = item
  const counted = metricsOf(item).flatMap((metric) => {
    const measure = world.measures[metric]
    if (measure?.due === 0 && startsAtNothing(item, metric))
      return [{ ...made(nothing, metricNames[metric].name, '工作还没有开展'), metric }]
    return (measure?.cases ?? []).map(
      (each): Weighed => ({
        ...each,
        ...{ key: `${item.id}/${metric}/${each.id}`, metric, daysLeft: left(each.dueOn) },
        isLost: each.isLost || isOver,
      }),
    )
  })
  if (method.kind === 'ticks') {
    const missing = method.ticks
      .filter(({ id }) => !mark.ticks.includes(id))
      .map(({ id, name }) => made(id, name, '还没有做到，或没有勾选'))
    const unproven = mark.ticks.length > 0 && !isProved(mark)
    return unproven ? [made(proof, `${item.name}的佐证`, '已勾选，没有上传佐证材料'), ...missing] : missing
  }
  if (counted.length > 0) return counted
  const needsPerson = method.kind === 'sample' || method.kind === 'manual' || isUnknown(item, world)
  return needsPerson && mark.self === null
    ? [
        method.kind === 'sample'
          ? { ...made('score', item.name, '由上级抽查评定'), holder: 'above' }
          : made('score', item.name, '要填写自评分'),
      ]
    : []
}

/** Ids of the cases of a proof that is missing, and of work of which nothing is due yet. */
const [proof, nothing] = ['#proof', '#nothing']

/** Whether an item earns nothing while its work has not begun. */
function startsAtNothing({ method }: SchemeItem, metric: MetricId): boolean {
  if (method.kind === 'bands') return method.nothing === 'none'
  return (
    method.kind === 'rate' && method.parts.some((part) => part.metric === metric && part.nothing === 'none')
  )
}

function isProved({ evidence, note }: ItemMark): boolean {
  return evidence.length > 0 || note.trim() !== ''
}

function isUnknown(item: SchemeItem, { measures }: LiveWorld): boolean {
  const { method } = item
  if (method.kind === 'cases' && method.metric === '') return true
  return metricsOf(item).some((metric) => !measures[metric])
}

/** What the item earns with some cases taken as done. */
function earned({ item, mark, figures, world }: ItemState, done: readonly Weighed[]): number {
  const { method } = item
  if (method.kind === 'ticks') {
    const isProven = isProved(mark) || done.some(({ id }) => id === proof)
    const ticks = [...(isProven ? mark.ticks : []), ...done.map(({ id }) => id)]
    return methodPoints(item, { figures: {}, ticks, count: null }) ?? 0
  }
  if (mark.self !== null && (method.kind === 'sample' || method.kind === 'manual' || isUnknown(item, world)))
    return Math.min(mark.self, item.points)
  if (method.kind === 'sample' || method.kind === 'manual' || isUnknown(item, world))
    return done.length > 0 ? item.points : 0
  return methodPoints(item, { figures: fixed(figures, done), ticks: [], count: mark.count }) ?? 0
}

/** The figures as they would be with the cases done. */
function fixed(figures: Figures, done: readonly { metric: MetricId | ''; weight: number }[]): Figures {
  const after: Partial<Record<MetricId, Figure>> = { ...figures }
  for (const { metric, weight } of done) {
    const figure = metric === '' ? undefined : after[metric]
    if (metric === '' || !figure) continue
    // Work that has not begun is supposed to be done whole.
    if (figure.due === 0) after[metric] = { done: 1, due: 1, times: 0 }
    else
      after[metric] =
        metricNames[metric].counts === 'rate'
          ? { ...figure, done: figure.done + weight }
          : { ...figure, done: figure.done + 1, times: figure.times - weight }
  }
  return after
}
