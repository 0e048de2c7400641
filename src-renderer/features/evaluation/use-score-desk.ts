import { useMemo, useState } from 'react'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { isOut } from '#domain/evaluation/kit'
import { type KnownFacts, knownAnswer } from '#domain/evaluation/known-answers'
import type { Mark } from '#domain/evaluation/mark'
import { deskOf, emptyAnswer } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { isSheetOpen } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sheetById } from '#storage/evaluation-tasks'
import { useRecordSaver } from '#ui/record-saver'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { leaveField } from './score-keys.ts'

export type ScoreDesk = ReturnType<typeof useScoreDesk>

/** The sheet being filled: the indicator in hand by the address, and what is put down for it. */
export function useScoreDesk({
  task,
  kept,
  facts,
}: {
  task: EvaluationTask
  kept: KeptSheet
  facts: KnownFacts
}) {
  const { by, rules } = useSession()
  const { say } = useToast()
  const [address, setInAddress] = useAddress()
  const saver = useRecordSaver<KeptSheet>(kept, {
    read: sheetById,
    keep: (latest, { marks, vetoes }) =>
      saveScoreSheet(
        latest.id,
        latest.revision,
        { ...(marks ? { marks } : {}), ...(vetoes ? { vetoes } : {}) },
        by,
      ),
  })
  const sheet = saver.record
  const items = useMemo(() => deskOf(task, sheet, rules.evaluation), [task, sheet, rules])
  // Who comes back goes on where nothing is scored yet.
  const [start] = useState(() => items.find(({ state }) => state === 'open')?.indicator.id ?? '')
  const index = Math.max(
    0,
    items.findIndex(({ indicator }) => indicator.id === (address.get('at') ?? start)),
  )
  const item = items[index]
  const readOnly = !isSheetOpen(sheet, task) || isOut(sheet) || !may(by, 'save-score-sheet')

  function go(to: number) {
    const next = items[Math.min(Math.max(to, 0), items.length - 1)]
    if (!next) return
    if (next.isLocked) {
      say({ text: '请先评校准指标，再评其他指标。', severity: 'info' })
      return
    }
    leaveField()
    setInAddress({ at: next.indicator.id })
  }

  function put(patch: (before: Mark) => Partial<Mark>) {
    if (readOnly || !item || item.isLocked) return
    const { indicator } = item
    saver.change(({ marks }) => {
      const before = marks[indicator.id] ?? { answer: emptyAnswer(indicator), reason: '', evidence: [] }
      return { marks: { ...marks, [indicator.id]: { ...before, ...patch(before) } } }
    })
  }

  return {
    ...{ saver, items, index, item, readOnly, go, put },
    /** What other records of the book say of the indicator in hand. */
    known: item ? knownAnswer(item.indicator, facts) : null,
  }
}
