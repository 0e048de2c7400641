import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import type { Adjustment } from '#domain/adjustments/adjustment'
import { useSession } from '#session'
import { isAssessed } from '#storage/adjustment-record'
import { adjustmentById, adjustmentsOf } from '#storage/adjustments'
import { isReached } from '#storage/reach'
import { EmptyState } from '#ui/EmptyState.tsx'
import { AdjustmentEditor } from './AdjustmentEditor.tsx'
import { type GoalRecord, readRecord } from './goal-record.ts'

export type AdjustmentRecord = {
  adjustment: Adjustment
  record: GoalRecord
  all: Adjustment[]
  /** A 事前评估 of this change supports it. */
  assessed: boolean
}

/** One adjustment: the form as it is to be, what changes, the versions, the road. */
export function AdjustmentPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const [loaded, setLoaded] = useState<{ found: AdjustmentRecord | null; turn: number } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [wanted, setWanted] = useState(0)

  useEffect(() => {
    let current = true
    async function read(): Promise<AdjustmentRecord | null> {
      const adjustment = await adjustmentById(id)
      if (!adjustment || adjustment.bookId !== book.id || !(await isReached(by, adjustment))) return null
      const [record, all, assessed] = await Promise.all([
        readRecord(adjustment.goalId, book),
        adjustmentsOf(adjustment.goalId),
        isAssessed(adjustment),
      ])
      return record && { adjustment, record, all, assessed }
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
      <EmptyState text="这份调整申请不在当前账套或当前职责的范围内，也可能已被删除。请返回目标调整台账查看。" />
    )
  }
  return (
    <AdjustmentEditor
      key={`${id} ${loaded.turn}`}
      found={loaded.found}
      reload={() => setWanted((turn) => turn + 1)}
    />
  )
}
