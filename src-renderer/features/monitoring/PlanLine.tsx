import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { formatRate } from '#domain/execution/rate'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { monthsText } from '#domain/monitoring/round'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { curveOf } from '#storage/curves'
import { goalById } from '#storage/goals'
import { colours } from '#ui/theme'
import { CurveDialog } from './CurveDialog.tsx'

/** What the money is held against: the project's own plan, why this one, and 序时进度 beside it. */
export function PlanLine({ form, isOpen }: { form: Monitoring; isOpen: boolean }) {
  const { by } = useSession()
  const [editing, setEditing] = useState(false)
  const read = useLiveQuery(async () => {
    const [goal, curve] = await Promise.all([goalById(form.goalId), curveOf(form.goalId)])
    return { goal, curve }
  }, [form.goalId])
  const { plan } = form
  if (!plan) return null
  const mayEdit = isOpen && form.frozen === null && may(by, 'save-curve')
  return (
    <Box sx={{ fontSize: 13, lineHeight: '20px' }}>
      <Box component="span" sx={{ fontWeight: 600 }}>
        用款计划：{plan.name}
      </Box>
      ，{monthsText(form.month)}应执行 {formatRate(plan.share)}
      <Box component="span" sx={{ color: colours.secondary }}>
        {' '}
        （序时进度 {formatRate(plan.time)}）。{plan.reason}。
      </Box>
      {mayEdit && read?.goal && (
        <Button size="small" onClick={() => setEditing(true)} sx={{ ml: 1 }}>
          修改用款计划
        </Button>
      )}
      {editing && read?.goal && (
        <CurveDialog
          goal={read.goal}
          curve={read.curve}
          month={form.month}
          onClose={() => setEditing(false)}
        />
      )}
    </Box>
  )
}
