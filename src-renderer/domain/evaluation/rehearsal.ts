import { grades } from '../grade.ts'
import type { YearRules } from '../year-rules.ts'
import { type CoverageState, coverageOf, coverageStates } from './coverage.ts'
import { type CoverageFacts, coverageObjects } from './coverage-objects.ts'
import { beforeYear } from './plan-list.ts'
import { resultOf } from './result.ts'
import type { ScoreSheet } from './score-sheet.ts'
import type { SelfEvaluation } from './self-evaluation.ts'
import { scoreOf } from './self-evaluation-score.ts'
import type { EvaluationTask } from './task.ts'

/** What other rules would make of one evaluation or self-evaluation. */
export type RehearsedResult = {
  /** Of the page that it opens. */
  path: string
  name: string
  unitId: string
  what: '评价等级' | '第二轮指标' | '自评等级'
  from: string
  to: string
}

/** How many objects stand where in the cycle before the year, as its plan counts them, under both rules. */
export type RehearsedCoverage = { state: CoverageState; before: number; after: number }

export type EvaluationRehearsal = {
  results: readonly RehearsedResult[]
  coverage: readonly RehearsedCoverage[]
}

type World = {
  tasks: readonly EvaluationTask[]
  sheets: readonly (ScoreSheet & { taskId: string })[]
  forms: readonly SelfEvaluation[]
  facts: CoverageFacts
}

/**
 * 试算: what changes under other rules: grades and second rounds of evaluations that are not concluded, grades of self-evaluations
 * that are not collected, and how many objects fall due. What is concluded keeps its result.
 */
export function rehearseEvaluation(world: World, before: YearRules, after: YearRules): EvaluationRehearsal {
  const tasks = world.tasks
    .filter(({ frozen, state }) => frozen === null && (state === 'combining' || state === 'asked'))
    .flatMap((task) => rehearsedTask(task, world, before, after))
  const forms = world.forms.flatMap((form) => rehearsedForm(form, before, after))
  const states = Object.keys(coverageStates) as CoverageState[] // the keys of the table
  const [then, now] = [countsOf(world.facts, before), countsOf(world.facts, after)]
  const coverage = states.map((state) => ({
    ...{ state, before: then.get(state) ?? 0, after: now.get(state) ?? 0 },
  }))
  return { results: [...tasks, ...forms], coverage }
}

function rehearsedTask(
  task: EvaluationTask,
  { sheets }: World,
  before: YearRules,
  after: YearRules,
): RehearsedResult[] {
  const own = sheets.filter(({ taskId }) => taskId === task.id)
  const [then, now] = [resultOf(task, own, before.evaluation), resultOf(task, own, after.evaluation)]
  const shown = { path: `/evaluation/tasks/${task.id}/result`, name: task.name, unitId: task.unitId }
  return [
    ...differing({ ...shown, what: '评价等级', from: gradeText(then.grade), to: gradeText(now.grade) }),
    ...differing({
      ...{ ...shown, what: '第二轮指标' },
      ...{ from: `${then.toRescore.length} 个`, to: `${now.toRescore.length} 个` },
    }),
  ]
}

function rehearsedForm(form: SelfEvaluation, before: YearRules, after: YearRules): RehearsedResult[] {
  if (form.frozen) return []
  const [from, to] = [scoreOf(form, before)?.grade ?? '', scoreOf(form, after)?.grade ?? '']
  const { id, name, unitId } = form
  const shown = { path: `/evaluation/self/${id}`, name, unitId, what: '自评等级' } as const
  return differing({ ...shown, from: gradeText(from), to: gradeText(to) })
}

function differing(result: RehearsedResult): RehearsedResult[] {
  return result.from === result.to ? [] : [result]
}

function gradeText(grade: keyof typeof grades | ''): string {
  return grade === '' ? '—' : grades[grade]
}

function countsOf(facts: CoverageFacts, { evaluation }: YearRules): Map<CoverageState, number> {
  const counts = new Map<CoverageState, number>()
  for (const object of coverageObjects(facts, evaluation.coverage)) {
    const { state } = coverageOf(beforeYear(object, facts.year), facts.year, evaluation.coverage)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}
