import Box from '@mui/material/Box'
import { chineseDay } from '#domain/dates'
import { type MonitoringState, monitoringFlow, monitoringStates } from '#domain/monitoring/flow'
import { monthsText, type Round } from '#domain/monitoring/round'
import { returnOpinion } from '#domain/monitoring/step'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadLine, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { colours } from '#ui/theme'
import type { MonitoringDraft } from './part.ts'
import { stateLooks } from './StateMark.tsx'

const road: readonly RoadStop<MonitoringState>[] = [
  { word: '填报', states: ['draft', 'returned', 'exempt'] },
  { word: '审核', states: ['submitted'] },
  { word: '汇总', states: ['passed'] },
  { word: '已汇总', states: ['accepted'] },
]

/** Title, saved state, the road with the present step, and the round it belongs to. */
export function MonitoringHead(props: { draft: MonitoringDraft; round: Round; units: readonly Unit[] }) {
  const { draft, round } = props
  const { form } = draft
  const unit = props.units.find(({ id }) => id === form.unitId)
  const opinion = returnOpinion(form)
  const where = `${unit?.name ?? ''} · ${round.name} · 数据截至 ${monthsText(round.month)} · ${chineseDay(round.dueOn)}前报送`
  return (
    <>
      <PageHead
        trail="绩效监控"
        title={form.name || '未填名称的项目'}
        note={<SaveNote saver={draft} at={form.changedAt} />}
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
          state={form.state}
          word={monitoringStates[form.state]}
          look={stateLooks[form.state]}
          holder={holderName(monitoringFlow, form.state)}
          overdue={overdueDays(monitoringFlow, form.state, form.heldSince, new Date().toISOString())}
        />
        <Box
          sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
          title={where}
        >
          {where}
        </Box>
      </Box>
      {(opinion !== '' || form.state === 'exempt' || round.state === 'closed') && (
        <Box sx={{ flex: 'none', px: 4, py: 1, fontSize: 13, bgcolor: colours.selected }}>
          {opinion !== '' && `退回意见：${opinion}`}
          {form.state === 'exempt' && `免报原因：${form.exemptReason}`}
          {round.state === 'closed' && ' 本轮监控已结束，只能查看。'}
        </Box>
      )}
    </>
  )
}
