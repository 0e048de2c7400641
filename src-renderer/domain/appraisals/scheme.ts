import type { Moment } from '../dates.ts'
import type { Share } from '../execution/rate.ts'
import type { Sourced } from '../year-rules.ts'
import type { MetricId } from './metric-names.ts'

/** Who is assessed. */
export const schemeTargets = { county: '区县财政', department: '部门', section: '局内科室' } as const
export type SchemeTarget = keyof typeof schemeTargets

export const schemeStates = { draft: '编制中', approved: '已审定', replaced: '已被新版替代' } as const
export type SchemeState = keyof typeof schemeStates

/** Where the points of an item come from. */
export const sourceWords = {
  rate: '自动·比例',
  bands: '自动·分档',
  cases: '按次扣分',
  ticks: '逐项·佐证',
  sample: '抽查',
  manual: '人工',
} as const

/** What is drawn for a check of quality. */
export const sampleKinds = {
  assessments: '事前评估报告',
  goals: '绩效目标',
  disclosures: '公开信息',
} as const
export type SampleKind = keyof typeof sampleKinds

/** What an item earns where nothing was due: all, since nothing was left undone, or nothing, since the work was not begun. */
export const nothingWords = { full: '无应办事项得满分', none: '没有开展不得分' } as const
export type Nothing = keyof typeof nothingWords

/** Part of an item by rate: done ÷ due ÷ target of its points, never more than all of them. Points in hundredths. */
export type RatePart = { metric: MetricId; points: number; target: Share; nothing: Nothing }
/** 佐证要点: each is worth its points once it is ticked and proved. */
export type Tick = { id: string; name: string; points: number }
/** What a check may find of one thing that was drawn, and the points it takes. */
export type Verdict = { id: string; name: string; each: number }

/** How an item is scored. Points in hundredths, rates in hundredths of a percent. */
export type ItemMethod =
  | { kind: 'rate'; parts: readonly RatePart[] }
  /** The highest band that the rate reaches counts; what reaches none earns nothing. */
  | {
      kind: 'bands'
      metric: MetricId
      nothing: Nothing
      bands: readonly { from: Share; points: number }[]
    }
  /** `each` is taken off for every case, down to nothing; `metric` '' is counted by a person. */
  | { kind: 'cases'; metric: MetricId | ''; each: number }
  | { kind: 'ticks'; ticks: readonly Tick[] }
  | { kind: 'sample'; of: SampleKind; verdicts: readonly Verdict[] }
  | { kind: 'manual' }

export type SchemeItem = Sourced & {
  id: string
  name: string
  points: number
  /** 评分标准, as printed. */
  standard: string
  /** 佐证 that is asked for. */
  evidence: string
  method: ItemMethod
}

export type SchemeGroup = Sourced & {
  id: string
  name: string
  points: number
  /** In-bureau tables: the section it is for; 'spending' is every 支出管理科; '' is for all. */
  only: string
  items: readonly SchemeItem[]
}

/** 加分: each case earns points; together no more than the cap. */
export type BonusRule = Sourced & { id: string; name: string; each: number }
/** 扣分: each case takes points; `lowers` grades are lost whatever the points (一票否决、降档). */
export type DeductionRule = Sourced & { id: string; name: string; each: number; lowers: number }
/** 等次, best first. `quota`: the largest share that may have it, null for no limit. */
export type GradeRule = { id: string; name: string; from: number; quota: Share | null }
/** 分组 of a ranking: codes of regions or departments; the one without members takes the rest. */
export type RankGroup = { name: string; members: readonly string[] }

/** 考核办法 without what a book adds. */
export type Scheme = Sourced & {
  id: string
  name: string
  target: SchemeTarget
  groups: readonly SchemeGroup[]
  bonusCap: number
  bonuses: readonly BonusRule[]
  deductions: readonly DeductionRule[]
  grades: readonly GradeRule[]
  /** Whether a quota is counted in every group, or over all. */
  quotaScope: 'group' | 'all'
  rankGroups: readonly RankGroup[]
  /** Working days in which the assessed may object. */
  objectionDays: number
  /** Difference of self and final score, in percent of the item's points, above which an item is listed. */
  deviationShare: Share
  version: number
  state: SchemeState
  basedOn: string
  approvedBy: string
  approvedAt: Moment | ''
}

/** 考核办法 as a book keeps it: the shipped ones are copied before they are changed. */
export type KeptScheme = Scheme & { bookId: string; revision: number; changedAt: Moment; changedBy: string }

/** The groups that count for one who is assessed; for a section those of its name or kind. */
export function groupsFor(
  scheme: Pick<Scheme, 'groups'>,
  section: string,
  isSpending: boolean,
): SchemeGroup[] {
  return scheme.groups.filter(
    ({ only }) => only === '' || only === section || (only === 'spending' && isSpending),
  )
}

/** All items in the order of the table. */
export function itemsOf({ groups }: Pick<Scheme, 'groups'>): SchemeItem[] {
  return groups.flatMap(({ items }) => items)
}

/** The points of all items together, in hundredths; extra items are not among them. */
export function fullPoints({ groups }: Pick<Scheme, 'groups'>): number {
  return itemsOf({ groups }).reduce((sum, { points }) => sum + points, 0)
}

/** The metrics on which an item rests, in its order. */
export function metricsOf({ method }: Pick<SchemeItem, 'method'>): MetricId[] {
  if (method.kind === 'rate') return method.parts.map(({ metric }) => metric)
  if (method.kind === 'bands') return [method.metric]
  return method.kind === 'cases' && method.metric !== '' ? [method.metric] : []
}

/** A copy as a draft of its own. */
export function copiedScheme(scheme: Scheme, id: string, name: string): Scheme {
  return {
    ...bareScheme(scheme),
    id,
    name,
    version: 1,
    state: 'draft',
    basedOn: scheme.id,
    approvedBy: '',
    approvedAt: '',
  }
}

/** The next version as a draft; the approved one counts until the draft is approved. */
export function nextScheme(scheme: Scheme, id: string): Scheme {
  return { ...copiedScheme(scheme, id, scheme.name), version: scheme.version + 1 }
}

/** The scheme without what its record adds: what an appraisal keeps as its own copy. */
export function bareScheme(scheme: Scheme): Scheme {
  const { id, name, target, groups, bonusCap, bonuses, deductions, grades, quotaScope } = scheme
  const { rankGroups, objectionDays, deviationShare, version, state, basedOn } = scheme
  const { approvedBy, approvedAt, clause, mark } = scheme
  return {
    ...{ id, name, target, groups, bonusCap, bonuses, deductions, grades, quotaScope },
    ...{ rankGroups, objectionDays, deviationShare, version, state, basedOn },
    ...{ approvedBy, approvedAt, clause, mark },
  }
}

/** The name of the group in which a code is ranked; '' where no group has it. */
export function rankGroupOf({ rankGroups }: Pick<Scheme, 'rankGroups'>, code: string): string {
  const own = rankGroups.find(({ members }) => members.includes(code))
  return (own ?? rankGroups.find(({ members }) => members.length === 0))?.name ?? ''
}
