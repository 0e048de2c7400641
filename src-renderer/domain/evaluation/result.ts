import type { Grade } from '../grade.ts'
import type { Ratio } from '../monitoring/ratio.ts'
import { type Combined, type CombinedItem, combined, disputedIds } from './combine.ts'
import { indicatorsOf, type SystemGroup, type SystemLevel } from './indicator-system.ts'
import { toHundred } from './points.ts'
import type { Aggregation, EvaluationRules } from './rules.ts'
import type { ScoreSheet } from './score-sheet.ts'
import { type Sensitivity, sensitivityOf } from './sensitivity.ts'
import type { EvaluationTask, FrozenResult } from './task.ts'
import { rulesForTask } from './task-checks.ts'

export type ResultItem = CombinedItem & {
  /** Of the second round, where the item went through one. */
  isRescored: boolean
}

/** One 一级指标 with what it came to; `points` null while an indicator of it has no score. */
export type ResultLevel = {
  level: SystemLevel
  groups: readonly { group: SystemGroup; items: readonly ResultItem[]; points: number | null }[]
  full: number
  points: number | null
}

/** What a task has come to: as frozen once it is concluded, else as the signed sheets stand. Points in hundredths. */
export type TaskResult = {
  levels: readonly ResultLevel[]
  items: readonly ResultItem[]
  full: number
  total: number | null
  grade: Grade | ''
  /** Out of 100; null without a total. */
  outOfHundred: Ratio | null
  why: string
  isFrozen: boolean
  aggregation: Aggregation
  experts: number
  combined: Combined
  /** Disputed items that no second round has been opened for. */
  toRescore: readonly string[]
  sensitivity: Sensitivity | null
}

type Task = Pick<EvaluationTask, 'system' | 'aggregation' | 'frozen' | 'draft'>

/**
 * Puts a task's result together for its page and report. A frozen result is not computed anew: only its votes are shown. At
 * the evaluated unit, where no sheets are, the draft that it was asked about stands for them.
 */
export function resultOf(task: Task, sheets: readonly ScoreSheet[], rules: EvaluationRules): TaskResult {
  const own = rulesForTask(task, rules)
  const frozen = task.frozen ?? (sheets.length === 0 ? (task.draft ?? null) : null)
  const put = combined(task.system, sheets, own)
  const second = sheets.filter(({ round }) => round === 2)
  const rescored = new Set(second.filter(({ signedAt }) => signedAt !== '').flatMap(({ asked }) => asked))
  const items = put.items.map(
    (item): ResultItem => ({
      ...item,
      points: frozen ? pointsIn(frozen, item.indicator.id) : item.points,
      isRescored: rescored.has(item.indicator.id),
    }),
  )
  const full = items.reduce((sum, { indicator }) => sum + indicator.points, 0)
  const total = frozen ? frozen.total : put.total
  const asked = new Set(second.flatMap((sheet) => sheet.asked))
  return {
    levels: task.system.levels.map((level) => resultLevel(level, items)),
    items,
    full,
    total,
    grade: frozen ? frozen.grade : put.grade,
    outOfHundred: total === null ? null : toHundred(total, full),
    why: frozen ? '' : put.why,
    isFrozen: task.frozen !== null,
    aggregation: frozen ? frozen.aggregation : own.scoring.aggregation.method,
    experts: put.experts,
    combined: put,
    toRescore: disputedIds(put).filter((id) => !asked.has(id)),
    sensitivity: total === null ? null : sensitivityOf(scoredItems(items), own),
  }
}

function pointsIn({ points }: FrozenResult, id: string): number | null {
  return points[id] ?? null
}

function scoredItems(items: readonly ResultItem[]) {
  return items.map(({ indicator, points }) => ({
    id: indicator.id,
    weight: indicator.points,
    points: points ?? 0,
  }))
}

function resultLevel(level: SystemLevel, items: readonly ResultItem[]): ResultLevel {
  const groups = level.groups.map((group) => {
    const ids = new Set(group.indicators.map(({ id }) => id))
    const own = items.filter(({ indicator }) => ids.has(indicator.id))
    return { group, items: own, points: sumOf(own) }
  })
  const own = groups.flatMap((group) => group.items)
  return {
    level,
    groups,
    full: own.reduce((sum, { indicator }) => sum + indicator.points, 0),
    points: sumOf(own),
  }
}

function sumOf(items: readonly ResultItem[]): number | null {
  return items.some(({ points }) => points === null)
    ? null
    : items.reduce((sum, { points }) => sum + (points ?? 0), 0)
}

/** Name of an indicator of the task, as problems and replies name what they are about; '' for none. */
export function indicatorName({ system }: Pick<EvaluationTask, 'system'>, id: string): string {
  return indicatorsOf(system).find((indicator) => indicator.id === id)?.name ?? ''
}
