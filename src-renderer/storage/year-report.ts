import { figuresOf as assessmentFigures } from '#domain/assessments/figures'
import { coverageRates } from '#domain/evaluation/coverage'
import { coverageObjects } from '#domain/evaluation/coverage-objects'
import { ranked } from '#domain/evaluation/ranking'
import { addUp } from '#domain/money'
import { figuresOf as roundFigures } from '#domain/monitoring/figures'
import { worstColour } from '#domain/monitoring/lights'
import { fundTotal, lightsOfMonitoring, type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import type { YearReportFacts } from '#domain/supervision/year-report'
import type { YearBook } from '#domain/year-book'
import { rulesOf, type YearRules } from '#domain/year-rules'
import { assessmentsOf } from './assessments.ts'
import { unitsOf } from './base-data.ts'
import { disposalsOf } from './disposals.ts'
import { coverageFacts } from './evaluation-plan.ts'
import { rankedTasks } from './evaluation-results.ts'
import { goalsOf } from './goals.ts'
import { localDay } from './local-day.ts'
import { monitoringsOf, roundsOf } from './monitorings.ts'
import { registersOf } from './registers.ts'
import { reviewsIn } from './reviews.ts'
import { selfEvaluationsOf } from './self-evaluations.ts'

/** Everything that the yearly report of a book is written from, without what is 涉密: the report leaves the bureau. */
export async function yearReportFacts(book: YearBook, now: string): Promise<YearReportFacts> {
  const rules = rulesOf(book)
  const [everyGoal, facts, assessments, rounds, disposals, forms, tasks, units, entries, reviews] =
    await Promise.all([
      goalsOf(book.id),
      coverageFacts(book),
      assessmentsOf(book.id),
      roundsOf(book.id),
      disposalsOf(book.id),
      selfEvaluationsOf(book.id),
      rankedTasks(book, rules),
      unitsOf(book.id),
      registersOf(book.id, 'performance'),
      reviewsIn(book.id),
    ])
  const secret = new Set(everyGoal.filter((goal) => goal.secret).map(({ id }) => id))
  const goals = everyGoal.filter((goal) => !goal.secret)
  const isOpen = ({ goalId }: { goalId: string }) => !secret.has(goalId)
  const approved = goals.filter(({ status }) => status === 'approved')
  const open = disposals.filter(
    (each) => isOpen(each) && each.state !== 'proposed' && each.state !== 'dropped',
  )
  const unitName = new Map(units.map(({ id, name }) => [id, name]))
  const { coverage } = rules.evaluation
  return {
    ...{ year: book.year, office: book.identity.office, place: book.identity.regionName },
    goals: {
      all: goals.length,
      approved: approved.length,
      amount: addUp(goals.map(({ total }) => total)),
      approvedAmount: addUp(approved.map(({ total }) => total)),
      congress: reviews.filter(({ id, congress }) => congress && !secret.has(id)).length,
    },
    assessments: assessmentFigures(assessments.filter(isOpen)),
    rounds: await Promise.all(rounds.map((round) => roundOf(book, round, isOpen, rules))),
    disposals: {
      all: open.length,
      closed: open.filter(({ state }) => state === 'closed').length,
      amount: addUp(open.map(({ amount }) => amount)),
    },
    selfEvaluations: {
      all: forms.filter(isOpen).length,
      collected: forms.filter((form) => isOpen(form) && form.state === 'collected').length,
    },
    coverage: coverageRates(coverageObjects({ ...facts, goals }, coverage), book.year, coverage),
    results: ranked(tasks.filter(isOpen))
      .filter(({ place }) => place !== null)
      .map((row) => ({ ...row, unitName: unitName.get(row.unitId) ?? '' })),
    entries,
    today: localDay(now),
  }
}

async function roundOf(
  book: YearBook,
  round: Round,
  isOpen: (form: Monitoring) => boolean,
  rules: YearRules,
) {
  const forms = (await monitoringsOf(book.id, round.id)).filter(isOpen)
  const counted = forms.map((form) => {
    const lights = form.frozen ?? lightsOfMonitoring(form, referenceOf(form), rules.monitoring)
    const { execution, goal, gap, forecast } = lights
    return {
      ...fundTotal(form.funds),
      state: form.state,
      worst: worstColour([execution, goal, gap, forecast].map(({ colour }) => colour)),
    }
  })
  return { name: round.name, figures: roundFigures(counted) }
}
