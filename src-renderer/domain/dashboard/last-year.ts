import { compared, type ExecutionRow, lineKey } from '../execution/execution.ts'
import type { Unit } from '../year-book.ts'
import type { TreasuryRow } from './facts.ts'

type NamedGoal = { id: string; unitId: string; code: string; name: string }
type LastYearRow = TreasuryRow & Pick<ExecutionRow, 'code' | 'name' | 'unitName'>

/**
 * Last year's rows under this year's goals: by project code, else by name and unit where that names one goal alone. A
 * row without a goal keeps its unit, so that the sums of units are whole.
 */
export function lastYearRows(
  rows: readonly LastYearRow[],
  around: { goals: readonly NamedGoal[]; units: readonly Unit[]; lastUnits: readonly Unit[] },
): TreasuryRow[] {
  const { goals, units, lastUnits } = around
  const nameById = new Map(units.map(({ id, name }) => [id, name]))
  const lastNames = new Map(lastUnits.map(({ id, name }) => [id, name]))
  const byCode = unique(
    goals
      .filter(({ code }) => code !== '')
      .map((goal) => [lineKey({ code: goal.code, name: goal.name, unitName: '' }), goal]),
  )
  const byName = unique(
    goals.map((goal) => [
      lineKey({ code: '', name: goal.name, unitName: nameById.get(goal.unitId) ?? '' }),
      goal,
    ]),
  )
  const unitOf = unitFinder(units, lastUnits)
  const found = new Map<string, { goalId: string; unitId: string }>()
  return rows.map((row) => {
    const { month, source, line, initial, adjusted, allocated, paid } = row
    let place = found.get(line)
    if (!place) {
      const unitName = lastNames.get(row.unitId) ?? row.unitName
      const goal = byCode.get(line) ?? byName.get(lineKey({ code: '', name: row.name, unitName }))
      place = { goalId: goal?.id ?? '', unitId: goal?.unitId ?? unitOf(row) }
      found.set(line, place)
    }
    const { goalId, unitId } = place
    return { goalId, unitId, month, source, line, initial, adjusted, allocated, paid }
  })
}

/** A unit of this year for one of last year: the same code, else the same name. */
function unitFinder(units: readonly Unit[], lastUnits: readonly Unit[]) {
  const byCode = new Map(units.map((unit) => [compared(unit.code), unit.id]))
  const byName = new Map(units.map((unit) => [compared(unit.name), unit.id]))
  const last = new Map(lastUnits.map((unit) => [unit.id, unit]))
  return ({ unitId, unitName }: Pick<LastYearRow, 'unitId' | 'unitName'>): string => {
    const unit = last.get(unitId)
    const code = unit && unit.code !== '' ? byCode.get(compared(unit.code)) : undefined
    return code ?? byName.get(compared(unit?.name ?? unitName)) ?? ''
  }
}

/** Keys that name one goal alone. */
function unique(entries: readonly (readonly [string, NamedGoal])[]): Map<string, NamedGoal> {
  const found = new Map<string, NamedGoal>()
  const twice = new Set<string>()
  for (const [key, goal] of entries) {
    if (found.has(key)) twice.add(key)
    found.set(key, goal)
  }
  for (const key of twice) found.delete(key)
  return found
}
