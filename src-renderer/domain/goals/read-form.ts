import type { ReadSelfEvaluation } from '../evaluation/read-self-evaluation.ts'
import type { Fen } from '../money.ts'
import type { ReadMonitoring } from '../monitoring/read-monitoring.ts'

export type FormKind = 'goal' | 'self-evaluation' | 'monitoring' | 'department-goal'

/** What 财预〔2021〕101号 asks for beside the columns of the form; '' where not given. */
export type IndicatorElements = {
  longTermTarget: string
  basis: string
  method: string
  source: string
  scoring: string
  note: string
}

/** One indicator row as it stands on a form; null where the form gives nothing. */
export type ReadIndicator = {
  level1: string | null
  level2: string | null
  level3: string | null
  /** Operator, value and unit together, as published. */
  target: string | null
  operator: string | null
  value: string | null
  unit: string | null
  /** In points, as written. */
  weight: number | null
  actual: string | null
  score: string | null
  /** Cell of the name, e.g. `D12`. */
  cell: string
  /** From a sheet 指标编制要素, where the workbook has one. */
  elements?: IndicatorElements
}

export type ReadFault = { cell: string | null; code: string; message: string }

export type ReadTask = {
  name: string
  content: string
  total: Fen | null
  fiscal: Fen | null
  other: Fen | null
  cell: string
}

/** One form found on a sheet, with the place of every value. */
export type ReadForm = {
  sheet: string
  kind: FormKind
  year: string | null
  department: string | null
  unit: string | null
  project: string | null
  code: string | null
  funds: { label: string; amount: Fen; cell: string }[]
  total: Fen | null
  goals: { annual: string[]; longTerm: string }
  fields: Record<string, { text: string; cell: string }>
  tasks: ReadTask[]
  indicators: ReadIndicator[]
  longTermIndicators: ReadIndicator[]
  faults: ReadFault[]
  range: string
  /** What a 监控表 reports; absent on other forms. */
  monitoring?: ReadMonitoring
  /** What a 自评表 reports; absent on other forms. */
  selfEvaluation?: ReadSelfEvaluation
}
