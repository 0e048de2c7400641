import Box from '@mui/material/Box'
import { type Adjustment, adjustmentStates } from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { holderName } from '#domain/workflow'
import { PageHead } from '#ui/PageHead.tsx'
import { colours } from '#ui/theme'
import { AdjustmentMark } from './AdjustmentMark.tsx'
import { SaveNote } from './GoalHead.tsx'
import type { GoalRecord } from './goal-record.ts'
import type { SaveState } from './goal-saver.ts'

export function AdjustmentHead(props: {
  adjustment: Adjustment
  record: GoalRecord
  state: SaveState
  onRetry: () => void
}) {
  const { adjustment, record } = props
  const unit = record.units.find((each) => each.id === adjustment.unitId)
  const holder = holderName(adjustmentFlow, adjustment.state)
  return (
    <>
      <PageHead
        trail="目标调整"
        title={`${adjustment.name} 第 ${adjustment.number} 次调整`}
        note={<SaveNote state={props.state} onRetry={props.onRetry} />}
      />
      <Box
        sx={{
          px: 4,
          py: 1,
          display: 'flex',
          gap: 6,
          fontSize: 13,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <span>
          <AdjustmentMark state={adjustment.state} />
          {holder !== '' && `（${holder}）`}
        </span>
        <Box sx={{ color: colours.secondary }}>
          {unit?.name} · {record.goal.year} 年度
        </Box>
      </Box>
      {adjustment.opinion !== '' && (
        <Box
          role="note"
          sx={{ px: 4, py: 2, fontSize: 13, bgcolor: '#FFF7E6', borderBottom: 1, borderColor: '#F3DDB3' }}
        >
          <Box component="span" sx={{ color: colours.attention, fontWeight: 600 }}>
            ▲ {adjustmentStates[adjustment.state]}意见：
          </Box>
          {adjustment.opinion}
        </Box>
      )}
    </>
  )
}
