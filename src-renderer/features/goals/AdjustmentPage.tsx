import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import type { Adjustment } from '#domain/adjustments/adjustment'
import { useSession } from '#session'
import { adjustmentById } from '#storage/adjustments'
import { isReached } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { AdjustmentDocument } from './AdjustmentDocument.tsx'
import type { AdjustmentTab } from './AdjustmentPanel.tsx'
import { type GoalRecord, readRecord } from './goal-record.ts'

type Loaded = { adjustment: Adjustment; record: GoalRecord } | null

/** One application to change an approved goal. */
export function AdjustmentPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const [loaded, setLoaded] = useState<{ found: Loaded; turn: number } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [wanted, setWanted] = useState(0)
  // The side that was opened stays open where a step puts the document up anew.
  const [tab, setTab] = useState<AdjustmentTab>('changes')

  useEffect(() => {
    let current = true
    async function read(): Promise<Loaded> {
      const adjustment = await adjustmentById(id)
      if (!adjustment || adjustment.bookId !== book.id || !(await isReached(by, adjustment))) return null
      const record = await readRecord(adjustment.goalId, book)
      return record && { adjustment, record }
    }
    read().then(
      (found) => current && setLoaded({ found, turn: wanted }),
      (error: unknown) => current && setFailure(error),
    )
    return () => {
      current = false
    }
  }, [id, book, by, wanted])

  if (failure) throw failure
  if (!loaded) return null
  if (!loaded.found) {
    return (
      <EmptyPage
        title="目标调整申请"
        trail="目标调整"
        text="这份调整申请不在当前账套中，或不在当前职责的范围内，也可能已被删除。"
        way={{ to: '/goals/adjustments', name: '返回调整台账' }}
      />
    )
  }
  return (
    <AdjustmentDocument
      key={`${loaded.found.adjustment.id} ${loaded.turn}`}
      {...loaded.found}
      tab={tab}
      onTab={setTab}
      reload={() => setWanted((turn) => turn + 1)}
    />
  )
}
