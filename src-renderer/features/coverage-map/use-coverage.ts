import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useEffect, useMemo } from 'react'
import type { YearBook } from '#domain/year-book'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { coverageOfBooks, freshCoverage, type KnownCoverage } from '#storage/coverage-map'
import { reachedUnits } from '#storage/reach'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { chosenUnits, readChoice } from './coverage-address.ts'

function thisYear(): number {
  return new Date().getFullYear()
}

/** The maps of books as last known; those that changed are worked out anew one after the other, the first one first. */
export function useCoverageOf(books: readonly YearBook[]): readonly KnownCoverage[] | undefined {
  const { attempt } = useToast()
  const known = useLiveQuery(() => coverageOfBooks(books, thisYear()), [books])
  const stale = known?.find(({ isStale }) => isStale)?.book
  useEffect(() => {
    if (stale) attempt(async () => void (await freshCoverage(stale, thisYear(), breather())))
  }, [stale, attempt])
  return known
}

export type Coverage = ReturnType<typeof useCoverage>

/** The map of the session's book and of the earlier years of the region, with what the address narrows. */
export function useCoverage() {
  const { book, books, by } = useSession()
  const [address, setInAddress] = useAddress()
  const years = useMemo(() => yearsOf(book, books), [book, books])
  const known = useCoverageOf(years)
  const base = useLiveQuery(async () => {
    const [units, sections] = await Promise.all([unitsOf(book.id), sectionsOf(book.id)])
    return { units, sections }
  }, [book.id])
  // Some hundred cells are drawn beside what the user does, once everything of them is there.
  const maps = useDeferredValue(base && known)
  const text = address.toString()
  const choice = useMemo(() => readChoice(new URLSearchParams(text)), [text])
  const reached = useMemo(() => base && reachedUnits(by, base.units, base.sections), [by, base])
  const units = useMemo(
    () => (base && reached !== undefined ? chosenUnits(choice, base.units, reached) : null),
    [choice, base, reached],
  )
  return { book, maps, base, reached, choice, units, address, setInAddress }
}

/** The book itself, then the earlier ones of the same region, the newest first. */
function yearsOf(book: YearBook, books: readonly YearBook[]): YearBook[] {
  const earlier = books.filter(
    ({ year, demo, identity, kit }) =>
      year < book.year && demo === book.demo && !kit && identity.regionCode === book.identity.regionCode,
  )
  return [book, ...earlier.toSorted((left, right) => right.year - left.year)]
}
