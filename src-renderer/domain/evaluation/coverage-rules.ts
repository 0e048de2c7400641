import type { Grade } from '../grade.ts'
import type { Fen } from '../money.ts'
import type { Sourced } from '../year-rules.ts'

/** 评价覆盖: how often what is evaluated, and what makes an object urgent. */
export type CoverageRules = {
  /** Every department, policy and project once in so many years, counted from `since`. */
  cycle: Sourced & { years: number; since: number }
  /** Every year; at 市级 also those of the counties named by their code. */
  government: Sourced & { counties: readonly string[] }
  /** How many evaluations a year is planned with until the bureau says otherwise. */
  capacity: Sourced & { count: number }
  /** Points by size in 分, smallest first; the last that is reached counts. */
  sizes: readonly (Sourced & { from: Fen; points: number })[]
  /** Points for each warning, up to `most` of them. */
  warnings: Sourced & { red: number; yellow: number; most: number }
  grades: Sourced & { points: Readonly<Record<Grade, number>> }
  /**
   * Points for each year since the last evaluation; never evaluated counts from the first year of the cycle. Up to `rest`
   * years after one an object is only proposed when no other is left.
   */
  waiting: Sourced & { perYear: number; rest: number }
}
