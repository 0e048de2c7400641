import type { Assessment } from '#domain/assessments/assessment'
import { type AssessmentNeed, needUnder } from '#domain/assessments/need'
import { assessmentResult } from '#domain/assessments/result'
import { type Goal, matchKeyOf } from '#domain/goals/goal'
import { grouped } from '#domain/grouped'
import type { Fen } from '#domain/money'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { earlierBooks } from './books.ts'
import { db } from './database.ts'
import { keysInBook } from './earlier-keys.ts'
import { goalLines } from './goal-lines.ts'
import { goalsByKeys, goalsOf } from './goals.ts'
import type { Pause } from './slices.ts'

export async function assessmentById(id: string): Promise<Assessment | null> {
  return (await db.assessments.get(id)) ?? null
}

/** All assessments of a book, in the order they were listed. */
export function assessmentsOf(bookId: string): Promise<Assessment[]> {
  return db.assessments.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

/** The assessments of goals, by the goal. */
export async function assessmentsOfGoals(goalIds: readonly string[]): Promise<Map<string, Assessment[]>> {
  return byGoal(
    await db.assessments
      .where('goalId')
      .anyOf([...goalIds])
      .toArray(),
  )
}

/** The goals of a book whose assessment is concluded or exempt. */
export async function assessedGoals(bookId: string): Promise<ReadonlySet<string>> {
  const settled = [...byGoal(await assessmentsOf(bookId))].filter(([, assessments]) => {
    const { state } = assessmentResult(assessments)
    return state !== 'none' && state !== 'pending'
  })
  return new Set(settled.map(([goalId]) => goalId))
}

function byGoal(assessments: readonly Assessment[]): Map<string, Assessment[]> {
  return grouped(assessments, ({ goalId }) => goalId)
}

/** A goal with the rule that demands its assessment, if one does, and last year's amount. */
export type NeedOfGoal = { goal: Goal; need: AssessmentNeed | null; previous: Fen | null }

/** What last year's goals were to get, by their keys in last year's book; it may give more than was asked for. */
export type AmountsBefore = (keys: readonly string[]) => Promise<ReadonlyMap<string, Fen | null>>

/** All of last year's amounts at once: for whoever asks slice by slice of a whole book. */
export async function allAmountsBefore(book: YearBook, pause: Pause): Promise<AmountsBefore> {
  const { previous: lastYear } = await earlierBooks(book)
  const amounts = new Map<string, Fen | null>()
  for (const [at, line] of (lastYear ? await goalLines(lastYear.id) : []).entries()) {
    if (at % 500 === 0) await pause()
    amounts.set(matchKeyOf(line), line.total)
  }
  return () => Promise.resolve(amounts)
}

/** What the year's rules say of goals of one book, in their order; last year's amounts come from last year's book. */
export async function needsOfGoals(
  book: YearBook,
  goals: readonly Goal[],
  before?: AmountsBefore,
): Promise<NeedOfGoal[]> {
  const rules = rulesOf(book)
  const { previous: lastYear } = await earlierBooks(book)
  const keys = goals
    .filter(({ attribute, kind }) => attribute === 'continuing' && (kind === 'project' || kind === 'policy'))
    .map(({ matchKey }) => matchKey)
  const keyThere = lastYear ? await keysInBook(keys, book.id, lastYear.id) : new Map<string, string>()
  const amountsOf = before ?? ((asked) => amountsByKeys(lastYear?.id ?? '', asked))
  const amounts = await amountsOf([...new Set(keyThere.values())])
  return goals.map((goal) => {
    const previous = amounts.get(keyThere.get(goal.matchKey) ?? '') ?? null
    return { goal, need: needUnder({ ...goal, previous }, rules), previous }
  })
}

async function amountsByKeys(bookId: string, keys: readonly string[]): Promise<Map<string, Fen | null>> {
  return new Map((await goalsByKeys(bookId, keys)).map(({ matchKey, total }) => [matchKey, total]))
}

/** 应评未列: goals that a rule demands an assessment of and that have none. */
export async function unlistedGoals(book: YearBook): Promise<NeedOfGoal[]> {
  const listed = new Set((await assessmentsOf(book.id)).map(({ goalId }) => goalId))
  const goals = (await goalsOf(book.id)).filter(({ id }) => !listed.has(id))
  return (await needsOfGoals(book, goals)).filter(({ need }) => need !== null)
}
