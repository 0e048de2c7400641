import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import type { Adjustment } from '#domain/adjustments/adjustment'
import { isAdjustmentEditable } from '#domain/adjustments/flow'
import { adjustmentById } from '#storage/adjustments'
import { colours } from '#ui/theme'
import type { AdjustmentForm } from './adjustment-draft.ts'
import { clock } from './GoalHead.tsx'
import type { Saver } from './goal-saver.ts'

/** The application was written elsewhere: which of the two to keep. */
export function AdjustmentConflict(props: {
  adjustment: Adjustment
  saver: Saver<AdjustmentForm>
  onReload: () => void
}) {
  const stored = useLiveQuery(() => adjustmentById(props.adjustment.id), [props.adjustment.id])
  if (!stored) return null
  const mayOverwrite = isAdjustmentEditable(stored.state)
  return (
    <Box
      role="alert"
      sx={{ px: 4, py: 3, fontSize: 13, bgcolor: '#FDF1F1', borderBottom: 1, borderColor: '#EBC2C2' }}
    >
      <Box sx={{ fontWeight: 600, color: colours.alarm, mb: 2 }}>
        ■ {stored.changedBy} 在 {clock(stored.changedAt)} 改过这份申请，您的修改还在屏幕上，没有写入。
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button size="small" variant="outlined" onClick={props.onReload}>
          用那边的内容，放弃我的修改
        </Button>
        <Button
          size="small"
          variant="outlined"
          disabled={!mayOverwrite}
          onClick={() => props.saver.retry(stored.revision)}
        >
          {mayOverwrite ? '用屏幕上的内容覆盖' : '那边已送审，不能覆盖'}
        </Button>
      </Box>
    </Box>
  )
}
