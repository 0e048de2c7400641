import Box from '@mui/material/Box'
import type { Adjustment, AdjustmentState } from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { objectKinds } from '#domain/goals/goal'
import { holderName } from '#domain/workflow'
import { PageHead } from '#ui/PageHead.tsx'
import { colours } from '#ui/theme'
import { adjustmentLook } from './AdjustmentMark.tsx'
import { SaveNote } from './GoalHead.tsx'
import type { GoalRecord } from './goal-record.ts'
import type { SaveState } from './goal-saver.ts'

const road: readonly { word: string; states: readonly AdjustmentState[] }[] = [
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
        <StepLine state={adjustment.state} />
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

function StepLine({ state }: { state: AdjustmentState }) {
  const holder = holderName(adjustmentFlow, state)
  const present = road.findIndex(({ states }) => states.includes(state))
  return (
    <Box component="ol" aria-label="进度" sx={{ display: 'flex', gap: 2, listStyle: 'none', m: 0, p: 0 }}>
      {road.map((step, index) => (
        <Box
          component="li"
          key={step.word}
          aria-current={index === present ? 'step' : undefined}
          sx={{
            color: index === present ? adjustmentLook[state].colour : colours.secondary,
            fontWeight: index === present ? 600 : 400,
          }}
        >
          {index > 0 && (
            <Box component="span" sx={{ color: colours.secondary, fontWeight: 400, mr: 2 }}>
              →
            </Box>
          )}
          <span aria-hidden="true">
            {index === present ? adjustmentLook[state].shape : index < present ? '✓' : '○'}
          </span>{' '}
          {index === present ? adjustmentFlow.states[state].name : step.word}
          {index === present && holder !== '' && `（${holder}）`}
        </Box>
      ))}
    </Box>
  )
}
