import { type Curve, referenceOf, referenceShare } from '#domain/execution/curve'
import type { ExecutionRow, MatchWay } from '#domain/execution/execution'
import { grouped } from '#domain/execution/grouped'
import type { Share } from '#domain/execution/rate'
import { corrections, isOverpaid } from '#domain/execution/reconcile'
import { type Figures, figuresOfGoal, stateAt, sumFigures, treasuryOf } from '#domain/execution/totals'
import { type BudgetBook, budgetBooks, type Goal } from '#domain/goals/goal'
import type { Unit } from '#domain/year-book'

/** 对应: whether the treasury knows a project, and the book a line. */
export const executionStates = {
  matched: '有国库数',
  missing: '无国库数',
  unmatched: '未对应项目',
  other: '不属项目',
} as const
export type ExecutionState = keyof typeof executionStates

export const executionNotices = { behind: '低于参照', correction: '冲减', overpaid: '超预算' } as const
export type ExecutionNotice = keyof typeof executionNotices

/** One line of the ledger: a project with what the treasury shows of it, or a line of the treasury without one. */
export type LedgerRow = {
  id: string
  goal: Goal | null
  name: string
  code: string
  unitId: string
  /** As written by the treasury, where its unit is not in the book. */
  unitName: string
  state: ExecutionState
  notices: ExecutionNotice[]
  ways: MatchWay[]
  reference: Share | null
  figures: Figures
  /** All months of its lines. */
  rows: ExecutionRow[]
}

type World = {
  goals: readonly Goal[]
  units: readonly Unit[]
  rows: readonly ExecutionRow[]
  curves: ReadonlyMap<string, Curve>
  month: number
}

/** The ledger at the end of a month: every project, and every line of the treasury that is none. */
export function ledgerRows({ goals, units, rows, curves, month }: World): LedgerRow[] {
  const nameById = new Map(units.map((unit) => [unit.id, unit.name]))
  const own = grouped(
    rows.filter(({ goalId }) => goalId !== ''),
    ({ goalId }) => goalId,
  )
  const payable = goals.filter(({ kind }) => kind === 'project' || kind === 'policy')
  const ofGoals = payable.map((goal): LedgerRow => {
    const lines = own.get(goal.id) ?? []
    const reference = referenceShare(referenceOf(goal, curves.get(goal.id) ?? null), month)
    return {
      ...{ id: goal.id, goal, name: goal.name, code: goal.code, unitId: goal.unitId, rows: lines },
      unitName: nameById.get(goal.unitId) ?? '',
      state: lines.length > 0 ? 'matched' : 'missing',
      ...readings(goal, lines, month, reference),
    }
  })
  const known = new Set(payable.map(({ id }) => id))
  const alone = grouped(
    rows.filter(({ goalId }) => !known.has(goalId)),
    ({ line }) => line,
  )
  const ofLines = [...alone].flatMap(([line, lines]): LedgerRow[] => {
    const [first] = lines
    if (!first) return []
    return [
      {
        ...{ id: `line:${line}`, goal: null, name: first.name, code: first.code, rows: lines },
        ...{ unitId: first.unitId, unitName: nameById.get(first.unitId) ?? first.unitName },
        state: lines.some(({ way }) => way !== 'hand') ? 'unmatched' : 'other',
        ...readings(null, lines, month, null),
      },
    ]
  })
  return [...ofGoals, ...ofLines]
}

function readings(
  goal: Goal | null,
  lines: ExecutionRow[],
  month: number,
  reference: Share | null,
): Pick<LedgerRow, 'figures' | 'notices' | 'ways' | 'reference'> {
  const now = stateAt(lines, month)
  const totalled = { total: goal?.total ?? null, reference: reference ?? 0, lastYear: 0 }
  const figures = figuresOfGoal(totalled, now.length > 0 ? treasuryOf(now) : undefined)
  const series = grouped(
    lines.filter((row) => row.month <= month),
    ({ line, source }) => `${line}|${source}`,
  )
  const notices: ExecutionNotice[] = []
  if (goal && reference !== null && figures.gap < 0) notices.push('behind')
  if ([...series.values()].some((own) => corrections(own).length > 0)) notices.push('correction')
  if (now.some(isOverpaid)) notices.push('overpaid')
  return { figures, notices, reference, ways: [...new Set(lines.map(({ way }) => way))] }
}

export type ExecutionFilter = {
  unit: string
  section: string
  book: BudgetBook | ''
  state: ExecutionState | ''
  notice: ExecutionNotice | ''
  search: string
}
export const filterKeys = ['unit', 'section', 'book', 'state', 'notice', 'search'] as const

export function readFilter(address: URLSearchParams): ExecutionFilter {
  const of = (key: (typeof filterKeys)[number]) => address.get(key) ?? ''
  return {
    ...{ unit: of('unit'), section: of('section'), search: of('search') },
    book: keyOf(budgetBooks, of('book')),
    state: keyOf(executionStates, of('state')),
    notice: keyOf(executionNotices, of('notice')),
  }
}

function keyOf<Key extends string>(table: Readonly<Record<Key, string>>, text: string): Key | '' {
  return (Object.keys(table) as Key[]).find((key) => key === text) ?? '' // the keys of the table
}

export function filterRows(
  rows: readonly LedgerRow[],
  filter: ExecutionFilter,
  units: readonly Unit[],
): LedgerRow[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const wanted = filter.search.normalize('NFKC').trim().toLowerCase()
  return rows.filter((row) => {
    const unit = byId.get(row.unitId)
    const texts = [row.name, row.code, row.unitName, unit?.initials ?? '']
    return (
      (filter.unit === '' || row.unitId === filter.unit || unit?.parentId === filter.unit) &&
      (filter.section === '' || unit?.sectionId === filter.section) &&
      (filter.book === '' || row.goal?.book === filter.book) &&
      (filter.state === '' || row.state === filter.state) &&
      (filter.notice === '' || row.notices.includes(filter.notice)) &&
      (wanted === '' || texts.some((text) => text.normalize('NFKC').toLowerCase().includes(wanted)))
    )
  })
}

/** The sums of what is shown; the reference counts only where there is one. */
export function sumsOf(rows: readonly LedgerRow[]): Figures {
  return sumFigures(rows.map(({ figures }) => figures))
}

const names = new Intl.Collator('zh-Hans-CN', { numeric: true })
const states = Object.keys(executionStates)

function compare(left: LedgerRow, right: LedgerRow, column: string): number {
  if (column === 'name') return names.compare(left.name, right.name)
  if (column === 'state') return states.indexOf(left.state) - states.indexOf(right.state)
  const { figures: one } = left
  const { figures: other } = right
  if (column === 'adjusted') return one.adjusted - other.adjusted
  if (column === 'allocated') return one.allocated - other.allocated
  if (column === 'paid') return one.paid - other.paid
  if (column === 'gap') return one.gap - other.gap
  if (column === 'rate') return (one.rate ?? -1) - (other.rate ?? -1)
  return 0
}

/** Sorted copy; without a choice what waits for a person first, then what is farthest behind. */
export function sortRows(rows: readonly LedgerRow[], column: string, descending: boolean): LedgerRow[] {
  const sign = descending ? -1 : 1
  if (column !== '') return rows.toSorted((left, right) => sign * compare(left, right, column))
  const waits = ({ state }: LedgerRow) => (state === 'unmatched' ? 0 : state === 'other' ? 2 : 1)
  return rows.toSorted(
    (left, right) =>
      waits(left) - waits(right) || compare(left, right, 'gap') || (left.id < right.id ? -1 : 1),
  )
}
