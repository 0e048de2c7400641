import type { AdjustmentRules } from './adjustments/rules.ts'
import type { AnalysisRules } from './analysis/rules.ts'
import { withOwnClosing } from './applications/own-rules.ts'
import type { ApplicationRules } from './applications/rules.ts'
import type { AssessmentRules } from './assessments/rules.ts'
import type { DisclosureRule } from './disclosures/rules.ts'
import { withOwnEvaluation } from './evaluation/own-rules.ts'
import type { EvaluationRules } from './evaluation/rules.ts'
import type { ObjectKind } from './goals/goal.ts'
import type { Grade, GradeBands } from './grade.ts'
import { withOwnRules } from './monitoring/own-rules.ts'
import type { MonitoringRules } from './monitoring/rules.ts'
import type { Severity } from './problem.ts'
import type { CheckCode } from './rules/check-codes.ts'
import { frame2015 } from './rules/frame-2015.ts'
import { frame2021 } from './rules/frame-2021.ts'
import type { YearBook } from './year-book.ts'

/** How well an entry is proved: 〔源〕 read in a source, 〔惯〕 general practice, 〔拟〕 proposed here. */
export const marks = ['源', '惯', '拟'] as const
export type Mark = (typeof marks)[number]

/** Every entry of a rule pack says on what it rests. */
export type Sourced = { clause: string; mark: Mark }

export type FrameLevel2 = Sourced & {
  name: string
  aliases: readonly string[]
  /** Finding when a project has none of it: error (V04), warning (V05), or no finding. */
  required: 'error' | 'warning' | 'no'
  /** Level-1 names under which older forms put it; read there, kept here. */
  alsoUnder?: readonly string[]
  /** A number is always possible here (数量, 成本, 满意度 …). */
  measured?: true
}

export type FrameLevel = Sourced & {
  name: string
  aliases: readonly string[]
  /** Suggested sum in hundredths of a point; null where the pack suggests none. */
  weight: number | null
  level2: readonly FrameLevel2[]
}

/** Where the points of an absent level 1 go (no cost: 产出 50, 效益 30). */
export type WeightShift = Sourced & { absent: string; to: readonly { name: string; add: number }[] }

export type CheckRule = Sourced & {
  code: CheckCode
  severity: Severity
  params: Readonly<Record<string, number>>
  /** Chinese sentence with {names} that the check fills in. */
  message: string
  suggestion: string
}

/** A part that a form must have (rules 2.5 E), by kind of object. */
export type RequiredPart = Sourced & {
  field: string
  label: string
  kinds: readonly ObjectKind[]
  severity: Severity
}

/** A word that says nothing unless a measure stands in the same clause. */
export type VagueWord = Sourced & { word: string; except: readonly string[]; instead: string }

/** Which unit does not go with which kind of name (people counted in 个). */
export type UnitRule = Sourced & {
  /** Words in the name. */
  words: readonly string[]
  /** Words that take the rule away. */
  except: readonly string[]
  wrong: readonly string[]
  right: string
}

/** A part of the 绩效目标审核表; `points` in hundredths of a point. */
export type ReviewPart = Sourced & { id: string; group: string; name: string; points: number; look: string }

/** How goals are reviewed: the table, its grades and what each leads to. */
export type ReviewRules = {
  parts: readonly ReviewPart[]
  bands: GradeBands
  bandsMark: Mark
  outcomes: Readonly<Record<Grade, Sourced & { passes: boolean; text: string }>>
}

/** 年度规则包: everything that differs between editions and years, as data. */
export type YearRules = {
  id: string
  name: string
  /** First fiscal year for which it is meant. */
  year: number
  version: number
  /** How often the bureau changed it for its book; absent for the pack as it comes. */
  ownRevision?: number
  /** The same for its rules of 绩效评价. */
  evaluationRevision?: number
  basis: string
  frame: readonly FrameLevel[]
  /** Sum of indicator weights in hundredths of a point, without the execution rate. */
  weightTotal: number
  /** Sums that are accepted: 90, or 100 where the execution rate is left out or is a row. */
  weightTotals: readonly number[]
  /** Points of the budget execution rate. */
  executionWeight: number
  /** How far a level-1 sum may be from the suggestion before it is reported. */
  weightTolerance: number
  weightShifts: readonly WeightShift[]
  parts: readonly RequiredPart[]
  checks: readonly CheckRule[]
  vagueWords: readonly VagueWord[]
  /** Words that are a measure without a digit: nothing vague stands beside them. */
  measureWords: readonly string[]
  /** Words of a target that name a change, which can be measured. */
  changeWords: readonly string[]
  unitRules: readonly UnitRule[]
  unitSpellings: readonly { wrong: string; right: string }[]
  review: ReviewRules
  assessment: AssessmentRules
  adjustment: AdjustmentRules
  monitoring: MonitoringRules
  evaluation: EvaluationRules
  applications: ApplicationRules
  /** What must be published where, by whom and when. */
  disclosure: readonly DisclosureRule[]
  /** The lines of 预算分析. */
  analysis: AnalysisRules
}

/** The packs that come with the program. */
export const shippedRules: readonly YearRules[] = [frame2015, frame2021]

/** The shipped pack of an id; the newest one where the id is unknown, so that a book always opens. */
export function rulesById(id: string): YearRules {
  return shippedRules.find((rules) => rules.id === id) ?? frame2021
}

/** The rules of a book: its pack, with what the bureau changed in it. */
export function rulesOf({
  rulesId,
  ownRules,
  ownEvaluation,
  ownClosing,
}: Pick<YearBook, 'rulesId' | 'ownRules' | 'ownEvaluation' | 'ownClosing'>): YearRules {
  const pack = rulesById(rulesId)
  // The pack itself where nothing was changed: pages that hold it are not drawn anew.
  if (!ownRules && !ownEvaluation && !ownClosing) return pack
  return {
    ...pack,
    ...(ownRules && {
      ...{ monitoring: withOwnRules(pack.monitoring, ownRules), ownRevision: ownRules.revision },
    }),
    ...(ownEvaluation && {
      evaluation: withOwnEvaluation(pack.evaluation, ownEvaluation.numbers),
      evaluationRevision: ownEvaluation.revision,
    }),
    ...(ownClosing && withOwnClosing(pack, ownClosing)),
  }
}
