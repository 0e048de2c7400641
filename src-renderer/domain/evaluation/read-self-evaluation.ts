import type { Fen } from '../money.ts'
import type { FundGroup } from './rules.ts'

/** One line of the money block of a self-evaluation; null where a cell is blank or no amount. */
export type ReadSelfFundRow = {
  /** 'total' is 年度资金总额; '' a line that none of the groups names. */
  group: FundGroup | 'total' | ''
  label: string
  initial: Fen | null
  revised: Fen | null
  paid: Fen | null
  cell: string
  /** What stands in place of an amount and is none, as figures of several cells run together. */
  unread?: readonly string[]
}

/** One indicator of a self-evaluation as it stands there; '' where the form gives nothing. Points in hundredths. */
export type ReadSelfEntry = {
  level1: string
  level2: string
  name: string
  target: string
  operator: string
  value: string
  unit: string
  weight: number | null
  actual: string
  score: number | null
  /** What stands in 得分 where it is no number: 不适用. */
  scoreText: string
  deviation: string
  cell: string
}

/** What a self-evaluation says beside what every form has. */
export type ReadSelfEvaluation = {
  /** By its heads: the province's form names 指标性质 apart from 指标值. */
  editionId: 'national' | 'sichuan'
  funds: readonly ReadSelfFundRow[]
  /** 预算执行率得分 as written, in hundredths. */
  executionScore: number | null
  fundsReason: string
  completion: string
  process: string
  entries: readonly ReadSelfEntry[]
  /** 总分 as written, in hundredths. */
  total: number | null
  summary: string
  problems: string
  measures: string
}
