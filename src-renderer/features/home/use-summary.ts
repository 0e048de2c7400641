import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { type SummarySum, sumSummary } from '#domain/dashboard/summary'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { keptSummary } from '#storage/board-cache'
import { refreshBoard } from '#storage/board-ready'
import { boardKeyOf } from '#storage/dashboard'
import { reachedUnits } from '#storage/reach'

/** After so long without a write the board is brought up to date, off the page's thread. */
const quietMilliseconds = 1500
const shownWarnings = 8

/** Money and lights of the session's book within reach, as last worked out; undefined before anything is known. */
export function useSummary(): (SummarySum & { isStale: boolean }) | undefined {
  const { book, by } = useSession()
  const key = useLiveQuery(() => boardKeyOf(book), [book])
  const [known, setKnown] = useState<SummarySum & { isStale: boolean }>()
  useEffect(() => {
    if (key === undefined) return
    let isCurrent = true
    async function read(): Promise<boolean> {
      const kept = await keptSummary(book.id)
      const [units, sections] = await Promise.all([unitsOf(book.id), sectionsOf(book.id)])
      if (!kept || !isCurrent) return false
      const isFresh = kept.key === key
      setKnown({
        ...sumSummary(kept.summary, reachedUnits(by, units, sections), shownWarnings),
        isStale: !isFresh,
      })
      return isFresh
    }
    async function refresh(): Promise<void> {
      await refreshBoard(book)
      await read()
    }
    // It is said on the board itself why it could not be worked out.
    const complain = (error: unknown) => console.warn('the board could not be read', error)
    let timer = 0
    read()
      .then((isFresh) => {
        if (!isFresh && isCurrent)
          timer = window.setTimeout(() => refresh().catch(complain), quietMilliseconds)
      })
      .catch(complain)
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [key, book, by])
  return known
}
