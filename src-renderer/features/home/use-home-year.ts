import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { budgetYearOf, shownYear } from '#domain/home/year-steps'
import type { YearBook } from '#domain/year-book'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { coverageOfBooks, freshCoverage } from '#storage/coverage-map'
import { booksAround, type HomeYear, homeYearOf } from '#storage/home-year'
import { useToast } from '#ui/Toast.tsx'
import { useFollowed } from './use-followed.ts'

/** After so long without a write the map is worked out anew: nobody is in the middle of something. */
const quietMilliseconds = 2000

const nowhere: readonly YearBook[] = []

/** The year's calendar of the session, without its steps until it `isWanted`, and the books in which its work is done. */
export function useHomeYear(
  today: string,
  isWanted: boolean,
): { year: HomeYear; around: readonly YearBook[] } {
  const { book, books, by } = useSession()
  const around = useMemo(() => {
    const year = shownYear(book.year, today)
    const wanted = (['last', 'this', 'next'] as const).map((of) => budgetYearOf(of, year))
    return booksAround(book, books).filter((each) => each.id === book.id || wanted.includes(each.year))
  }, [book, books, today])
  const freshened = useFreshMaps(isWanted ? around : nowhere, today)
  const read = useCallback(
    async () => (isWanted ? homeYearOf(book, around, by, today) : undefined),
    [isWanted, book, around, by, today],
  )
  const year = useFollowed(
    around.map(({ id }) => id),
    read,
    freshened,
  )
  return { year: year ?? { year: shownYear(book.year, today), today, steps: [] }, around }
}

/** Has the maps of 三全覆盖 that changed worked out anew once it is quiet, one after the other; a number that counts them. */
function useFreshMaps(books: readonly YearBook[], today: string): number {
  const { attempt } = useToast()
  const [count, setCount] = useState(0)
  const thisYear = Number(today.slice(0, 4))
  const known = useLiveQuery(() => coverageOfBooks(books, thisYear), [books, thisYear])
  useEffect(() => {
    const stale = known?.find(({ isStale }) => isStale)?.book
    if (!stale) return
    const timer = setTimeout(
      () =>
        attempt(async () => {
          await freshCoverage(stale, thisYear, breather())
          setCount((before) => before + 1)
        }),
      quietMilliseconds,
    )
    return () => clearTimeout(timer)
  }, [known, thisYear, attempt])
  return count
}
