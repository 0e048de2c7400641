import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { keyReasons, treasuryRate } from '#domain/monitoring/key-objects'
import { eligible, type Round } from '#domain/monitoring/round'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { treasuryAt } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { RoundObjects } from './RoundObjects.tsx'

/** 补充对象 of a round that names its goals: which others are to report in it too. */
export function ExtendDialog(props: {
  round: Round
  onClose: () => void
  onConfirm: (named: readonly string[]) => void
}) {
  const { round } = props
  const { book, rules } = useSession()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const goals = useLiveQuery(() => goalsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const treasury = useLiveQuery(() => treasuryAt(book.id, round.month), [book.id, round.month])
  const candidates = eligible(goals ?? [], round)
    .filter(({ id }) => !round.goalIds?.includes(id))
    .map((goal) => ({
      ...goal,
      reasons: keyReasons(
        goal,
        { month: round.month, rate: treasuryRate(goal, treasury?.get(goal.id)) },
        rules.monitoring,
      ),
    }))
  return (
    <ConfirmDialog
      open
      title={`补充监控对象：${round.name}`}
      action={`补充 ${chosen.length} 个对象`}
      disabled={chosen.length === 0}
      onCancel={props.onClose}
      onConfirm={() => props.onConfirm(chosen)}
    >
      <RoundObjects candidates={candidates} units={units ?? []} chosen={chosen} onChange={setChosen} />
    </ConfirmDialog>
  )
}
