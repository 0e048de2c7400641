import { type Day, daysBetween, isDay } from '../dates.ts'
import { isOpenDisposal } from '../disposals/disposal.ts'
import { type Share, whole } from '../execution/rate.ts'
import type { Fen } from '../money.ts'
import { type LightColour, type LightKind, lightKinds, lightsOf, severityOf } from '../monitoring/lights.ts'
import { ratio } from '../monitoring/ratio.ts'
import type { BoardIndex } from './board-index.ts'
import { rateAt } from './figures.ts'
import { dayAfter, disposalOf, formAt, type Item } from './item.ts'
import { type ItemColours, type Judged, lightKindList, stateText } from './lights.ts'

/** A project that warns: why, who answers for it, and since when. */
export type Warning = {
  id: string
  goalId: string
  /** The form that its lights rest on, and its disposal; '' where there is none. */
  formId: string
  disposalId: string
  name: string
  unitName: string
  sectionName: string
  colours: ItemColours
  worst: LightColour
  /** The loudest light, and what it says. */
  kind: LightKind
  cause: string
  /** What the unit itself says of it. */
  unitCause: string
  state: string
  adjusted: Fen
  paid: Fen
  /** Paid less reference. */
  gap: Fen
  rate: Share | null
  since: Day
  /** Whole days from `since` to today. */
  days: number
}

/** Lines that warn at the end of a month (red or yellow), before their words are made. */
export type Warned = Judged & { severity: number; reds: number; gap: Fen }

/** The warnings, the loudest first: reds, how many of them, then the money behind the plan. */
export function warnedOf(judged: readonly Judged[], month: number): Warned[] {
  const warned: Warned[] = []
  for (const { item, colours, worst } of judged) {
    const severity = severityOf(worst)
    if (severity === 0 || item.goalId === '') continue
    const reds = lightKindList.filter((kind) => colours[kind] === 'red').length
    const gap = (item.paid[month - 1] ?? 0) - (item.reference[month - 1] ?? 0)
    // Named one by one: objects made by spreading take six times as long to be sorted.
    warned.push({ item, colours, worst, severity, reds, gap })
  }
  return warned.toSorted(
    (left, right) =>
      right.severity - left.severity ||
      right.reds - left.reds ||
      left.gap - right.gap ||
      (left.item.id < right.item.id ? -1 : 1),
  )
}

type Names = { unitNames: ReadonlyMap<string, string>; sectionNames: ReadonlyMap<string, string> }

/** A warning in words. `today` is the day to which its age counts. */
export function warningOf(
  { item, colours, worst, gap }: Warned,
  at: { month: number; today: Day; index: BoardIndex } & Names,
): Warning {
  const { month, today, index } = at
  const kind = lightKindList.find((each) => colours[each] === worst) ?? 'execution'
  const form = formAt(item, month)
  const since = sinceOf(item, kind, month, index)
  return {
    id: item.id,
    goalId: item.goalId,
    formId: form?.id ?? '',
    disposalId: disposalOf(item)?.id ?? '',
    name: item.name,
    unitName: at.unitNames.get(item.unitId) ?? '',
    sectionName: at.sectionNames.get(item.sectionId) ?? '',
    colours,
    worst,
    kind,
    cause: `${lightKinds[kind]}：${causeOf(item, kind, month, index)}`,
    unitCause: form?.cause ?? '',
    state: stateText(item, month),
    adjusted: item.adjusted[month - 1] ?? 0,
    paid: item.paid[month - 1] ?? 0,
    gap,
    rate: rateAt(item, month),
    since,
    days: daysSince(since, today),
  }
}

/** The sentence of a light: of the ledger's own for 预算执行, else of the form. */
function causeOf(item: Item, kind: LightKind, month: number, { source, rules }: BoardIndex): string {
  const form = formAt(item, month)
  if (kind !== 'execution' || source !== 'treasury') return form?.lights[kind].reason ?? ''
  const facts = {
    month,
    budget: item.adjusted[month - 1] ?? 0,
    paid: item.paid[month - 1] ?? 0,
    forecast: null,
    reference: ratio(item.points[month - 1] ?? 0, whole),
    indicators: [],
  }
  return lightsOf(facts, rules).execution.reason
}

/**
 * Since when it warns: the end of the first month (by the ledger), or the report of the first round, from which on the
 * light warned without a break; or the day its open disposal was begun, whichever came first.
 */
function sinceOf(item: Item, kind: LightKind, month: number, { year, source }: BoardIndex): Day {
  const disposal = disposalOf(item)
  const light =
    kind === 'execution' && source === 'treasury'
      ? sinceByLedger(item, month, year)
      : sinceByForms(item, kind, month)
  if (!disposal || !isOpenDisposal(disposal.state)) return light
  return light === '' || disposal.openedOn < light ? disposal.openedOn : light
}

function sinceByLedger({ colours }: Item, month: number, year: number): Day {
  let first = month
  while (first > 1 && severityOf(colours[first - 2] ?? 'none') > 0) first--
  return dayAfter(year, first)
}

function sinceByForms(item: Item, kind: LightKind, month: number): Day {
  const forms = item.forms.filter((form) => form.month <= month)
  const calm = forms.findLastIndex(({ lights }) => severityOf(lights[kind].colour) === 0)
  return forms[calm + 1]?.since ?? ''
}

/** Whole days from one day to another; 0 where it lies ahead or there is none. */
export function daysSince(from: Day, to: Day): number {
  return isDay(from) && isDay(to) ? Math.max(0, daysBetween(from, to)) : 0
}
