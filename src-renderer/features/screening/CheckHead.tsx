import { type SpotCheckState, spotCheckFlow, spotCheckStates } from '#domain/spot-checks/flow'
import { holderName, overdueDays } from '#domain/workflow'
import { NoteBand } from '#ui/NoteBand.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
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
export function CheckHead({ draft, where }: { draft: CheckDraft; where: readonly (string | undefined)[] }) {
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
      <RoadBar
        road={road}
        state={check.state}
        word={spotCheckStates[check.state]}
        look={checkStateLooks[check.state]}
        holder={holderName(spotCheckFlow, check.state)}
        overdue={overdueDays(spotCheckFlow, check.state, check.heldSince, new Date().toISOString())}
        where={where}
      />
      {returned && <NoteBand why="退回意见">{returned.opinion}</NoteBand>}
    </>
  )
}
