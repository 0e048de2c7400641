import Box from '@mui/material/Box'
import { chineseDay } from '#domain/dates'
import { type DisposalState, disposalFlow, disposalStates } from '#domain/disposals/flow'
import { groupOf } from '#domain/disposals/groups'
import { measuresForDelay } from '#domain/disposals/propose'
import { measures } from '#domain/disposals/rules'
import { lastReason } from '#domain/disposals/step'
import { holderName } from '#domain/workflow'
import { useSession } from '#session'
import { NoteBand } from '#ui/NoteBand.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
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
  const left = leftText(row)
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
      <RoadBar
        road={road}
        state={disposal.state}
        word={disposalStates[disposal.state]}
        look={look}
        holder={holderName(disposalFlow, disposal.state)}
        where={[unit?.name, disposal.dueOn && `整改期限 ${chineseDay(disposal.dueOn)}`]}
      >
        {left !== '' && (
          <Box sx={{ color: row.group === 'overdue' ? colours.alarm : colours.secondary }}>{left}</Box>
        )}
      </RoadBar>
      {reason !== '' && (
        <NoteBand>
          {reasonWord(disposal.state)}：{reason}
        </NoteBand>
      )}
      {row.group === 'overdue' && (
        <NoteBand>
          ■ 已超过整改期限，按规则建议“{graver.map((measure) => measures[measure]).join('、')}
          ”。由监督与绩效管理科点“变更处置”决定。
        </NoteBand>
      )}
    </>
  )
}

function reasonWord(state: DisposalState): string {
  if (state === 'dropped') return '不予处置的原因'
  return state === 'returned' ? '退回意见' : '变更原因'
}
