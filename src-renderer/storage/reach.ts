import { AppError } from '#domain/errors'
import { type Actor, isLimited, reaches } from '#domain/people/duties'
import type { Section, Unit } from '#domain/year-book'
import { sectionsOf, unitsOf } from './base-data.ts'
import { db } from './database.ts'

type Placed = { id: string; bookId?: unknown; unitId?: unknown; code?: unknown; sectionId?: unknown }

/** Tables that must be open in a transaction in which `assertReach` runs. */
export const reachTables = ['units', 'sections'] as const

/** Throws `out-of-reach` where a record belongs to a unit that the actor's duty does not reach. */
export async function assertReach(actor: Actor, table: string, records: readonly Placed[]): Promise<void> {
  if (!isLimited(actor) || records.length === 0) return
  const own = table === 'units' ? (records as readonly Unit[]) : [] // the table says what its records are
  const ids = records.flatMap((record) => (typeof record.unitId === 'string' ? [record.unitId] : []))
  const units =
    own.length > 0 ? own : (await db.units.bulkGet([...new Set(ids)])).filter((unit) => unit !== undefined)
  if (ids.some((id) => !units.some((unit) => unit.id === id))) throw new AppError('out-of-reach')
  const parents = await db.units.bulkGet([...new Set(units.map((unit) => unit.parentId))])
  const sections = await db.sections.bulkGet([...new Set(units.map((unit) => unit.sectionId))])
  const parentById = new Map(parents.map((unit) => [unit?.id ?? '', unit]))
  const sectionById = new Map(sections.map((section) => [section?.id ?? '', section]))
  for (const unit of units) {
    const place = {
      unitCode: unit.code,
      parentCode: parentById.get(unit.parentId)?.code ?? '',
      sectionCode: sectionById.get(unit.sectionId)?.code ?? '',
    }
    if (!reaches(actor, place)) throw new AppError('out-of-reach')
  }
}

/** Whether the actor's duty reaches the unit of a record. */
export async function isReached(actor: Actor, record: { bookId: string; unitId: string }): Promise<boolean> {
  if (!isLimited(actor)) return true
  const [units, sections] = await Promise.all([unitsOf(record.bookId), sectionsOf(record.bookId)])
  return reachedUnits(actor, units, sections)?.has(record.unitId) ?? true
}

/** The units that an actor's duty reaches; null where it reaches all. */
export function reachedUnits(
  actor: Actor,
  units: readonly Unit[],
  sections: readonly Section[],
): ReadonlySet<string> | null {
  if (!isLimited(actor)) return null
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section]))
  const reached = units.filter((unit) =>
    reaches(actor, {
      unitCode: unit.code,
      parentCode: unitById.get(unit.parentId)?.code ?? '',
      sectionCode: sectionById.get(unit.sectionId)?.code ?? '',
    }),
  )
  return new Set(reached.map((unit) => unit.id))
}
