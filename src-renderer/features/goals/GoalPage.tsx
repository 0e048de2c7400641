import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { isReached } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { GoalEditor } from './GoalEditor.tsx'
import { type GoalRecord, readRecord } from './goal-record.ts'
import { writtenDrafts } from './goal-saver.ts'

/** One goal: the form in the order of the paper, its findings, years and history. */
export function GoalPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const [loaded, setLoaded] = useState<{ record: GoalRecord | null; turn: number } | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [wanted, setWanted] = useState(0)

  useEffect(() => {
    let current = true
    writtenDrafts()
      .then(() => readRecord(id, book))
      .then(async (record) => (record && (await isReached(by, record.goal)) ? record : null))
      .then(
        (record) => current && setLoaded({ record, turn: wanted }),
        (error: unknown) => current && setFailure(error),
      )
    return () => {
      current = false
    }
  }, [id, book, by, wanted])

  if (failure) throw failure
  if (!loaded) return null
  if (!loaded.record || loaded.record.goal.bookId !== book.id) {
    return (
      <EmptyPage
        title="绩效目标"
        trail="目标台账"
        text="这个目标不在当前账套中，或不在当前职责的范围内，也可能已被删除。"
        way={{ to: '/goals', name: '返回台账' }}
      />
    )
  }
  const { goal } = loaded.record
  return (
    <GoalEditor
      key={`${goal.id} ${loaded.turn}`}
      record={loaded.record}
      again={loaded.turn > 0}
      reload={() => setWanted((turn) => turn + 1)}
    />
  )
}
