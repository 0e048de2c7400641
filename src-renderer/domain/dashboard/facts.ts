import type { Day } from '../dates.ts'
import type { DisposalState } from '../disposals/flow.ts'
import type { ExecutionRow } from '../execution/execution.ts'
import type { Share } from '../execution/rate.ts'
import type { BudgetBook, ObjectKind } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import type { MonitoringState } from '../monitoring/flow.ts'
import type { LightColour, LightKind } from '../monitoring/lights.ts'
import type { MonitoringRules } from '../monitoring/rules.ts'
import type { Section, Unit } from '../year-book.ts'

/** A goal as the board needs it. */
export type BoardGoal = {
  id: string
  name: string
  unitId: string
  kind: ObjectKind
  book: BudgetBook
  total: Fen | null
  /** Planned 支出 cumulative to the end of each month, January first, and the name of the plan. */
  points: readonly Share[]
  plan: string
  /** Whether it counts where the treasury has nothing of it: it was approved, or it is monitored. */
  counts: boolean
}

/** A line of the treasury as the board needs it; '' for a goal or a unit that was not found. */
export type TreasuryRow = Pick<
  ExecutionRow,
  'goalId' | 'unitId' | 'month' | 'source' | 'line' | 'initial' | 'adjusted' | 'allocated' | 'paid'
>

/** Why a light has its colour. */
export type BoardLights = Readonly<Record<LightKind, { colour: LightColour; reason: string }>>

/** A form of a round, with its lights and what was reported of it. */
export type BoardForm = {
  id: string
  goalId: string
  roundId: string
  month: number
  state: MonitoringState
  /** Since when its lights stand: it was reported. */
  since: Day
  lights: BoardLights
  budget: Fen | null
  paid: Fen | null
  /** Expected by the unit to be paid by the end of the year. */
  forecast: Fen | null
  /** What the unit says of the cause; '' where it says nothing. */
  cause: string
}

/** A disposal of a goal: only where it stands and since when. */
export type BoardDisposal = { id: string; goalId: string; state: DisposalState; openedOn: Day; month: number }

/** Everything the board is made of. */
export type BoardFacts = {
  year: number
  goals: readonly BoardGoal[]
  units: readonly Unit[]
  sections: readonly Pick<Section, 'id' | 'name'>[]
  rows: readonly TreasuryRow[]
  /** Last year's, under the goals and units of this year. */
  lastYear: readonly TreasuryRow[]
  forms: readonly BoardForm[]
  disposals: readonly BoardDisposal[]
  rules: MonitoringRules
}

/** Where the money of the board comes from: one source for all of it, never mixed. */
export const moneySources = { treasury: '国库支出台账', forms: '监控表填报数', none: '' } as const
export type MoneySource = keyof typeof moneySources
