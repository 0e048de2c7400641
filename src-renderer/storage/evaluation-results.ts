import { agreementOf } from '#domain/evaluation/agreement'
import { toHundred } from '#domain/evaluation/points'
import type { RankedTask } from '#domain/evaluation/ranking'
import type { ReportFacts } from '#domain/evaluation/report-texts'
import { resultOf } from '#domain/evaluation/result'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { scoreOf } from '#domain/evaluation/self-evaluation-score'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import type { Grade } from '#domain/grade'
import type { Ratio } from '#domain/monitoring/ratio'
import { unitWithDepartment } from '#domain/unit-names'
import type { YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { sectionsOf, unitsOf } from './base-data.ts'
import { db } from './database.ts'
import { evaluationTasksOf, sheetsOfBook } from './evaluation-tasks.ts'
import { allAgencies } from './experts.ts'
import { goalById } from './goals.ts'
import { surveysOf } from './surveys.ts'

/** What a self-evaluation came to, out of 100; null while a score is missing. */
export function selfOf(
  form: SelfEvaluation | undefined,
  rules: YearRules,
): { points: Ratio; grade: Grade | '' } | null {
  if (!form) return null
  const score = scoreOf(form, rules)
  const total = form.frozen?.total ?? score?.total ?? null
  if (!score || total === null) return null
  const full = score.edition.executionWeight + score.edition.indicatorTotal
  const points = toHundred(total, full)
  return points && { points, grade: form.frozen?.grade ?? score.grade }
}

/** Everything that a task's report is written from. */
export async function reportFacts(
  task: EvaluationTask,
  sheets: readonly KeptSheet[],
  book: YearBook,
  rules: YearRules,
): Promise<ReportFacts> {
  const [goal, units, sections, agencies, surveys, forms] = await Promise.all([
    task.goalId === '' ? null : goalById(task.goalId),
    unitsOf(book.id),
    sectionsOf(book.id),
    allAgencies(book.demo),
    surveysOf(book.id),
    task.goalId === '' ? [] : db.selfEvaluations.where('goalId').equals(task.goalId).toArray(),
  ])
  const result = resultOf(task, sheets, rules.evaluation)
  const { unit, department } = unitWithDepartment(task.unitId, units)
  return {
    ...{ task, sheets, result, goal: goal ?? null, rules: rules.evaluation },
    agreement: agreementOf(result.items, rules.evaluation.scoring),
    surveys: surveys.filter(({ taskId }) => taskId === task.id),
    self: selfOf(forms[0], rules),
    ...{ office: book.identity.office, year: book.year },
    unitName: unit?.name ?? '',
    departmentName: department?.name ?? '',
    houses: Object.fromEntries([...sections, ...agencies].map(({ id, name }) => [id, name])),
    agencyName: agencies.find(({ id }) => id === task.agencyId)?.name ?? '',
  }
}

/** All evaluations of a book with what they and the units' self-evaluations came to. */
export async function rankedTasks(book: YearBook, rules: YearRules): Promise<RankedTask[]> {
  const [tasks, sheets, forms] = await Promise.all([
    evaluationTasksOf(book.id),
    sheetsOfBook(book.id),
    db.selfEvaluations.where('[bookId+id]').between([book.id], [book.id, []]).toArray(),
  ])
  const formByGoal = new Map(forms.map((form) => [form.goalId, form]))
  return tasks
    .filter(({ state }) => state !== 'stopped')
    .map((task): RankedTask => {
      const own = sheets.filter(({ taskId }) => taskId === task.id)
      const { outOfHundred, grade } = resultOf(task, own, rules.evaluation)
      const self = task.goalId === '' ? null : selfOf(formByGoal.get(task.goalId), rules)
      const { id: taskId, goalId, name, unitId, kind, level, state } = task
      return {
        ...{ taskId, goalId, name, unitId, kind, level, state },
        ...{ points: outOfHundred, grade, self: self?.points ?? null, selfGrade: self?.grade ?? '' },
      }
    })
}
