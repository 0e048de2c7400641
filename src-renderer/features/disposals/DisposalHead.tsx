import Box from '@mui/material/Box'
import { chineseDay } from '#domain/dates'
import { type DisposalState, disposalFlow, disposalStates } from '#domain/disposals/flow'
import { groupOf } from '#domain/disposals/groups'
import { measuresForDelay } from '#domain/disposals/propose'
import { measures } from '#domain/disposals/rules'
import { lastReason } from '#domain/disposals/step'
import { holderName } from '#domain/workflow'
import { useSession } from '#session'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadLine, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { colours } from '#ui/theme'
import { groupLooks } from './DisposalMark.tsx'
import { leftText, rowOfDisposal } from './disposal-rows.ts'
import type { PartProps } from './part.ts'

const road: readonly RoadStop<DisposalState>[] = [
  { word: '决定', states: ['proposed', 'dropped'] },
  { word: '整改', states: ['issued', 'returned'] },
  { word: '审核', states: ['answered'] },
  { word: '销号', states: ['reviewed'] },
  { word: '已销号', states: ['closed'] },
]

/** Title, saved state, the road with the present step, the deadline, and the last word that must be known. */
export function DisposalHead({ saver, disposal, units, calendars, today }: PartProps) {
  const unit = units.find(({ id }) => id === disposal.unitId)
  const row = rowOfDisposal(disposal, { today, now: disposal.heldSince, calendars })
  const left = leftText(row, '个工作日')
  const { rules } = useSession()
  const graver = measuresForDelay(rules.monitoring.disposal)
  const reason = lastReason(disposal)
  const look = groupLooks[groupOf(disposal, today)]
  return (
    <>
      <PageHead
        trail="监控处置"
        title={disposal.name || '未填名称的项目'}
        note={<SaveNote saver={saver} at={disposal.changedAt} />}
      />
      <Box
        sx={{
          flex: 'none',
          px: 4,
          py: 1,
          display: 'flex',
          gap: 6,
          fontSize: 13,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
          whiteSpace: 'nowrap',
        }}
      >
        <RoadLine
          road={road}
          state={disposal.state}
          word={disposalStates[disposal.state]}
          look={look}
          holder={holderName(disposalFlow, disposal.state)}
        />
        <Box sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {unit?.name}
          {disposal.dueOn !== '' && ` · 整改期限 ${chineseDay(disposal.dueOn)}`}
        </Box>
        {left !== '' && (
          <Box sx={{ color: row.group === 'overdue' ? colours.alarm : colours.secondary }}>{left}</Box>
        )}
      </Box>
      {reason !== '' && (
        <Box sx={{ flex: 'none', px: 4, py: 1, fontSize: 13, bgcolor: colours.selected }}>
          {reasonWord(disposal.state)}：{reason}
        </Box>
      )}
      {row.group === 'overdue' && (
        <Box sx={{ flex: 'none', px: 4, py: 1, fontSize: 13, bgcolor: colours.selected }}>
          ■ 已超过整改期限，按规则建议“{graver.map((measure) => measures[measure]).join('、')}
          ”。由监督与绩效管理科点“变更处置”决定。
        </Box>
      )}
    </>
  )
}

function reasonWord(state: DisposalState): string {
  if (state === 'dropped') return '不予处置的原因'
  return state === 'returned' ? '退回意见' : '变更原因'
}
