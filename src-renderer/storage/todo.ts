import { adjustmentFlow } from '#domain/adjustments/flow'
import { assessmentFlow } from '#domain/assessments/flow'
import { daysLeft, type Moment } from '#domain/dates'
import type { Disposal } from '#domain/disposals/disposal'
import { waitsForUnit } from '#domain/disposals/disposal'
import { type DisposalState, disposalFlow } from '#domain/disposals/flow'
import { selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { goalFlow } from '#domain/goals/flow'
import { indicatorFlow, waitsFor } from '#domain/library/own-flow'
import type { OwnIndicator } from '#domain/library/own-indicator'
import { monitoringFlow } from '#domain/monitoring/flow'
import { type RoundReport, type RoundReportState, roundReportFlow } from '#domain/monitoring/round-report'
import type { Actor, Assignment } from '#domain/people/duties'
import { spotCheckFlow } from '#domain/spot-checks/flow'
import type { StepTaken } from '#domain/workflow'
import type { Section } from '#domain/year-book'
import { adjustmentsIn } from './adjustments.ts'
import { applicationsOf } from './applications.ts'
import { appraisalsOf, arrivedAppraisals } from './appraisals.ts'
import { assessmentsOf } from './assessments.ts'
import { sectionsOf, unitsOf } from './base-data.ts'
import { bookById } from './books.ts'
import { disposalsOf } from './disposals.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { localDay } from './local-day.ts'
import { ownIndicatorsIn } from './own-indicators.ts'
import { reachedUnits } from './reach.ts'
import { reviewsIn } from './reviews.ts'
import { roundReportsOf } from './round-reports.ts'
import { spotChecksOf } from './spot-checks.ts'
import { applicationTodos } from './todo-applications.ts'
import { appraisalTodos } from './todo-appraisals.ts'
import { disclosureTodos } from './todo-disclosures.ts'
import { taskTodos } from './todo-evaluation.ts'
import { type Held, type Todo, todosIn } from './todo-held.ts'
import { withReasons } from './todo-reasons.ts'
import { workTodos } from './todo-work.ts'
import {
  waitingDisclosures,
  waitingGoals,
  waitingMonitorings,
  waitingSelfEvaluations,
} from './waiting-lines.ts'
import { workItemsOf } from './work-items.ts'

/** 待办 of every duty held, in the order of the duties and of each road. */
export async function todosOf(
  bookId: string,
  person: Pick<Actor, 'accountId' | 'name'>,
  assignments: readonly Assignment[],
  now: Moment,
): Promise<Todo[]> {
  const [
    rows,
    assessments,
    adjustments,
    indicators,
    monitorings,
    checks,
    reports,
    disposals,
    tasks,
    evaluations,
    appraisals,
    applications,
    disclosures,
    works,
    units,
    sections,
    book,
  ] = await Promise.all([
    waitingGoals(bookId),
    assessmentsOf(bookId),
    adjustmentsIn(bookId),
    ownIndicatorsIn(bookId),
    waitingMonitorings(bookId),
    spotChecksOf(bookId),
    roundReportsOf(bookId),
    disposalsOf(bookId),
    evaluationTasksOf(bookId),
    waitingSelfEvaluations(bookId),
    appraisalsOf(bookId),
    applicationsOf(bookId),
    waitingDisclosures(bookId),
    workItemsOf(bookId),
    unitsOf(bookId),
    sectionsOf(bookId),
    bookById(bookId),
  ])
  const goals = rows.map(heldOf)
  const [assessed, adjusted, monitored] = [
    assessments.map(heldOf),
    adjustments.map(heldOf),
    monitorings.map(heldOf),
  ]
  const [checked, evaluated] = [checks.map(heldOf), evaluations.map(heldOf)]
  const disposed = disposals.map((each) => ({ ...heldOf(each), ...heldDisposal(each, now) }))
  const arrived = new Set((await arrivedAppraisals(book?.year ?? 0, appraisals)).map(({ ours }) => ours.id))
  const published = { bookId, open: disclosures, tasks }
  // On a unit's own machine all units of the book are its own, though the account names none.
  const everyOwn = ({ duty }: Assignment) =>
    duty === 'unit' && book?.identity.level === 'unit' ? new Set(units.map(({ id }) => id)) : null
  const perDuty = assignments.map(async (assignment) => {
    const reached = reachedUnits({ ...person, ...assignment }, units, sections)
    const reaches = ({ unitId }: { unitId: string }) => reached === null || reached.has(unitId)
    return [
      ...todosIn('goals', goalFlow, goals.filter(reaches), assignment, now),
      ...todosIn('assessments', assessmentFlow, assessed.filter(reaches), assignment, now),
      ...todosIn('adjustments', adjustmentFlow, adjusted.filter(reaches), assignment, now),
      ...indicatorTodos(indicators, assignment, now),
      ...todosIn('monitorings', monitoringFlow, monitored.filter(reaches), assignment, now),
      ...todosIn('spotChecks', spotCheckFlow, checked.filter(reaches), assignment, now),
      ...reportTodos(reports, sections, assignment, now),
      ...todosIn('disposals', disposalFlow, disposed.filter(reaches), assignment, now),
      ...taskTodos(tasks.filter(reaches), assignment, now),
      ...todosIn('selfEvaluations', selfEvaluationFlow, evaluated.filter(reaches), assignment, now),
      ...appraisalTodos(
        appraisals.filter((each) => each.unitId === '' || reaches(each)),
        arrived,
        assignment,
        now,
      ),
      ...applicationTodos(applications.filter(reaches), assignment, now),
      ...(await disclosureTodos(published, assignment, reached ?? everyOwn(assignment), now)),
      ...workTodos(works, sections, assignment, now),
    ]
  })
  return withReasons((await Promise.all(perDuty)).flat())
}

/** A document as a to-do holds it. */
function heldOf<State extends string>(each: {
  id: string
  name: string
  state: State
  unitId: string
  heldSince: Moment
}) {
  const { id, name, state, unitId, heldSince } = each
  return { id, name, state, unitId, since: heldSince }
}

/** A report waits for every section that was asked and has not answered; with the last answer it is to be finished. */
function reportTodos(
  reports: readonly RoundReport[],
  sections: readonly Section[],
  assignment: Assignment,
  now: Moment,
): Todo[] {
  const own = sections.filter(({ code }) => assignment.scope === '' || code === assignment.scope)
  const held = reports.flatMap(({ state, heldSince, opinions }): Held<RoundReportState>[] => {
    const open = opinions.filter(({ verdict }) => verdict === '')
    if (state === 'asked' && assignment.duty === 'performance')
      return open.length === 0 ? [{ state, since: heldSince }] : []
    if (state !== 'asked') return [{ state, since: heldSince }]
    return open
      .filter(({ sectionId }) => own.some(({ id }) => id === sectionId))
      .map(() => ({ state, since: heldSince }))
  })
  const { states } = roundReportFlow
  const isLast = assignment.duty === 'performance'
  const asked = isLast ? { ...states.asked, name: '待定稿', holder: assignment.duty } : states.asked
  return todosIn('roundReports', { ...roundReportFlow, states: { ...states, asked } }, held, assignment, now)
}

/** A unit's turn is late by the letter's deadline, not by the days it has lasted. */
function heldDisposal({ state, heldSince, dueOn }: Disposal, now: Moment): Held<DisposalState> {
  if (!waitsForUnit(state)) return { state, since: heldSince }
  const today = localDay(now)
  const late = dueOn !== '' && today > dueOn ? -daysLeft(dueOn, today) : 0
  return { state, since: heldSince, late }
}

/** A returned one goes back to whom it came from, which may be another duty than a unit. */
function indicatorTodos(all: readonly OwnIndicator[], assignment: Assignment, now: Moment): Todo[] {
  const held = all
    .filter((own) => waitsFor(assignment, own))
    .map(({ state, heldSince }) => ({ state, since: heldSince }))
  const { states } = indicatorFlow
  const returned = { ...states.returned, holder: assignment.duty }
  return todosIn('indicators', { ...indicatorFlow, states: { ...states, returned } }, held, assignment, now)
}

export type Done = { goalId: string; name: string; step: StepTaken }

/** 已办 (曾经办): the last steps on goals that a person took, the newest first. */
export async function doneBy(bookId: string, name: string, limit: number): Promise<Done[]> {
  const reviews = await reviewsIn(bookId)
  return reviews
    .flatMap((review) =>
      review.trail
        .filter((step) => step.by === name)
        .map((step) => ({ goalId: review.id, name: review.name, step })),
    )
    .sort((left, right) => (left.step.at < right.step.at ? 1 : -1))
    .slice(0, limit)
}
