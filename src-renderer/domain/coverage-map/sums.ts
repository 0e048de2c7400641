import type { Share } from '../execution/rate.ts'
import { rateOf } from '../execution/rate.ts'
import { type BudgetBook, budgetBooks, type ObjectKind, objectKinds } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import { countsAs, type ReasonId } from './reasons.ts'
import { coverageBands, type Stage, stageList } from './stages.ts'
import type { CoverageLine } from './standing.ts'

/** How many, and their money in 分. */
export type Amount = { count: number; money: Fen }

/** Objects of one unit, kind and book, by stage and reason: what every total of the map is added up from. */
export type CoverageGroup = {
  unitId: string
  kind: ObjectKind
  book: BudgetBook
  stages: Readonly<Record<Stage, Readonly<Partial<Record<ReasonId, Amount>>>>>
}

type OpenGroup = Pick<CoverageGroup, 'unitId' | 'kind' | 'book'> & {
  stages: Record<Stage, Partial<Record<ReasonId, Amount>>>
}

/** Adds lines to groups, slice by slice; `groupsOf` gives them out. */
export function coverageAdder(): {
  add: (lines: readonly CoverageLine[]) => void
  groupsOf: () => CoverageGroup[]
} {
  const groups = new Map<string, OpenGroup>()
  function groupOf({ unitId, kind, book }: CoverageLine): OpenGroup {
    const key = `${unitId}|${kind}|${book}`
    const known = groups.get(key)
    if (known) return known
    const stages = Object.fromEntries(stageList.map((stage) => [stage, {}])) as OpenGroup['stages'] // all stages
    const made = { unitId, kind, book, stages }
    groups.set(key, made)
    return made
  }
  return {
    add: (lines) => {
      for (const line of lines) {
        const { stages } = groupOf(line)
        for (const stage of stageList) {
          const { reason } = line.stages[stage]
          const { count, money } = stages[stage][reason] ?? nothing
          stages[stage][reason] = { count: count + 1, money: money + (line.money ?? 0) }
        }
      }
    },
    groupsOf: () => [...groups.values()],
  }
}

const nothing: Amount = { count: 0, money: 0 }

/** What a cell of the map says: done and due in number and money. */
export type Cell = { done: Amount; due: Amount }

export type CoverageFilter = {
  kind: ObjectKind | ''
  book: BudgetBook | ''
  /** null: all units. */
  units: ReadonlySet<string> | null
}

/** Whether the filter leaves a group. */
export function isWithin(
  { unitId, kind, book }: Pick<CoverageGroup, 'unitId' | 'kind' | 'book'>,
  filter: CoverageFilter,
): boolean {
  return (
    (filter.kind === '' || kind === filter.kind) &&
    (filter.book === '' || book === filter.book) &&
    (filter.units === null || filter.units.has(unitId))
  )
}

/**
 * Done and due of a stage. Money over several kinds is that of projects and policies alone: a department's and a
 * government's budget have it in them already.
 */
export function cellOf(groups: readonly CoverageGroup[], stage: Stage, filter: CoverageFilter): Cell {
  const done = { ...nothing }
  const due = { ...nothing }
  for (const group of groups) {
    if (!isWithin(group, filter)) continue
    const hasMoney = filter.kind !== '' || group.kind === 'project' || group.kind === 'policy'
    for (const [reason, amount] of amountsOf(group, stage)) {
      const counts = countsAs(reason)
      if (counts === 'outside') continue
      add(due, amount, hasMoney)
      if (counts === 'done') add(done, amount, hasMoney)
    }
  }
  return { done, due }
}

function add(sum: Amount, { count, money }: Amount, hasMoney: boolean): void {
  sum.count += count
  if (hasMoney) sum.money += money
}

function amountsOf(group: CoverageGroup, stage: Stage): [ReasonId, Amount][] {
  return Object.entries(group.stages[stage]) as [ReasonId, Amount][] // the keys are reasons
}

/** The share of a cell that is done, by number or by money; null where nothing is due. */
export function shareOf({ done, due }: Cell, by: keyof Amount): Share | null {
  return rateOf(done[by], due[by])
}

export const cellLooks = { full: '已覆盖', most: '基本覆盖', gap: '有缺口', none: '不适用' } as const
export type CellLook = keyof typeof cellLooks

/** How a cell looks: a border belongs to the better one; `none` where nothing is due. */
export function lookOf(share: Share | null): CellLook {
  if (share === null) return 'none'
  if (share >= coverageBands.full) return 'full'
  return share >= coverageBands.most ? 'most' : 'gap'
}

export const objectKindList = Object.keys(objectKinds) as ObjectKind[] // the keys of the table
export const bookList = Object.keys(budgetBooks) as BudgetBook[] // the keys of the table
