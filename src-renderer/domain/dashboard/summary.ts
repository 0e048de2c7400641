import type { Day } from '../dates.ts'
import { rateOf, type Share } from '../execution/rate.ts'
import { grouped } from '../grouped.ts'
import { addUp, type Fen } from '../money.ts'
import type { LightColour, LightKind } from '../monitoring/lights.ts'
import type { BoardIndex } from './board-index.ts'
import { filteredItems } from './filter.ts'
import { judgedAt } from './lights.ts'
import { type Warned, warnedOf, warningOf } from './warnings.ts'

/** A warning, as it stands in a few words beside others. */
export type BriefWarning = {
  goalId: string
  formId: string
  name: string
  unitName: string
  worst: LightColour
  kind: LightKind
  cause: string
  since: Day
  /** How many lights are red, and paid less reference: in this order the worst come first. */
  reds: number
  gap: Fen
}

/** What of a unit stands on the first page. */
export type UnitSummary = {
  unitId: string
  count: number
  red: number
  yellow: number
  adjusted: Fen
  paid: Fen
  reference: Fen
  warned: readonly BriefWarning[]
}

/** The board in short: kept beside it, so that the first page need not read the whole. */
export type BoardSummary = { year: number; month: number; units: readonly UnitSummary[] }

/** The board of a book in short, unit by unit; `most` warnings of each, the worst first. */
export function summaryOf(index: BoardIndex, most: number): BoardSummary {
  const month = index.month > 0 ? index.month : 12
  const names = {
    unitNames: new Map(index.units.map(({ id, name }) => [id, name])),
    sectionNames: new Map<string, string>(),
  }
  // How long each has warned is counted where it is shown: the summary is kept over days.
  const at = { month, today: `${index.year}-12-31`, index, ...names }
  const briefOf = (warned: Warned): BriefWarning => {
    const { goalId, formId, name, unitName, worst, kind, cause, since } = warningOf(warned, at)
    return { goalId, formId, name, unitName, worst, kind, cause, since, reds: warned.reds, gap: warned.gap }
  }
  const summed = filteredItems(index, { unit: '', section: '', book: '', kind: '', month })
  const units = [...grouped(summed, ({ unitId }) => unitId)].map(([unitId, items]): UnitSummary => {
    const projects = items.filter(({ goalId }) => goalId !== '')
    const judged = projects.map((item) => judgedAt(item, month, index.source))
    const sum = (field: 'adjusted' | 'paid' | 'reference') =>
      addUp(items.map((item) => item[field][month - 1] ?? 0))
    return {
      ...{ unitId, count: projects.length },
      red: judged.filter(({ worst }) => worst === 'red').length,
      yellow: judged.filter(({ worst }) => worst === 'yellow').length,
      ...{ adjusted: sum('adjusted'), paid: sum('paid'), reference: sum('reference') },
      warned: warnedOf(judged, month).slice(0, most).map(briefOf),
    }
  })
  return { year: index.year, month: index.month, units }
}

export type SummarySum = Omit<UnitSummary, 'unitId'> & {
  month: number
  rate: Share | null
  referenceRate: Share | null
}

/** The sums over the units that are reached (null: all), with the worst of their warnings. */
export function sumSummary(
  { month, units }: BoardSummary,
  reached: ReadonlySet<string> | null,
  most: number,
): SummarySum {
  const own = units.filter(({ unitId }) => reached === null || reached.has(unitId))
  const sum = (field: 'count' | 'red' | 'yellow' | 'adjusted' | 'paid' | 'reference') =>
    addUp(own.map((unit) => unit[field]))
  const [adjusted, paid, reference] = [sum('adjusted'), sum('paid'), sum('reference')]
  const warned = own
    .flatMap((unit) => unit.warned)
    .toSorted(
      (left, right) =>
        Number(right.worst === 'red') - Number(left.worst === 'red') ||
        right.reds - left.reds ||
        left.gap - right.gap ||
        (left.goalId < right.goalId ? -1 : 1),
    )
  return {
    ...{ month, count: sum('count'), red: sum('red'), yellow: sum('yellow'), adjusted, paid, reference },
    ...{ rate: rateOf(paid, adjusted), referenceRate: rateOf(reference, adjusted) },
    warned: warned.slice(0, most),
  }
}
