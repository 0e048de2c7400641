import { grouped } from './grouped.ts'
import { unitWithDepartment } from './unit-names.ts'
import type { Unit } from './year-book.ts'

/** A unit that has not reported everything, with what is missing. */
export type ReminderLine = { department: string; unit: string; names: string[] }

/** 催报: forms that have not been reported, by unit, in the order of the forms. */
export function reminderLines(
  missing: readonly { unitId: string; name: string }[],
  units: readonly Pick<Unit, 'id' | 'parentId' | 'name'>[],
): ReminderLine[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  return [...grouped(missing, ({ unitId }) => unitId)].map(([unitId, forms]) => {
    const { unit, department } = unitWithDepartment(unitId, unitById)
    return {
      department: department?.name ?? '',
      unit: unit?.name ?? '',
      names: forms.map(({ name }) => name),
    }
  })
}

/** Instead of a letter to nobody: the filter leaves no one, or all that is missing is secret; `note` is what was left out. */
export function nobodyToUrge(note: string): string {
  return `所列单位中没有可以催报的项目，没有导出催报函。${note}`
}
