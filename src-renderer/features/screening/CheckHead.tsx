import Box from '@mui/material/Box'
import { type SpotCheckState, spotCheckFlow, spotCheckStates } from '#domain/spot-checks/flow'
import { holderName, overdueDays } from '#domain/workflow'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadLine, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { colours } from '#ui/theme'
import { checkStateLooks } from './CheckStateMark.tsx'
import type { CheckDraft } from './check-saver.ts'

const road: readonly RoadStop<SpotCheckState>[] = [
  { word: '抽取', states: ['picked', 'dropped'] },
  { word: '核查', states: ['started', 'returned'] },
  { word: '记录', states: ['recorded', 'asked'] },
  { word: '提交', states: ['submitted'] },
  { word: '接收', states: ['taken'] },
]

/** Title, saved state, the road with the present step, and where it came from. */
export function CheckHead({ draft, where }: { draft: CheckDraft; where: string }) {
  const { check } = draft
  const returned =
    check.state === 'returned' ? check.trail.findLast(({ to }) => to === 'returned') : undefined
  return (
    <>
      <PageHead
        trail="重点核查"
        title={check.name || '未填名称的项目'}
        note={<SaveNote saver={draft} at={check.changedAt} />}
      />
      <Box
        sx={{
          ...{ flex: 'none', px: 4, py: 1, display: 'flex', gap: 6, fontSize: 13, whiteSpace: 'nowrap' },
          ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' },
        }}
      >
        <RoadLine
          road={road}
          state={check.state}
          word={spotCheckStates[check.state]}
          look={checkStateLooks[check.state]}
          holder={holderName(spotCheckFlow, check.state)}
          overdue={overdueDays(spotCheckFlow, check.state, check.heldSince, new Date().toISOString())}
        />
        <Box
          sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
          title={where}
        >
          {where}
        </Box>
      </Box>
      {returned && (
        <Box role="note" sx={{ px: 4, py: 1, fontSize: 13, color: colours.attention, bgcolor: '#FFF7E6' }}>
          ▲ 退回意见：{returned.opinion}
        </Box>
      )}
    </>
  )
}
