import { goalStatuses } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { type Searchable, searchable } from '#domain/search/search'
import type { Unit } from '#domain/year-book'
import { sectionsOf, unitsOf } from './base-data.ts'
import { db } from './database.ts'
import { goalLines } from './goal-lines.ts'
import { reachedUnits } from './reach.ts'
import type { GoalRow } from './records.ts'
import { searchDocuments } from './search-documents.ts'
import type { Pause } from './slices.ts'
import { endOf } from './trail-span.ts'

type Known = { key: string; index: readonly Searchable[] }
let known: Known | null = null

/** A goal as it is searched; the same as long as its row and its unit's name are. */
const made = new WeakMap<GoalRow, { unit: string; each: Searchable }>()

function ofGoal(row: GoalRow, unit: string): Searchable {
  const before = made.get(row)
  if (before?.unit === unit) return before.each
  const { id, name, code, initials, status } = row
  const note = unit === '' ? goalStatuses[status] : `${unit} · ${goalStatuses[status]}`
  const each = searchable({ group: 'project', id, name, code, initials, note, path: `/goals/${id}` })
  made.set(row, { unit, each })
  return each
}

function ofUnit(
  { id, name, code, initials, parentId }: Unit,
  names: ReadonlyMap<string, string>,
): Searchable {
  const path = `/goals?unit=${id}`
  return searchable({ group: 'unit', id, name, code, initials, note: names.get(parentId) ?? '', path })
}

/**
 * Everything of a book that a duty may open, with what is compared: 项目, 单位 and 文件资料 within its reach. Read once, in pieces
 * between which `pause` lets the window draw; afterwards it follows what is written.
 */
export async function searchIndexOf(bookId: string, by: Actor, pause: Pause): Promise<readonly Searchable[]> {
  const ends = await db.auditHeads.bulkGet([bookId, ''])
  const key = JSON.stringify([bookId, by.duty, by.scope, ends.map(endOf)])
  if (known?.key === key) return known.index
  const [units, sections] = await Promise.all([unitsOf(bookId), sectionsOf(bookId)])
  const reached = reachedUnits(by, units, sections)
  const isReached = (unitId: string) => reached === null || reached.has(unitId)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const index: Searchable[] = []
  if (may(by, 'see-goals')) {
    for (const row of await goalLines(bookId)) {
      if (isReached(row.unitId)) index.push(ofGoal(row, names.get(row.unitId) ?? ''))
      await pause()
    }
    index.push(...units.filter(({ id }) => isReached(id)).map((unit) => ofUnit(unit, names)))
  }
  const documents = await searchDocuments(bookId, by, reached, pause)
  index.push(...documents.map(searchable))
  known = { key, index }
  return index
}
