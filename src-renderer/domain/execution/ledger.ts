import type { BudgetBook, Goal } from '../goals/goal.ts'
import { grouped } from '../grouped.ts'
import { referenceShare } from './curve.ts'
import type { ExecutionRow } from './execution.ts'
import type { Share } from './rate.ts'
import { corrections, isOverpaid } from './reconcile.ts'
import { type Figures, figuresOfGoal, stateAt, treasuryOf } from './totals.ts'

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

/** A goal as the ledger needs it: `points` is what its execution is held against, month by month. */
export type LedgerGoal = Pick<Goal, 'id' | 'name' | 'code' | 'unitId' | 'kind' | 'book' | 'total'> & {
  points: readonly Share[]
}
/** A row of the treasury as the ledger needs it. */
export type LedgerPaid = Pick<
  ExecutionRow,
  | 'id'
  | 'goalId'
  | 'unitId'
  | 'month'
  | 'source'
  | 'line'
  | 'way'
  | 'code'
  | 'name'
  | 'unitName'
  | 'initial'
  | 'adjusted'
  | 'allocated'
  | 'paid'
>

/** One line of the ledger: a project with what the treasury shows of it, or a line of the treasury without one. */
export type LedgerLine = {
  id: string
  /** '' of what no project stands for. */
  goalId: string
  book: BudgetBook | ''
  name: string
  code: string
  unitId: string
  /** As written by the treasury, where its unit is not in the book. */
  unitName: string
  state: ExecutionState
  notices: ExecutionNotice[]
  /** null for what no project stands for, and while there is no ledger at all: nothing is held against it then. */
  reference: Share | null
  figures: Figures
}

type World = {
  goals: readonly LedgerGoal[]
  units: readonly { id: string; name: string }[]
  rows: readonly LedgerPaid[]
  month: number
}

/** The ledger at the end of a month: every project, and every line of the treasury that is none. */
export function ledgerLines({ goals, units, rows, month }: World): LedgerLine[] {
  const nameById = new Map(units.map((unit) => [unit.id, unit.name]))
  const own = grouped(
    rows.filter(({ goalId }) => goalId !== ''),
    ({ goalId }) => goalId,
  )
  const payable = goals.filter(({ kind }) => kind === 'project' || kind === 'policy')
  const ofGoals = payable.map((goal): LedgerLine => {
    const { id, name, code, unitId, book } = goal
    const lines = own.get(id) ?? []
    const share = rows.length === 0 ? null : referenceShare(goal, month)
    const { figures, notices, reference } = readings(goal, lines, month, share)
    const unitName = nameById.get(unitId) ?? ''
    const state = lines.length > 0 ? 'matched' : 'missing'
    return { id, goalId: id, book, name, code, unitId, unitName, state, figures, notices, reference }
  })
  const known = new Set(payable.map(({ id }) => id))
  const alone = grouped(
    rows.filter(({ goalId }) => !known.has(goalId)),
    ({ line }) => line,
  )
  const ofLines = [...alone].flatMap(([line, lines]): LedgerLine[] => {
    const [first] = lines
    if (!first) return []
    const { name, code, unitId } = first
    const id = `${lineStart}${line}`
    const unitName = nameById.get(unitId) ?? first.unitName
    const state = lines.some(({ way }) => way !== 'hand') ? 'unmatched' : 'other'
    const { figures, notices, reference } = readings(null, lines, month, null)
    return [{ id, goalId: '', book: '', name, code, unitId, unitName, state, figures, notices, reference }]
  })
  return [...ofGoals, ...ofLines]
}

const lineStart = 'line:'

/** The treasury's line behind a line of the ledger that no project stands for; '' of a project. */
export function treasuryLineOf({ id, goalId }: Pick<LedgerLine, 'id' | 'goalId'>): string {
  return goalId === '' ? id.slice(lineStart.length) : ''
}

function readings(
  goal: Pick<LedgerGoal, 'total'> | null,
  lines: readonly LedgerPaid[],
  month: number,
  reference: Share | null,
): Pick<LedgerLine, 'figures' | 'notices' | 'reference'> {
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
  return { figures, notices, reference }
}
