import { isOpenIn } from './book-use.ts'
import type { Actor, Duty } from './duties.ts'
import { applicationRows } from './duty-table/application.ts'
import { evaluationRows } from './duty-table/evaluation.ts'
import { goalsRows } from './duty-table/goals.ts'
import { houseRows } from './duty-table/house.ts'
import { monitoringRows } from './duty-table/monitoring.ts'
import type { Permit } from './duty-table/permit.ts'

/**
 * 职责表: the one table that says what a duty may see and do. Every write names its row, every page and button asks it;
 * a step of a workflow is a row too, so a state machine holds no duties of its own.
 */
export const permissions = {
  ...goalsRows,
  ...monitoringRows,
  ...evaluationRows,
  ...applicationRows,
  ...houseRows,
} as const satisfies Record<string, Permit>
export type Permission = keyof typeof permissions

/** Whether a duty may do (or see) what the row names. */
export function dutyMay(duty: Duty, permission: Permission): boolean {
  const allowed: readonly Duty[] = permissions[permission].duties
  return allowed.includes(duty)
}

/** Whether the actor may, in the duty that is active now and in the book that is open. */
export function may({ duty, use }: Pick<Actor, 'duty' | 'use'>, permission: Permission): boolean {
  return dutyMay(duty, permission) && isOpenIn(use ?? 'working', permission, permissions[permission].area)
}
