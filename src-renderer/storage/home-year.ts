import type { CoverageGroup } from '#domain/coverage-map/sums'
import { cellOf } from '#domain/coverage-map/sums'
import {
  budgetYearOf,
  type OfYear,
  type Progress,
  shownYear,
  stepRules,
  type YearStep,
  yearSteps,
} from '#domain/home/year-steps'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { appraisalsOf } from './appraisals.ts'
import { sectionsOf, unitsOf } from './base-data.ts'
import { keptSums } from './coverage-cache.ts'
import { roundsOf } from './monitorings.ts'
import { reachedUnits } from './reach.ts'
import { workItemsOf } from './work-items.ts'

/** A step with the book in which its work is done; null where there is none yet. */
export type HomeStep = YearStep & { book: YearBook | null }
export type HomeYear = { year: number; today: string; steps: readonly HomeStep[] }

/** The books of the same place as one: the years beside it. */
export function booksAround(book: YearBook, books: readonly YearBook[]): YearBook[] {
  return books.filter(
    ({ kit, demo, collected, identity, id }) =>
      id === book.id ||
      (!kit &&
        demo === book.demo &&
        (collected === undefined) === (book.collected === undefined) &&
        identity.regionCode === book.identity.regionCode &&
        identity.level === book.identity.level),
  )
}

/**
 * The calendar of the year in which we are, beside a book: what was spent last year is evaluated, this year's money is watched,
 * next year's goals are made, each in its book. How far each is comes from the maps of 三全覆盖 as last worked out.
 */
export async function homeYearOf(
  book: YearBook,
  books: readonly YearBook[],
  by: Actor,
  today: string,
): Promise<HomeYear> {
  const year = shownYear(book.year, today)
  const around = booksAround(book, books)
  const bookOf = (of: OfYear) => {
    const wanted = budgetYearOf(of, year)
    return book.year === wanted ? book : (around.find((each) => each.year === wanted) ?? null)
  }
  const [last, own, next] = [bookOf('last'), bookOf('this'), bookOf('next')]
  const rules = rulesOf(own ?? book)
  const [work, rounds, progress] = await Promise.all([
    own ? workItemsOf(own.id) : [],
    own ? roundsOf(own.id) : null,
    progressOf({ last, this: own, next }, by),
  ])
  const { disclosure, monitoring } = rules
  const steps = yearSteps({ year, today, work, disclosure, monitoring, rounds, progress })
  const shown = steps.filter(({ permission }) => may(by, permission))
  return { year, today, steps: shown.map((step) => ({ ...step, book: bookOf(step.of) })) }
}

async function progressOf(
  bookOf: Readonly<Record<OfYear, YearBook | null>>,
  by: Actor,
): Promise<Record<string, Progress>> {
  const sums = new Map<string, ReachedSums | null>()
  for (const book of Object.values(bookOf)) if (book) sums.set(book.id, await reachedSums(book, by))
  const entries = stepRules.map(async ({ id, of, stage }): Promise<[string, Progress]> => {
    const book = bookOf[of]
    if (!book) return [id, null]
    if (stage === null) return [id, await appraised(book)]
    const known = sums.get(book.id)
    if (!known) return [id, 'counting']
    const cell = cellOf(known.groups, stage, { kind: '', book: '', units: known.units })
    return [id, { done: cell.done.count, due: cell.due.count }]
  })
  return Object.fromEntries(await Promise.all(entries))
}

type ReachedSums = { groups: readonly CoverageGroup[]; units: ReadonlySet<string> | null }

async function reachedSums(book: YearBook, by: Actor): Promise<ReachedSums | null> {
  const [[kept], units, sections] = await Promise.all([
    keptSums([book.id]),
    unitsOf(book.id),
    sectionsOf(book.id),
  ])
  return kept ? { groups: kept.groups, units: reachedUnits(by, units, sections) } : null
}

/** How many appraisals of a book are made known. */
async function appraised(book: YearBook): Promise<Progress> {
  const all = await appraisalsOf(book.id)
  return {
    done: all.filter(({ state }) => state === 'announced' || state === 'archived').length,
    due: all.length,
  }
}
