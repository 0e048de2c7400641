import { chineseDay } from '#domain/dates'
import { type MonitoringState, monitoringFlow, monitoringStates } from '#domain/monitoring/flow'
import { monthsText, type Round } from '#domain/monitoring/round'
import { returnOpinion } from '#domain/monitoring/step'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { NoteBand } from '#ui/NoteBand.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
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
  return (
    <>
      <PageHead
        trail="绩效监控"
        title={form.name || '未填名称的项目'}
        note={<SaveNote saver={draft} at={form.changedAt} />}
      />
      <RoadBar
        road={road}
        state={form.state}
        word={monitoringStates[form.state]}
        look={stateLooks[form.state]}
        holder={holderName(monitoringFlow, form.state)}
        overdue={overdueDays(monitoringFlow, form.state, form.heldSince, new Date().toISOString())}
        where={[
          unit?.name,
          round.name,
          `数据截至 ${monthsText(round.month)}`,
          `${chineseDay(round.dueOn)}前报送`,
        ]}
      />
      {(opinion !== '' || form.state === 'exempt' || round.state === 'closed') && (
        <NoteBand>
          {opinion !== '' && `退回意见：${opinion}`}
          {form.state === 'exempt' && `免报原因：${form.exemptReason}`}
          {round.state === 'closed' && ' 本轮监控已结束，只能查看。'}
        </NoteBand>
      )}
    </>
  )
}
