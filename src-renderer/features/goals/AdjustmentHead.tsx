import Box from '@mui/material/Box'
import type { Adjustment, AdjustmentState } from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { objectKinds } from '#domain/goals/goal'
import { holderName } from '#domain/workflow'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadLine, type RoadStop } from '#ui/RoadLine.tsx'
import { colours } from '#ui/theme'
import { adjustmentLook } from './AdjustmentMark.tsx'
import { SaveNote } from './GoalHead.tsx'
import type { GoalRecord } from './goal-record.ts'
import type { SaveState } from './goal-saver.ts'

const road: readonly RoadStop<AdjustmentState>[] = [
  { word: '申请', states: ['draft', 'returned'] },
  { word: '初审', states: ['submitted'] },
  { word: '审核', states: ['reviewing'] },
  { word: '批准', states: ['confirmed', 'applied', 'refused'] },
]

/** Title, where it stands on its road, and why it came back. */
export function AdjustmentHead(props: {
  adjustment: Adjustment
  record: GoalRecord
  state: SaveState
  onRetry: () => void
}) {
  const { adjustment, record } = props
  const unit = record.units.find(({ id }) => id === adjustment.unitId)
  return (
    <>
      <PageHead
        trail="目标调整"
        title={`${adjustment.name}（第 ${adjustment.number} 次）`}
        note={<SaveNote state={props.state} onRetry={props.onRetry} />}
      />
      <Box
        sx={{
          px: 4,
          py: 1,
          display: 'flex',
          gap: 6,
          alignItems: 'center',
          fontSize: 13,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
          whiteSpace: 'nowrap',
        }}
      >
        <RoadLine
          road={road}
          state={adjustment.state}
          word={adjustmentFlow.states[adjustment.state].name}
          look={adjustmentLook[adjustment.state]}
          holder={holderName(adjustmentFlow, adjustment.state)}
        />
        <Box
          sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
          title={unit?.name}
        >
          {unit?.name ?? '未定单位'} · {objectKinds[adjustment.before.kind]} · {record.goal.year} 年度
        </Box>
      </Box>
      {adjustment.opinion && (
        <Box
          role="note"
          sx={{
            px: 4,
            py: 2,
            fontSize: 13,
            bgcolor: '#FFF7E6',
            color: colours.text,
            borderBottom: 1,
            borderColor: '#F3DDB3',
          }}
        >
          <Box component="span" sx={{ color: colours.attention, fontWeight: 600 }}>
            ▲ {adjustment.state === 'refused' ? '不同意的意见' : '退回意见'}：
          </Box>
          {adjustment.opinion}
        </Box>
      )}
    </>
  )
}
