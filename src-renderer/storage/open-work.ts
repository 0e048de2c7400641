import { adjustmentFlow } from '#domain/adjustments/flow'
import { applicationFlow } from '#domain/applications/flow'
import { appraisalFlow } from '#domain/appraisals/flow'
import { assessmentFlow } from '#domain/assessments/flow'
import { disposalFlow } from '#domain/disposals/flow'
import { selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { taskFlow } from '#domain/evaluation/task-flow'
import { goalFlow } from '#domain/goals/flow'
import { roundReportFlow } from '#domain/monitoring/round-report'
import { countOpen, type OpenWork } from '#domain/open-work'
import { adjustmentsIn } from './adjustments.ts'
import { applicationsOf } from './applications.ts'
import { appraisalsOf } from './appraisals.ts'
import { assessmentsOf } from './assessments.ts'
import { disposalsOf } from './disposals.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { goalLines } from './goal-lines.ts'
import { roundsOf } from './monitorings.ts'
import { roundReportsOf } from './round-reports.ts'
import { selfEvaluationsOf } from './self-evaluations.ts'

/** What of a year's work is not finished, in the order of the year; what is finished is left out. */
export async function openWorkOf(bookId: string): Promise<OpenWork[]> {
  const [
    goals,
    assessments,
    adjustments,
    rounds,
    reports,
    disposals,
    selves,
    tasks,
    applications,
    appraisals,
  ] = await Promise.all([
    goalLines(bookId),
    assessmentsOf(bookId),
    adjustmentsIn(bookId),
    roundsOf(bookId),
    roundReportsOf(bookId),
    disposalsOf(bookId),
    selfEvaluationsOf(bookId),
    evaluationTasksOf(bookId),
    applicationsOf(bookId),
    appraisalsOf(bookId),
  ])
  const reviewed = goals.map(({ status }) => ({ state: status }))
  const openRounds = rounds.filter(({ state }) => state === 'open').length
  const work: OpenWork[] = [
    { what: '个目标未批复', count: countOpen(goalFlow, reviewed), path: '/goals' },
    { what: '个事前评估未结论', count: countOpen(assessmentFlow, assessments), path: '/assessments' },
    { what: '个目标调整未办结', count: countOpen(adjustmentFlow, adjustments), path: '/goals/adjustments' },
    { what: '个监控轮次未结束', count: openRounds, path: '/monitoring/plan' },
    { what: '份监控总报告未定稿', count: countOpen(roundReportFlow, reports), path: '/monitoring/reports' },
    { what: '件监控处置未销号', count: countOpen(disposalFlow, disposals), path: '/disposals' },
    { what: '份单位自评未汇总', count: countOpen(selfEvaluationFlow, selves), path: '/evaluation/self' },
    { what: '项绩效评价未结论', count: countOpen(taskFlow, tasks), path: '/evaluation/tasks' },
    { what: '项结果应用未办结', count: countOpen(applicationFlow, applications), path: '/applications' },
    { what: '份工作考核未归档', count: countOpen(appraisalFlow, appraisals), path: '/appraisals' },
  ]
  return work.filter(({ count }) => count > 0)
}
