import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import {
  entriesAsApproved,
  type SelfEvaluation,
  type SelfEvaluationEntry,
} from '#domain/evaluation/self-evaluation'
import { goalById } from '#storage/goals'

/** Takes targets and weights back to what was approved; there only where they differ. */
export function RestoreButton(props: {
  form: SelfEvaluation
  onRestore: (entries: readonly SelfEvaluationEntry[]) => void
}) {
  const { form } = props
  const goal = useLiveQuery(() => goalById(form.goalId), [form.goalId])
  if (!goal) return null
  const approved = entriesAsApproved(form.entries, goal)
  if (JSON.stringify(approved) === JSON.stringify(form.entries)) return null
  return (
    <Button
      size="small"
      title="指标值、分值与批复的不同"
      onClick={() => props.onRestore(approved)}
      sx={{ color: 'warning.main' }}
    >
      ▲ 恢复批复的指标值和分值
    </Button>
  )
}
