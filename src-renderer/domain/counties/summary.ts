import type { Disposal } from '../disposals/disposal.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import type { EvaluationTask } from '../evaluation/task.ts'
import type { ExecutionRow } from '../execution/execution.ts'
import { rateOf, type Share } from '../execution/rate.ts'
import { stateAt, treasuryOf } from '../execution/totals.ts'
import { type BudgetBook, budgetBooks, type Goal } from '../goals/goal.ts'
import { addUp, type Fen } from '../money.ts'
import { isReported } from '../monitoring/flow.ts'
import type { Monitoring } from '../monitoring/monitoring.ts'

/** How many, and their money in 分. */
export type Amount = { count: number; money: Fen }
/** How many are done of those that are due. */
export type Done = { done: number; due: number }

/** What a bureau above looks at of one county's book; everything but the rates adds up over counties. */
export type CountySummary = {
  goals: Amount
  approved: Amount
  byBook: Readonly<Record<BudgetBook, Amount>>
  monitored: Done
  /** The treasury's adjusted budget and 支出 at the newest month (0: no ledger came). */
  month: number
  budget: Fen
  paid: Fen
  disposals: Done
  selfEvaluated: Done
  /** Evaluations by the bureau that are concluded. */
  evaluated: Amount
}

export type CountyFacts = {
  goals: readonly Pick<Goal, 'id' | 'book' | 'status' | 'total'>[]
  monitorings: readonly Pick<Monitoring, 'state'>[]
  executions: readonly ExecutionRow[]
  disposals: readonly Pick<Disposal, 'state'>[]
  selfEvaluations: readonly Pick<SelfEvaluation, 'state'>[]
  tasks: readonly Pick<EvaluationTask, 'state' | 'goalId'>[]
}

/** The sums of one book. Exempt monitoring forms are not due; stopped evaluations and dropped disposals count nowhere. */
export function summaryOf(facts: CountyFacts): CountySummary {
  const { goals, executions } = facts
  const month = executions.reduce((newest, row) => Math.max(newest, row.month), 0)
  const treasury = treasuryOf(stateAt(executions, month))
  const asked = facts.monitorings.filter(({ state }) => state !== 'exempt')
  const disposals = facts.disposals.filter(({ state }) => state !== 'dropped')
  const concluded = facts.tasks.filter(({ state }) => state === 'concluded')
  const moneyOf = new Map(goals.map(({ id, total }) => [id, total ?? 0]))
  return {
    goals: amountOf(goals),
    approved: amountOf(goals.filter(({ status }) => status === 'approved')),
    byBook: byBook((book) => amountOf(goals.filter((goal) => goal.book === book))),
    monitored: { done: asked.filter(({ state }) => isReported(state)).length, due: asked.length },
    ...{ month, budget: treasury.adjusted ?? treasury.initial ?? 0, paid: treasury.paid ?? 0 },
    disposals: { done: disposals.filter(({ state }) => state === 'closed').length, due: disposals.length },
    selfEvaluated: {
      done: facts.selfEvaluations.filter(({ state }) => state !== 'draft' && state !== 'returned').length,
      due: facts.selfEvaluations.length,
    },
    evaluated: {
      count: concluded.length,
      money: addUp(concluded.map(({ goalId }) => moneyOf.get(goalId) ?? 0)),
    },
  }
}

function amountOf(goals: readonly { total: Fen | null }[]): Amount {
  return { count: goals.length, money: addUp(goals.map(({ total }) => total)) }
}

function byBook(of: (book: BudgetBook) => Amount): CountySummary['byBook'] {
  const books = Object.keys(budgetBooks) as BudgetBook[] // the keys of the table
  return Object.fromEntries(books.map((book) => [book, of(book)])) as Record<BudgetBook, Amount> // every key is there
}

/** 全市合计: the sums of the counties; the month is the earliest, since a sum of different months says less than it seems. */
export function sumSummaries(all: readonly CountySummary[]): CountySummary {
  const amounts = (read: (each: CountySummary) => Amount): Amount => ({
    count: all.reduce((sum, each) => sum + read(each).count, 0),
    money: addUp(all.map((each) => read(each).money)),
  })
  const done = (read: (each: CountySummary) => Done): Done => ({
    done: all.reduce((sum, each) => sum + read(each).done, 0),
    due: all.reduce((sum, each) => sum + read(each).due, 0),
  })
  const months = all.flatMap(({ month }) => (month > 0 ? [month] : []))
  return {
    goals: amounts(({ goals }) => goals),
    approved: amounts(({ approved }) => approved),
    byBook: byBook((book) => amounts((each) => each.byBook[book])),
    monitored: done(({ monitored }) => monitored),
    month: months.length > 0 ? Math.min(...months) : 0,
    budget: addUp(all.map(({ budget }) => budget)),
    paid: addUp(all.map(({ paid }) => paid)),
    disposals: done(({ disposals }) => disposals),
    selfEvaluated: done(({ selfEvaluated }) => selfEvaluated),
    evaluated: amounts(({ evaluated }) => evaluated),
  }
}

/** A share of what is due; null where nothing is. */
export function doneRate({ done, due }: Done): Share | null {
  return rateOf(done, due)
}
