import type { Moment } from '../dates.ts'
import { objectKinds } from '../goals/goal.ts'
import type { Sourced } from '../year-rules.ts'

/** What a system is for: the four objects, and the three other budgets. */
export const evaluationScopes = {
  ...objectKinds,
  fund: '政府性基金预算',
  capital: '国有资本经营预算',
  insurance: '社会保险基金预算',
} as const
export type EvaluationScope = keyof typeof evaluationScopes

/** 评分方式. */
export const scoringMethods = {
  aspects: '要点符合',
  ratio: '比例',
  'yes-no': '是/否',
  bands: '分档',
  deduction: '扣分',
  satisfaction: '满意度',
  graded: '人工分档',
} as const
export type ScoringMethod = keyof typeof scoringMethods

/** 评价要点; `points` in hundredths, together the indicator's. */
export type Aspect = { id: string; text: string; points: number }

/** How an indicator is scored. Values are decimal texts as a person writes them, rates in percent. */
export type Method =
  | { kind: 'aspects'; aspects: readonly Aspect[] }
  /** Nothing is given below `passBelow` percent of the target; null where there is no such line. */
  | { kind: 'ratio'; operator: '≥' | '≤' | '='; target: string; unit: string; passBelow: number | null }
  | { kind: 'yes-no'; question: string }
  /** The first band that the value reaches counts; what reaches none earns nothing. `order` says which way values get better. */
  | { kind: 'bands'; unit: string; order: 'more' | 'less'; bands: readonly { from: string; rate: number }[] }
  /** `points` are taken off for each occurrence; occurrences may be parts of one (每超 1 个百分点). */
  | { kind: 'deduction'; items: readonly { id: string; text: string; points: number }[] }
  /** All points from `full` percent on, none up to `zero` percent, in proportion between. */
  | { kind: 'satisfaction'; full: number; zero: number }
  /** A person scores within the bands of the rules. */
  | { kind: 'graded' }

export type SystemIndicator = Sourced & {
  id: string
  name: string
  /** 指标解释. */
  explanation: string
  points: number
  method: Method
  /** 所需数据, 所需佐证. */
  data: string
  evidence: string
}

/** 产出 and 效益 of a project are counted together. */
export type Role = 'output' | 'benefit' | 'other'

/** 二级指标; `points` is what its indicators should sum to. */
export type SystemGroup = Sourced & {
  id: string
  name: string
  role: Role
  points: number
  indicators: readonly SystemIndicator[]
}

/** 一级指标. */
export type SystemLevel = Sourced & {
  id: string
  name: string
  points: number
  groups: readonly SystemGroup[]
}

export const systemStates = { draft: '编制中', approved: '已审定', replaced: '已被新版替代' } as const

/** 评价指标体系. Points in hundredths; a shipped template is one that nobody has approved yet. */
export type IndicatorSystem = Sourced & {
  id: string
  name: string
  scope: EvaluationScope
  levels: readonly SystemLevel[]
  version: number
  state: keyof typeof systemStates
  /** The system or template it was copied from; '' where made from nothing. */
  basedOn: string
  approvedBy: string
  approvedAt: Moment | ''
}

/** All indicators in the order of the table. */
export function indicatorsOf({ levels }: Pick<IndicatorSystem, 'levels'>): SystemIndicator[] {
  return levels.flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators))
}

/** A copy as a draft of its own, for a task or as a bureau's edition. */
export function copiedSystem(system: IndicatorSystem, id: string, name: string): IndicatorSystem {
  return {
    ...system,
    id,
    name,
    version: 1,
    state: 'draft',
    basedOn: system.id,
    approvedBy: '',
    approvedAt: '',
  }
}

/** The next version of an approved system, as a draft; the approved one stays as it is until the draft is approved. */
export function nextVersion(system: IndicatorSystem, id: string): IndicatorSystem {
  return { ...copiedSystem(system, id, system.name), version: system.version + 1 }
}

/** The system as approved. Call `systemProblems` first: a system with errors must not be approved. */
export function approvedSystem(system: IndicatorSystem, at: Moment, by: string): IndicatorSystem {
  return { ...system, state: 'approved', approvedAt: at, approvedBy: by }
}

/** What an approved system becomes when its next version is approved; tasks keep their copies. */
export function replacedSystem(system: IndicatorSystem): IndicatorSystem {
  return { ...system, state: 'replaced' }
}
