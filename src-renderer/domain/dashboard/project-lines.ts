import type { Share } from '../execution/rate.ts'
import { rateOf } from '../execution/rate.ts'
import type { BudgetBook, ObjectKind } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import { type LightColour, type LightKind, lightColours, lightKinds } from '../monitoring/lights.ts'
import type { BoardIndex } from './board-index.ts'
import { type BoardFilter, filteredItems } from './filter.ts'
import { forecastOf } from './forecast.ts'
import { disposalOf, formAt, type Item } from './item.ts'
import { coloursAt, type ItemColours, type Stage, stageAt, worstOf } from './lights.ts'

/** A line of the list that every number of the board opens. */
export type ProjectLine = {
  id: string
  goalId: string
  formId: string
  disposalId: string
  name: string
  unitId: string
  sectionId: string
  kind: ObjectKind | ''
  book: BudgetBook | ''
  plan: string
  initial: Fen
  adjusted: Fen
  allocated: Fen
  paid: Fen
  reference: Fen
  gap: Fen
  lastYear: Fen
  unspent: Fen
  rate: Share | null
  referenceShare: Share
  colours: ItemColours
  worst: LightColour
  stage: Stage
}

/** The lines behind a board's numbers; their sums are its figures. */
export function projectLines(index: BoardIndex, filter: BoardFilter): ProjectLine[] {
  return filteredItems(index, filter).map((item) => lineOf(item, filter.month, index.source))
}

function lineOf(item: Item, month: number, source: BoardIndex['source']): ProjectLine {
  const at = (amounts: readonly Fen[]) => amounts[month - 1] ?? 0
  const [adjusted, paid, reference] = [at(item.adjusted), at(item.paid), at(item.reference)]
  const colours = coloursAt(item, month, source)
  return {
    id: item.id,
    goalId: item.goalId,
    formId: formAt(item, month)?.id ?? '',
    disposalId: disposalOf(item)?.id ?? '',
    name: item.name,
    unitId: item.unitId,
    sectionId: item.sectionId,
    kind: item.kind,
    book: item.book,
    plan: item.plan,
    initial: at(item.initial),
    adjusted,
    allocated: at(item.allocated),
    paid,
    reference,
    gap: paid - reference,
    lastYear: at(item.lastYear),
    unspent: item.goalId === '' ? 0 : forecastOf(item, month).unspent,
    rate: rateOf(paid, adjusted),
    referenceShare: item.points[month - 1] ?? 0,
    colours,
    worst: worstOf(colours),
    stage: stageAt(item, month),
  }
}

/** Which of the lines a number stands for: `red`, `execution-red`, `stage-disposal`, `unspent`, `unmatched`; '' all. */
export type Drill = string

/** Whether a line is one of those that a number counts. */
export function isDrilled(line: ProjectLine, drill: Drill): boolean {
  if (drill === '') return true
  // The units that the board counts: what one of them had last year alone is no 支出 of this one.
  if (drill === 'unmatched') return line.goalId === '' && line.paid !== 0
  if (line.goalId === '') return false
  if (drill === 'unspent') return line.unspent > 0
  if (drill === 'warning') return line.worst === 'red' || line.worst === 'yellow'
  if (drill.startsWith('stage-')) return line.stage === drill.slice('stage-'.length)
  const [kind = '', colour = ''] = drill.split('-')
  if (kind in lightKinds) return line.colours[kind as LightKind] === colour // just looked up in the table
  return kind in lightColours && line.worst === kind
}
