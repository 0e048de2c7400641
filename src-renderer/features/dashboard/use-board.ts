import { useLiveQuery } from 'dexie-react-hooks'
import { startTransition, useEffect, useMemo, useState } from 'react'
import { type Board, boardOf, boardPieces } from '#domain/dashboard/board'
import type { BoardIndex } from '#domain/dashboard/board-index'
import type { BoardFilter } from '#domain/dashboard/filter'
import type { Ranking } from '#domain/dashboard/ranking'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { boardIndexOf, boardKeyOf } from '#storage/dashboard'
import { localToday } from '#storage/local-day'
import { loadCharts } from '#ui/chart-picture'
import { useAddress } from '#ui/use-address'
import { readFilter, readRanking } from './board-address.ts'

/** As many as a page and a meeting show. */
const shownLimits = { warnings: 10, heat: 12 }

/** A board for a file or for keeping: with every warning, not the worst alone. */
export function wholeBoard(index: BoardIndex, filter: BoardFilter, ranking: Ranking) {
  const limits = { ...shownLimits, warnings: index.items.length }
  return boardOf(index, { filter, ranking, today: localToday(), limits })
}

/** The board of the session's book, anew after every write; undefined until it was read. */
export function useBoardIndex(): BoardIndex | undefined {
  const { book, by } = useSession()
  const key = useLiveQuery(() => boardKeyOf(book), [book])
  const [index, setIndex] = useState<BoardIndex>()
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (key === undefined) return
    let current = true
    boardIndexOf(book, by).then(
      (read) => current && setIndex(read),
      (error: unknown) => current && setFailure(error),
    )
    return () => {
      current = false
    }
  }, [key, book, by])
  if (failure) throw failure
  return index
}

/** The board of a filter, worked out with pauses in which the window draws; the one before stays meanwhile. */
function useBoardInPieces(
  index: BoardIndex | undefined,
  filter: BoardFilter,
  ranking: Ranking,
): Board | null {
  const [board, setBoard] = useState<Board | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (!index) return
    let isCurrent = true
    async function work(of: BoardIndex): Promise<void> {
      const pause = breather()
      const pieces = boardPieces(of, { filter, ranking, today: localToday(), limits: shownLimits })
      for (let piece = pieces.next(); isCurrent; piece = pieces.next()) {
        // Its pictures and tables are drawn beside what the user does.
        if (piece.done) return startTransition(() => setBoard(piece.value))
        await pause()
      }
    }
    work(index).catch((error: unknown) => isCurrent && setFailure(error))
    return () => {
      isCurrent = false
    }
  }, [index, filter, ranking])
  if (failure) throw failure
  return board
}

/** The board that the address names; null until it was read. */
export function useBoard() {
  const [address, setInAddress] = useAddress()
  useEffect(() => {
    // What fails here fails again where a chart is drawn, and is said there.
    loadCharts().catch((error: unknown) => console.warn('the charts could not be loaded ahead', error))
  }, [])
  const index = useBoardIndex()
  const addressText = address.toString()
  const newest = index && index.month > 0 ? index.month : new Date().getMonth() + 1
  const filter = useMemo(() => readFilter(new URLSearchParams(addressText), newest), [addressText, newest])
  const ranking = readRanking(address)
  const board = useBoardInPieces(index, filter, ranking)
  return { index, board, filter, ranking, address, setInAddress }
}
