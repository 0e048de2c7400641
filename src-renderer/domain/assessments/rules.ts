import type { GradeBands } from '../grade.ts'
import type { Sourced } from '../year-rules.ts'

/** What is assessed; departments and government budgets are not (巴财〔2020〕38号 三（二）1). */
export const assessmentKinds = { project: '项目', policy: '政策' } as const
export type AssessmentKind = keyof typeof assessmentKinds

/** 审核要点; `points` is its full mark in hundredths of a point. */
export type AssessmentItem = Sourced & { id: string; group: string; text: string; points: number }

/** 维度. */
export type AssessmentDimension = Sourced & {
  id: string
  name: string
  items: readonly AssessmentItem[]
}

/** A line of the 送审资料清单. */
export type RequiredMaterial = Sourced & {
  id: string
  group: string
  name: string
  kinds: readonly AssessmentKind[]
}

/** How 事前评估 is done under a year's rules. */
export type AssessmentRules = {
  tables: Readonly<Record<AssessmentKind, readonly AssessmentDimension[]>>
  /** Totals from which 予以支持 and 调整后支持 are possible (hundredths); percent below which a dimension forbids the first. */
  lines: Sourced & { support: number; adjust: number; dimensionRate: number }
  /** Borders of 优、良、中 within one item, in percent of its full mark. */
  bands: Sourced & GradeBands
  experts: Sourced & { minimum: number }
  materials: readonly RequiredMaterial[]
}

/** Sum of the full marks of a dimension, in hundredths. */
export function fullMark(dimension: Pick<AssessmentDimension, 'items'>): number {
  return dimension.items.reduce((sum, item) => sum + item.points, 0)
}
