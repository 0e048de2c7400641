import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { openAdjustment } from '#actions/open-adjustment'
import { isOpenAdjustment } from '#domain/adjustments/adjustment'
import type { Goal } from '#domain/goals/goal'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { adjustmentsOf } from '#storage/adjustments'
import { useToast } from '#ui/Toast.tsx'

/** 申请调整 of an approved goal; where one is under way, the way to it. */
export function AdjustmentOpen({ goal }: { goal: Goal }) {
  const { by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const adjustments = useLiveQuery(() => adjustmentsOf(goal.id), [goal.id])
  if (goal.status !== 'approved' || !adjustments) return null
  const open = adjustments.find(isOpenAdjustment)
  if (open) {
    if (!may(by, 'see-adjustments')) return null
    return (
      <Button variant="outlined" component={Link} to={`/goals/adjustments/${open.id}`}>
        查看在办的调整
      </Button>
    )
  }
  if (!may(by, 'open-adjustment')) return null
  return (
    <Button
      variant="outlined"
      onClick={() =>
        attempt(async () => {
          const { id } = await openAdjustment(goal.id, by)
          await navigate(`/goals/adjustments/${id}`)
        })
      }
    >
      申请调整
    </Button>
  )
}
