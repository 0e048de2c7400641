import { gather } from '../grouped.ts'
import { plainCode, regions, type YearBook } from '../year-book.ts'

/** A book that would be counted twice: another one of the same county and year, or of the same station, is newer. */
export type Doubled = { book: YearBook; by: YearBook }

/**
 * The books of a year that are added up: of each county one, the one whose package is the newest. The others are named with
 * what they would double: no sum counts a county twice.
 */
export function countedBooks(
  books: readonly YearBook[],
  year: number,
): { counted: YearBook[]; doubled: Doubled[] } {
  const own = books.filter((book) => book.year === year && !book.kit && !book.demo)
  const newestFirst = [...own].sort((left, right) => (momentOf(left) < momentOf(right) ? 1 : -1))
  const counted: YearBook[] = []
  const doubled: Doubled[] = []
  for (const book of newestFirst) {
    const by = counted.find((other) => other.identity.regionCode === book.identity.regionCode)
    if (by) doubled.push({ book, by })
    else counted.push(book)
  }
  return { counted: counted.sort((left, right) => compareRegions(left, right)), doubled }
}

/** The counties of a city of which no book was collected, by name in the order of their codes; none at a county itself. */
export function missingCounties(
  counted: readonly Pick<YearBook, 'identity'>[],
  { level, regionCode }: Pick<YearBook['identity'], 'level' | 'regionCode'>,
): string[] {
  if (level !== 'city') return []
  const here = new Set(counted.map(({ identity }) => identity.regionCode))
  return regions.filter(({ code }) => code !== regionCode && !here.has(code)).map(({ name }) => name)
}

function momentOf(book: YearBook): string {
  return book.collected?.at ?? book.createdAt
}

function compareRegions(left: YearBook, right: YearBook): number {
  return left.identity.regionCode < right.identity.regionCode ? -1 : 1
}

/** One object as it would be counted twice: by its 项目代码 in two counties. */
export type TwiceCounted = { code: string; name: string; places: readonly string[] }

type Coded = { code: string; name: string; regionName: string }

/** Project codes that stand in the books of more than one county: 21 digits belong to one place alone. */
export function twiceCounted(goals: readonly Coded[]): TwiceCounted[] {
  const byCode = new Map<string, Coded[]>()
  for (const goal of goals) {
    const code = plainCode(goal.code).toUpperCase()
    if (code === '') continue
    gather(byCode, code, goal)
  }
  return [...byCode].flatMap(([code, own]) => {
    const places = [...new Set(own.map(({ regionName }) => regionName))]
    return places.length > 1 ? [{ code, name: own[0]?.name ?? '', places }] : []
  })
}
