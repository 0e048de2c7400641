import type { Unit } from './year-book.ts'

type Placed = Pick<Unit, 'id' | 'parentId'>

/** The topmost unit above a unit, or itself; a circle of parents ends where it closes. */
export function topmost<Any extends Placed>(unit: Any, units: ReadonlyMap<string, Any>): Any {
  const seen = new Set<string>()
  let top = unit
  for (let parent = units.get(top.parentId); parent && !seen.has(top.id); parent = units.get(top.parentId)) {
    seen.add(top.id)
    top = parent
  }
  return top
}

/** A unit and its 主管部门: itself where nothing is above it; neither where the unit is not known. */
export function unitWithDepartment<Any extends Placed>(
  unitId: string,
  units: readonly Any[] | ReadonlyMap<string, Any>,
): { unit: Any | undefined; department: Any | undefined } {
  const byId = 'get' in units ? units : new Map(units.map((unit) => [unit.id, unit]))
  const unit = byId.get(unitId)
  return { unit, department: unit && topmost(unit, byId) }
}

/** Whose form it is, as the official papers name them. */
export type OwnerNames = { year: number; unit: string; department: string; departmentCode: string }
export type FormNames = OwnerNames & { unitCode: string }

/** The names a form carries at its head: the unit and its 主管部门. */
export function formNames(
  unitId: string,
  units: readonly Unit[] | ReadonlyMap<string, Unit>,
  year: number,
): FormNames {
  const { unit, department } = unitWithDepartment(unitId, units)
  return {
    unit: unit?.name ?? '',
    unitCode: unit?.code ?? '',
    department: department?.name ?? '',
    departmentCode: department?.code ?? '',
    year,
  }
}
