import type { Adjustment, AdjustmentState } from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { objectKinds } from '#domain/goals/goal'
import { holderName } from '#domain/workflow'
import { NoteBand } from '#ui/NoteBand.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
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
      <RoadBar
        road={road}
        state={adjustment.state}
        word={adjustmentFlow.states[adjustment.state].name}
        look={adjustmentLook[adjustment.state]}
        holder={holderName(adjustmentFlow, adjustment.state)}
        where={[unit?.name ?? '未定单位', objectKinds[adjustment.before.kind], `${record.goal.year} 年度`]}
      />
      {adjustment.opinion && (
        <NoteBand why={adjustment.state === 'refused' ? '不同意的意见' : '退回意见'}>
          {adjustment.opinion}
        </NoteBand>
      )}
    </>
  )
}
