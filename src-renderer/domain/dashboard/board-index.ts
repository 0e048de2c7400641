import { timePoints } from '../execution/curve.ts'
import { grouped } from '../grouped.ts'
import { topmost } from '../unit-names.ts'
import type { Unit } from '../year-book.ts'
import type { BoardFacts, BoardForm, MoneySource, TreasuryRow } from './facts.ts'
import { type Item, itemOfGoal, itemOfUnit } from './item.ts'
import { amountsByOwner } from './year-amounts.ts'

/** The facts worked out once: every filter and month of the board then only adds up. */
export type BoardIndex = Pick<BoardFacts, 'year' | 'units' | 'sections' | 'rules'> & {
  items: readonly Item[]
  source: MoneySource
  /** The newest month with money of that source; 0 where there is none. */
  month: number
  /** The first month of which there is money, of this year and of last; 13 where there is none: before it nothing is known. */
  since: Readonly<Record<'paid' | 'lastYear', number>>
  /** Whether last year's book has a ledger to compare with. */
  hasLastYear: boolean
  departmentOf: ReadonlyMap<string, string>
}

/** A goal's money by its forms, where no ledger was taken in: budget and 支出 as the unit reported them. */
function rowOfForm({ goalId, month, budget, paid }: BoardForm): TreasuryRow {
  return {
    goalId,
    unitId: '',
    month,
    source: '',
    line: goalId,
    initial: budget,
    adjusted: budget,
    allocated: null,
    paid,
  }
}

/** Works the facts out, goal by goal; lines of the treasury without a goal stand under their unit. */
export function indexBoard(facts: BoardFacts): BoardIndex {
  const { goals, units } = facts
  const known = new Set(goals.map(({ id }) => id))
  const fromForms = facts.rows.length === 0
  const rows = fromForms ? facts.forms.filter(({ paid }) => paid !== null).map(rowOfForm) : facts.rows
  const source: MoneySource = rows.length === 0 ? 'none' : fromForms ? 'forms' : 'treasury'
  // A goal that was deleted since leaves its money with the unit.
  const ownerOf = ({ goalId, unitId }: TreasuryRow) => (known.has(goalId) ? goalId : `unit:${unitId}`)
  const amounts = amountsByOwner(rows, ownerOf)
  const lastYear = amountsByOwner(facts.lastYear, ownerOf)
  const forms = grouped(facts.forms, ({ goalId }) => goalId)
  const disposals = grouped(facts.disposals, ({ goalId }) => goalId)
  const departmentOf = departmentsOf(units)
  const sectionOf = new Map(units.map(({ id, sectionId }) => [id, sectionId]))
  const around = (id: string, unitId: string) => ({
    amounts: amounts.get(id),
    lastYear: lastYear.get(id),
    forms: (forms.get(id) ?? []).toSorted((left, right) => left.month - right.month),
    disposals: disposals.get(id) ?? [],
    place: { departmentId: departmentOf.get(unitId) ?? unitId, sectionId: sectionOf.get(unitId) ?? '' },
    rules: facts.rules,
    source,
  })
  const counted = goals.filter((goal) => goal.counts || amounts.has(goal.id) || lastYear.has(goal.id))
  const unitIds = [...new Set([...amounts.keys(), ...lastYear.keys()])].filter((id) => id.startsWith('unit:'))
  return {
    year: facts.year,
    units,
    sections: facts.sections,
    rules: facts.rules,
    items: [
      ...counted.map((goal) => itemOfGoal(goal, around(goal.id, goal.unitId))),
      ...unitIds.map((id) => {
        const unitId = id.slice('unit:'.length)
        return itemOfUnit(unitId, timePoints, around(id, unitId))
      }),
    ],
    source,
    month: rows.reduce((newest, row) => Math.max(newest, row.month), 0),
    since: { paid: firstMonth(rows), lastYear: firstMonth(facts.lastYear) },
    hasLastYear: facts.lastYear.length > 0,
    departmentOf,
  }
}

function firstMonth(rows: readonly TreasuryRow[]): number {
  return rows.reduce((first, row) => Math.min(first, row.month), 13)
}

/** The topmost unit above each unit. */
function departmentsOf(units: readonly Unit[]): Map<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return new Map(units.map((unit) => [unit.id, topmost(unit, byId).id]))
}
