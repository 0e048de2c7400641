import type { Day } from '../dates.ts'
import { addUp, type Fen } from '../money.ts'
import { openCheck } from './disclosure.ts'
import { type DisclosureItem, type DisclosureOwner, disclosureItemList } from './rules.ts'
import { type DisclosureRow, isPublished, mustBePublished } from './standing.ts'

/** How much of what must be published is; money in 分. */
export type DisclosureCoverage = {
  due: number
  done: number
  dueMoney: Fen
  doneMoney: Fen
  exempt: number
  /** Published after the deadline, or beyond it and still not published. */
  late: number
  /** Findings of checks that are still to be put right. */
  open: number
}

export function publishedShare(rows: readonly DisclosureRow[]): DisclosureCoverage {
  const counted = rows.filter(mustBePublished)
  const done = counted.filter(isPublished)
  return {
    due: counted.length,
    done: done.length,
    dueMoney: addUp(counted.map(({ total }) => total)),
    doneMoney: addUp(done.map(({ total }) => total)),
    exempt: rows.length - counted.length,
    late: counted.filter(({ late }) => late > 0).length,
    open: rows.filter(({ record }) => record !== null && openCheck(record) !== null).length,
  }
}

/** By stage, in the order of the process; a stage of which nothing has to be published is left out. */
export function coverageByItem(
  rows: readonly DisclosureRow[],
): { item: DisclosureItem; coverage: DisclosureCoverage }[] {
  return disclosureItemList
    .map((item) => ({ item, of: rows.filter((row) => row.item === item) }))
    .filter(({ of }) => of.length > 0)
    .map(({ item, of }) => ({ item, coverage: publishedShare(of) }))
}

/** By 主管部门, in their order; `departmentOf` gives the department of a unit, itself for a department. */
export function coverageByDepartment(
  rows: readonly DisclosureRow[],
  departments: readonly { id: string; name: string }[],
  departmentOf: (unitId: string) => string,
): { id: string; name: string; coverage: DisclosureCoverage }[] {
  return departments.flatMap(({ id, name }) => {
    const own = rows.filter(({ unitId }) => departmentOf(unitId) === id)
    return own.length === 0 ? [] : [{ id, name, coverage: publishedShare(own) }]
  })
}

/** One thing that must be published, as 考核 measures it: until when, and on which day it was ('' while it is not). */
export type DisclosureFact = {
  id: string
  name: string
  unitId: string
  goalId: string
  what: 'goal' | 'result'
  owner: DisclosureOwner
  dueOn: Day
  publishedOn: Day
}

/** What 考核 counts: secret and exempted things are left out. */
export function disclosureFactsOf(rows: readonly DisclosureRow[]): DisclosureFact[] {
  return rows.filter(mustBePublished).map((row) => ({
    ...{ id: row.objectId, name: row.name, unitId: row.unitId, goalId: row.goalId },
    what: row.item === 'goal' ? ('goal' as const) : ('result' as const),
    owner: row.rule.owner,
    dueOn: row.dueOn,
    publishedOn: isPublished(row) ? (row.record?.publishedOn ?? '') : '',
  }))
}
