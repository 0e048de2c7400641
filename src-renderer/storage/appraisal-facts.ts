import type { ApplicationState } from '#domain/applications/flow'
import type {
  AppraisalFacts,
  MonitoringFact,
  RegisterFacts,
  ReviewFact,
  SelfFact,
  TaskFact,
} from '#domain/appraisals/facts'
import type { Day } from '#domain/dates'
import { disclosureFactsOf } from '#domain/disclosures/coverage'
import { rounded } from '#domain/evaluation/points'
import { sectors } from '#domain/library/library'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { YearBook } from '#domain/year-book'
import { rulesOf, type YearRules } from '#domain/year-rules'
import { applicationsOf } from './applications.ts'
import { assessmentsOf, needsOfGoals } from './assessments.ts'
import { sectionsOf, unitsOf } from './base-data.ts'
import { db } from './database.ts'
import { disclosureWorld } from './disclosures.ts'
import { disposalsOf } from './disposals.ts'
import { drawsOf } from './draws.ts'
import { planOf } from './evaluation-plan.ts'
import { rankedTasks, selfOf } from './evaluation-results.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { executionsOf } from './executions.ts'
import { allAgencies, allExperts } from './experts.ts'
import { goalsOf } from './goals.ts'
import { localDay } from './local-day.ts'
import { roundsOf } from './monitorings.ts'
import { ownIndicatorsIn } from './own-indicators.ts'
import { reviewsIn } from './reviews.ts'
import { selfEvaluationsOf } from './self-evaluations.ts'
import { workItemsOf } from './work-items.ts'

/** Everything of a book on which the automatic metrics of 考核 rest, as it stands on a day. */
export async function appraisalFacts(book: YearBook, today: Day): Promise<AppraisalFacts> {
  const { id: bookId, year } = book
  const rules = rulesOf(book)
  const goals = await goalsOf(bookId)
  const [units, sections, assessments, reviews, rounds, forms, disposals, plan, rows, circle] =
    await Promise.all([
      unitsOf(bookId),
      sectionsOf(bookId),
      assessmentsOf(bookId),
      reviewFacts(bookId),
      roundsOf(bookId),
      db.monitorings.where('[bookId+roundId+id]').between([bookId], [bookId, []]).toArray(),
      disposalsOf(bookId),
      planOf(bookId),
      executionsOf(bookId),
      circleFacts(book, today),
    ])
  const tasks = await taskFacts(book, rules)
  const listed = new Set(assessments.map(({ goalId }) => goalId))
  const bare = goals.filter(({ id, status }) => !listed.has(id) && status !== 'rejected')
  const unlisted = (await needsOfGoals(book, bare)).filter(({ need }) => need !== null)
  return {
    ...{ year, today, units, sections, goals, assessments, reviews, rounds, disposals, tasks },
    ...circle,
    unlisted: unlisted.map(({ goal }) => goal.id),
    monitorings: forms.map(monitoringFact),
    selfEvaluations: await selfFacts(bookId, tasks, rules),
    planned: (plan?.state === 'issued' ? plan.items : [])
      .filter(({ decision, level }) => decision === 'chosen' && level === 'fiscal')
      .map(({ objectId, name, unitId, taskId }) => ({ objectId, name, unitId, taskId })),
    unmatched: rows
      .filter(({ goalId, paid }) => goalId === '' && (paid ?? 0) > 0)
      .map(({ line, name, unitId }) => ({ line, name, unitId })),
    registers: book.collected ? null : await registerFacts(book),
    work: book.collected ? null : await workItemsOf(bookId),
  }
}

async function reviewFacts(bookId: string): Promise<ReviewFact[]> {
  return (await reviewsIn(bookId)).map(({ id, trail, together }) => ({
    id,
    returns: trail.filter(({ to }) => to === 'returned').length,
    together,
  }))
}

/** The first time it was handed in counts: what came back for correction was reported in time all the same. */
function monitoringFact({ id, roundId, goalId, unitId, name, state, trail }: Monitoring): MonitoringFact {
  const first = trail.find(({ step }) => step === 'submit-monitoring')
  return { id, roundId, goalId, unitId, name, state, reportedOn: first ? localDay(first.at) : '' }
}

async function taskFacts(book: YearBook, rules: YearRules): Promise<TaskFact[]> {
  const [tasks, ranked] = await Promise.all([evaluationTasksOf(book.id), rankedTasks(book, rules)])
  const pointsOf = new Map(ranked.map(({ taskId, points }) => [taskId, points]))
  return tasks.map(({ id, goalId, unitId, name, kind, level, state, dueOn }) => {
    const points = state === 'concluded' ? (pointsOf.get(id) ?? null) : null
    const total = points && rounded(points, rules.evaluation)
    return { id, goalId, unitId, name, kind, level, state, dueOn, total }
  })
}

/** A total is worked out only where there is an evaluation beside which it stands. */
async function selfFacts(bookId: string, tasks: readonly TaskFact[], rules: YearRules): Promise<SelfFact[]> {
  const evaluated = new Set(tasks.filter(({ total }) => total !== null).map(({ goalId }) => goalId))
  return (await selfEvaluationsOf(bookId)).map((form) => {
    const { id, goalId, unitId, name, state } = form
    const self = evaluated.has(goalId) ? selfOf(form, rules) : null
    return { id, goalId, unitId, name, state, total: self && rounded(self.points, rules.evaluation) }
  })
}

async function registerFacts(book: YearBook): Promise<RegisterFacts> {
  const [experts, agencies, draws, indicators] = await Promise.all([
    allExperts(book.demo),
    allAgencies(book.demo),
    drawsOf(book.id),
    ownIndicatorsIn(book.id),
  ])
  const built = new Set(indicators.filter(({ state }) => state === 'confirmed').map(({ sector }) => sector))
  const drawn = new Set(
    draws.flatMap((draw) => [...draw.drawn.map(({ id }) => id), ...draw.replaced.map(({ inId }) => inId)]),
  )
  const year = String(book.year)
  return {
    experts: experts.filter(({ state }) => state === 'in').length,
    agencies: agencies.filter(({ blacklisted }) => !blacklisted.is).length,
    drawn: experts
      .filter(({ id }) => drawn.has(id))
      .map(({ id, name, ratings }) => ({
        id,
        name,
        isRated: ratings.some(({ on }) => on.startsWith(year)),
      })),
    sectors: sectors.map(({ id, name }) => ({ id, name, isBuilt: built.has(id) })),
  }
}

type Circle = Pick<AppraisalFacts, 'rectifications' | 'applied' | 'disclosures'>

/** 结果应用 and 公开 of the book: what was ordered, decided and must be published, and what became of it. */
async function circleFacts(book: YearBook, today: Day): Promise<Circle> {
  const [applications, world] = await Promise.all([applicationsOf(book.id), disclosureWorld(book, today)])
  return {
    rectifications: applications.flatMap(({ id, name, unitId, goalId, rectification }) =>
      rectification && rectification.state !== 'none'
        ? [{ id, name, unitId, goalId, dueOn: rectification.dueOn, closedOn: rectification.clearedOn }]
        : [],
    ),
    applied: applications
      .filter(({ state }) => decided.has(state))
      .map(({ id, name, unitId, goalId, state }) => ({
        ...{ id, name, unitId, goalId },
        isDone: state === 'answered' || state === 'closed',
      })),
    disclosures: disclosureFactsOf(world.rows),
  }
}

const decided: ReadonlySet<ApplicationState> = new Set(['carrying', 'answered', 'referred', 'closed'])
