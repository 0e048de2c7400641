import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { Round } from '#domain/monitoring/round'
import type { ScreenedLine } from '#domain/screening/line'
import type { YearBook } from '#domain/year-book'
import { screenedAside } from '#storage/screening-aside'
import { trailKeyOf } from '#storage/trail-span'

/** The lines of a round's 筛查; not fresh while they are those of the last time and are being worked out anew. */
export type Screened = { lines: readonly ScreenedLine[]; isFresh: boolean }

/** 筛查 of a round, anew after every write in its book. */
export function useScreened(round: Round, book: YearBook): Screened | null {
  const trail = useLiveQuery(() => trailKeyOf([book.id]), [book.id])
  const [screened, setScreened] = useState<Screened | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (trail === undefined) return
    let isCurrent = true
    const show = (isFresh: boolean) => (lines: readonly ScreenedLine[]) => {
      if (isCurrent) setScreened({ lines, isFresh })
    }
    screenedAside(round, book, show(false)).then(
      show(true),
      (error: unknown) => isCurrent && setFailure(error),
    )
    return () => {
      isCurrent = false
    }
  }, [trail, round, book])
  if (failure) throw failure
  return screened
}
