import type { CredibilityRules } from '../credibility/rules.ts'
import type { GradeBands } from '../grade.ts'
import type { Sourced } from '../year-rules.ts'
import type { CoverageRules } from './coverage-rules.ts'

/** Money rows of the forms, beneath the total. */
export type FundGroup = 'fiscal' | 'carryover' | 'fiscal-account' | 'unit' | 'other'

/** Which budget figure the execution rate is held against. */
export const denominators = {
  initial: '年初预算数',
  revised: '全年预算数（调整后）',
  'revised-fiscal': '调整后财政资金',
} as const
export type Denominator = keyof typeof denominators

/** 自评表版式: which rows and columns a form has, and how its execution rate is scored. Points in hundredths. */
export type Edition = Sourced & {
  id: string
  name: string
  /** 行政区划 whose form it is, by its first digits; '' for one of the whole country. */
  region: string
  /** Full mark of 预算执行率, and the sum of the indicators' weights beside it. */
  executionWeight: number
  indicatorTotal: number
  denominator: Denominator
  funds: readonly { group: FundGroup; name: string }[]
  /** Below so many percent the reason must be given; null where the form does not ask. */
  reasonBelow: (Sourced & { rate: number }) | null
  /** Usual sums of the level-1 indicators; empty where units set them. */
  levels: readonly { name: string; weight: number }[]
  /** Characters of one reason and of one text; null where the form sets none. */
  limits: (Sourced & { reason: number; text: number }) | null
}

/** A level of 定性: rates from `from` (percent, included) up to the level before. */
export type QualitativeBand = Sourced & { name: string; from: number }

/** A scale that stands in the column 指标值 of the Sichuan form, with what each of its steps earns in percent. */
export type QualitativeScale = Sourced & { name: string; steps: readonly { name: string; rate: number }[] }

/** From `above` percent of the target on, `cut` percent of the weight are taken off where the target was set too low. */
export type OvershootTier = { above: number; cut: number }

/** How a self-evaluation is scored under a year's rules. Rates in percent, points in hundredths. */
export type SelfEvaluationRules = {
  editions: readonly Edition[]
  /** From best to worst; the last begins at 0. */
  qualitative: readonly QualitativeBand[]
  scales: readonly QualitativeScale[]
  /** Words before the target's own words that make less of them: 较有效 for 有效. `rate` is what it earns. */
  softened: Sourced & { words: readonly string[]; rate: number }
  /** In which direction a target without a sign is read; costs are limits, and zero is always exact. */
  unsigned: Sourced & {
    costWords: readonly string[]
    /** 时效 in these units may mean at least or at most: only a person can tell. */
    openUnits: readonly string[]
  }
  overshoot: Sourced & { tiers: readonly OvershootTier[] }
  /** The clauses of the proportional methods. */
  forward: Sourced
  reverse: Sourced
  equal: Sourced
  execution: Sourced
  notApplicable: Sourced
  /** Where the execution rate is below `below` percent the total is at most `most`; empty where a pack has none. */
  caps: readonly (Sourced & { below: number; most: number })[]
  /** V14: everything at its full mark although the execution rate is below `rate`. */
  allFull: Sourced & { rate: number }
}

export const aggregations = {
  mean: '平均值',
  trimmed: '去掉最高最低分后的平均值',
  median: '中位数',
  weighted: '加权平均值',
} as const
export type Aggregation = keyof typeof aggregations

/** A finding that keeps the total from exceeding `most`. */
export type VetoRule = Sourced & { id: string; text: string; most: number }

/** How several experts' sheets are put together. Shares in percent of an indicator's full mark. */
export type ScoringRules = {
  aggregation: Sourced & {
    method: Aggregation
    /** With fewer sheets nothing is trimmed. */
    trimFrom: number
    /** With fewer signed sheets there is no result. */
    least: number
  }
  /** Highest and lowest further apart than this: the item goes to a second round. */
  spread: Sourced & { dispute: number }
  /** Further from the median than this: the sheet stands out at the item. */
  outlier: Sourced & { distance: number }
  /** With fewer experts or indicators scored by all, Kendall's W says nothing and is left out. */
  agreement: Sourced & { experts: number; indicators: number }
  /** How far weights are moved to see whether the grade holds. */
  sensitivity: Sourced & { shift: number }
  /** 人工分档: the levels that a person chooses from, best first. */
  bands: readonly (Sourced & { name: string; from: number })[]
  vetoes: readonly VetoRule[]
  /** 产出 and 效益 of a project together at least so many percent. */
  outputAndBenefit: Sourced & { least: number }
}

/** 满意度问卷: how sure a share must be, and what its steps count. */
export type SurveyRules = Sourced & {
  /** Of the confidence level, in hundredths: 196 for 95 %. */
  z: number
  /** The confidence level in percent, as it is shown. */
  confidence: number
  /** Wanted margin of error in percent. */
  margin: number
  /** So many of the steps, from the best, count as satisfied. */
  satisfied: number
  /** What each step counts in the weighted figure, out of 100. */
  values: readonly [number, number, number, number, number]
  /** Asked in a fresh questionnaire. */
  questions: readonly string[]
}

/** 事后绩效评价 under a year's rules. */
export type EvaluationRules = {
  bands: Sourced & GradeBands
  /** Scores are rounded half up to whole `step` hundredths before the grade is looked up. */
  rounding: Sourced & { step: number }
  selfEvaluation: SelfEvaluationRules
  scoring: ScoringRules
  coverage: CoverageRules
  survey: SurveyRules
  credibility: CredibilityRules
}

/** The edition of an id; undefined for one that the pack does not have. */
export function editionOf(id: string, rules: Pick<SelfEvaluationRules, 'editions'>): Edition | undefined {
  return rules.editions.find((edition) => edition.id === id)
}

/** The edition that a place uses: its province's, else that of the whole country; undefined in a pack without editions. */
export function editionFor(
  regionCode: string,
  { editions }: Pick<SelfEvaluationRules, 'editions'>,
): Edition | undefined {
  const own = editions.find(({ region }) => region !== '' && regionCode.startsWith(region))
  return own ?? editions.find(({ region }) => region === '') ?? editions[0]
}
