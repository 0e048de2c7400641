import { plainCode, type Unit } from '../year-book.ts'
import type { Carried, ExchangeTable, Way } from './contents.ts'
import type { Party } from './station.ts'

/** The way from one station to another; null where nothing travels between them (two units, two counties). */
export function wayOf(sender: Pick<Party, 'level'>, receiver: Pick<Party, 'level'>): Way | null {
  if (sender.level === 'unit')
    return receiver.level === 'county' || receiver.level === 'city' ? 'unit-up' : null
  if (receiver.level === 'unit') return sender.level === '' ? null : 'to-unit'
  if (sender.level === 'county' && receiver.level === 'city') return 'bureau-up'
  if (sender.level === 'city' && receiver.level === 'county') return 'to-bureau'
  return null
}

/** 下级单位 with the unit itself: what a unit's package is about. */
export function unitAndDirect(units: readonly Unit[], unitCode: string): Unit[] {
  const wanted = plainCode(unitCode)
  const head = units.find(({ code }) => plainCode(code) === wanted)
  if (!head) return []
  return units.filter((unit) => unit.id === head.id || unit.parentId === head.id)
}

/** Which units a package is about: `ids` of them, null for all; `shown` are those that the receiver needs to know. */
export type Scope = { ids: ReadonlySet<string>; shown: ReadonlySet<string> } | null

/** The units whose records go this way, with the departments above them for their names; null: all. */
export function scopeOf(way: Way, unitCode: string, units: readonly Unit[]): Scope {
  if (way === 'bureau-up' || way === 'to-bureau') return null
  const own = unitAndDirect(units, unitCode)
  const ids = new Set(own.map(({ id }) => id))
  return { ids, shown: new Set([...ids, ...own.map(({ parentId }) => parentId)]) }
}

/** Whether a record is within the scope: by its unit where it has one. */
export function isWithin(scope: Scope, table: string, record: { id: string; unitId?: unknown }): boolean {
  if (scope === null) return true
  if (table === 'units') return scope.shown.has(record.id)
  return typeof record.unitId !== 'string' || scope.ids.has(record.unitId)
}

/** Lists inside records that name goals of every unit, by table: one unit is shown its own alone. */
const listsOfGoals: Readonly<Partial<Record<ExchangeTable, string>>> = { rounds: 'goalIds' }

/** Whether records of a table name other units' goals, so that they have to be narrowed for one unit. */
export function namesGoals(table: ExchangeTable): boolean {
  return table in listsOfGoals
}

/** The record as one unit may see it: of goals it names those in `own` stay. */
export function narrowed<R extends Carried>(table: ExchangeTable, record: R, own: ReadonlySet<string>): R {
  const field = listsOfGoals[table]
  const list = field === undefined ? undefined : record[field]
  if (field === undefined || !Array.isArray(list)) return record
  return { ...record, [field]: list.filter((id: unknown) => own.has(String(id))) }
}
