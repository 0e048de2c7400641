import type { Fen } from '../money.ts'
import type { FundGroup } from './monitoring.ts'
import type { Likelihood } from './rules.ts'

/** One line of the money block of a monitoring form; null where a cell is blank or no amount. */
export type ReadFundRow = {
  /** 'total' is 年度资金总额; '' a line that none of the groups names. */
  group: FundGroup | 'total' | ''
  label: string
  budget: Fen | null
  paid: Fen | null
  forecast: Fen | null
  cell: string
}

/** One indicator of a monitoring form as it stands there; '' where the form gives nothing. */
export type ReadEntry = {
  level1: string
  level2: string
  name: string
  target: string
  actual: string
  forecast: string
  likelihood: Likelihood | ''
  /** What the form says of the likelihood where it is none of the three, or several are ticked. */
  likelihoodUnread: string
  /** Ids of the causes ticked or named. */
  causes: readonly string[]
  causeText: string
  note: string
  cell: string
}

/** What a monitoring form says beside what every form has. */
export type ReadMonitoring = {
  /** Data to the end of this month by the heads (1—7月, 半年度); null where they are silent. */
  month: number | null
  funds: readonly ReadFundRow[]
  entries: readonly ReadEntry[]
  fundsReason: string
  measures: string
  summary: string
}
