import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { goalFlow } from '#domain/goals/flow'
import type { Actor } from '#domain/people/duties'
import { statesHeldBy } from '#domain/workflow'
import type { YearBook } from '#domain/year-book'
import { unitsOf } from '#storage/base-data'
import type { GoalRow } from '#storage/goals'
import { reachedRows } from '#storage/reached-rows'
import { sortedBy, stablySortedBy } from '#ui/sorted'
import { type GoalRecord, readRecord } from './goal-record.ts'

/** The goals that wait for the active duty, in the order of units and names; undefined while they are read. */
export function useQueue(book: YearBook, by: Actor): GoalRow[] | undefined {
  const rows = useLiveQuery(() => reachedRows(book.id, by), [book.id, by])
  const order = useLiveQuery(
    async () => new Map((await unitsOf(book.id)).map((unit, index) => [unit.id, index])),
    [book.id],
  )
  return useMemo(() => {
    if (!rows || !order) return undefined
    const held = new Set(statesHeldBy(goalFlow, by.duty))
    const mine = sortedBy(
      rows.filter((row) => held.has(row.status)),
      ({ name }) => name,
    )
    return stablySortedBy(mine, ({ unitId }) => order.get(unitId) ?? 0)
  }, [rows, order, by])
}

/** The record of the present item; the following one is read before it is asked for. */
export function useRecords(book: YearBook, current: GoalRow | undefined, next: GoalRow | undefined) {
  const read = useRef(new Map<string, Promise<GoalRecord | null>>())
  const [shown, setShown] = useState<GoalRecord | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const key = current ? `${current.id} ${current.revision}` : ''

  function recordOf(row: GoalRow): Promise<GoalRecord | null> {
    const known = read.current.get(`${row.id} ${row.revision}`)
    if (known) return known
    if (read.current.size > 20) read.current.clear()
    const fresh = readRecord(row.id, book)
    read.current.set(`${row.id} ${row.revision}`, fresh)
    return fresh
  }
  const latest = useRef({ current, next, recordOf })
  latest.current = { current, next, recordOf }

  useEffect(() => {
    let wanted = true
    const { current: here, next: following, recordOf: find } = latest.current
    if (key === '' || !here) {
      setShown(null)
      return
    }
    find(here).then(
      (record) => {
        if (!wanted) return
        setShown(record)
        // What fails here fails again, and is shown, when it is its turn.
        if (following)
          find(following).catch(() => read.current.delete(`${following.id} ${following.revision}`))
      },
      (error: unknown) => wanted && setFailure(error),
    )
    return () => {
      wanted = false
    }
  }, [key])

  if (failure) throw failure
  return shown && current && shown.goal.id === current.id ? shown : null
}
