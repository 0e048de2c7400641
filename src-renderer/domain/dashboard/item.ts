import type { Day } from '../dates.ts'
import { isOpenDisposal } from '../disposals/disposal.ts'
import { months } from '../execution/execution.ts'
import { amountAt, type Share } from '../execution/rate.ts'
import type { BudgetBook, ObjectKind } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import type { LightColour } from '../monitoring/lights.ts'
import type { MonitoringRules } from '../monitoring/rules.ts'
import { executionColour } from './execution-colour.ts'
import type { BoardDisposal, BoardForm, BoardGoal, MoneySource } from './facts.ts'
import type { YearAmounts } from './year-amounts.ts'

/** One line of the board: a goal, or what the treasury paid for a unit without a goal. Amounts by month, January first. */
export type Item = {
  /** Of the goal; of the unit behind a mark where there is no goal. */
  id: string
  goalId: string
  name: string
  unitId: string
  /** The department above the unit, or the unit itself. */
  departmentId: string
  sectionId: string
  kind: ObjectKind | ''
  book: BudgetBook | ''
  plan: string
  points: readonly Share[]
  /** Whether it belongs to sums: a department or government holds the projects that stand beside it. */
  isSummed: boolean
  budget: Fen
  initial: readonly Fen[]
  adjusted: readonly Fen[]
  allocated: readonly Fen[]
  paid: readonly Fen[]
  reference: readonly Fen[]
  lastYear: readonly Fen[]
  colours: readonly LightColour[]
  /** The newest last. */
  forms: readonly BoardForm[]
  disposals: readonly BoardDisposal[]
}

const withoutGoal = '未对应项目的支出'

type Known = {
  amounts: YearAmounts | undefined
  lastYear: YearAmounts | undefined
  forms: readonly BoardForm[]
  disposals: readonly BoardDisposal[]
  place: { departmentId: string; sectionId: string }
  rules: MonitoringRules
  source: MoneySource
}

const wholeKinds: readonly string[] = ['department', 'government']

/**
 * The line of a goal. Where the treasury has no adjusted budget its 年初 counts, else that of the goal (see
 * `figuresOfGoal`); without a ledger nothing is known to be paid and no light of execution is lit.
 */
export function itemOfGoal(goal: BoardGoal, known: Known): Item {
  const { id, name, unitId, kind, book, plan, points } = goal
  const isSummed = known.amounts !== undefined || !wholeKinds.includes(kind)
  return itemOf({ id, goalId: id, name, unitId, kind, book, plan, points, isSummed }, goal.total ?? 0, known)
}

/** The line of what the treasury has of a unit without a goal; held against 序时进度, since it has no plan. */
export function itemOfUnit(
  unitId: string,
  points: readonly Share[],
  known: Omit<Known, 'forms' | 'disposals'>,
): Item {
  const named = { id: `unit:${unitId}`, goalId: '', name: withoutGoal, unitId, plan: '序时进度' }
  return {
    ...itemOf({ ...named, kind: '', book: '', points, isSummed: true }, 0, {
      ...known,
      forms: [],
      disposals: [],
    }),
    // Nobody has to answer for it as a project: it is matched, not warned of.
    colours: months.map(() => 'none'),
  }
}

type Named = Pick<
  Item,
  'id' | 'goalId' | 'name' | 'unitId' | 'kind' | 'book' | 'plan' | 'points' | 'isSummed'
>

/** Each field by its name: objects that are made by spreading take several times as long to be summed and sorted. */
function itemOf(named: Named, budget: Fen, known: Known): Item {
  const sums = money(budget, named.points, known)
  return {
    id: named.id,
    goalId: named.goalId,
    name: named.name,
    unitId: named.unitId,
    departmentId: known.place.departmentId,
    sectionId: known.place.sectionId,
    kind: named.kind,
    book: named.book,
    plan: named.plan,
    points: named.points,
    isSummed: named.isSummed,
    budget,
    initial: sums.initial,
    adjusted: sums.adjusted,
    allocated: sums.allocated,
    paid: sums.paid,
    reference: sums.reference,
    lastYear: sums.lastYear,
    colours: sums.colours,
    forms: known.forms,
    disposals: known.disposals,
  }
}

function money(
  budget: Fen,
  points: readonly Share[],
  { amounts, lastYear, rules, source }: Pick<Known, 'amounts' | 'lastYear' | 'rules' | 'source'>,
) {
  const initial = months.map((month) => amounts?.initial[month - 1] ?? budget)
  const adjusted = months.map((month) => amounts?.adjusted[month - 1] ?? initial[month - 1] ?? 0)
  const paid = months.map((month) => amounts?.paid[month - 1] ?? 0)
  const shareIn = (month: number) => points[month - 1] ?? 0
  return {
    initial,
    adjusted,
    allocated: months.map((month) => amounts?.allocated[month - 1] ?? 0),
    paid,
    reference: months.map((month) => amountAt(adjusted[month - 1] ?? 0, shareIn(month))),
    lastYear: months.map((month) => lastYear?.paid[month - 1] ?? 0),
    colours: months.map((month) =>
      source === 'none'
        ? ('none' as const)
        : executionColour(
            {
              month,
              adjusted: adjusted[month - 1] ?? 0,
              paid: paid[month - 1] ?? 0,
              reference: shareIn(month),
            },
            rules,
          ),
    ),
  }
}

/** The newest form that was reported by the end of a month. */
export function formAt(item: Pick<Item, 'forms'>, month: number): BoardForm | undefined {
  return item.forms.findLast((form) => form.month <= month)
}

/** The newest disposal that is still open; else the newest closed one. */
export function disposalOf(item: Pick<Item, 'disposals'>): BoardDisposal | undefined {
  return item.disposals.findLast(({ state }) => isOpenDisposal(state)) ?? item.disposals.at(-1)
}

/** The first day after a month. */
export function dayAfter(year: number, month: number): Day {
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
