import type { Actor } from './people/duties.ts'
import type { Identity, Unit } from './year-book.ts'

/**
 * The unit that works here itself, on its own machine or by its duty: by its code, as offices are called by an everyday
 * name; by the name only where this machine has no card yet. Null at a bureau, and where several fit.
 */
export function ownUnitOf<Listed extends Pick<Unit, 'code' | 'name'>>(
  units: readonly Listed[],
  by: Pick<Actor, 'duty' | 'scope'>,
  { level, office }: Pick<Identity, 'level' | 'office'>,
  station: { level: string; unitCode: string } | null,
): Listed | null {
  const code =
    by.duty === 'unit' && by.scope !== '' ? by.scope : station?.level === 'unit' ? station.unitCode : ''
  const isOwn = (unit: Listed) =>
    code !== '' ? unit.code === code : level === 'unit' && unit.name === office
  const [own = null, ...others] = units.filter(isOwn)
  return others.length === 0 ? own : null
}
