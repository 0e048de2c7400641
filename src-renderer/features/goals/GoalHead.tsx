import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { goalFlow } from '#domain/goals/flow'
import { type GoalContent, type GoalStatus, goalStatuses, objectKinds } from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import { duties } from '#domain/people/duties'
import { holderName } from '#domain/workflow'
import { sentenceFor } from '#ui/error-text'
import { momentText } from '#ui/moment-text'
import { NoteBand } from '#ui/NoteBand.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadBar, type RoadStop } from '#ui/RoadLine.tsx'
import { UnreadNote } from '#ui/SaveNote.tsx'
import { colours } from '#ui/theme'
import { useUnreadCount } from '#ui/unread'
import type { GoalRecord } from './goal-record.ts'
import type { SaveState } from './goal-saver.ts'
import { LastResult } from './LastResult.tsx'
import { placesOf } from './review-places.ts'
import { statusLook } from './StatusMark.tsx'

/** The line shows the road; 重点复审 only where the project goes to the People's Congress. */
const road: readonly RoadStop<GoalStatus>[] = [
  { word: '申报', states: ['draft', 'returned'] },
  { word: '初审', states: ['submitted'] },
  { word: '会审', states: ['joint', 'rejected'] },
  { word: '复审', states: ['key'] },
  { word: '入预算', states: ['reviewed'] },
  { word: '批复', states: ['approved'] },
]

/** 复审 is a stop only for what goes to the congress. */
function roadOf(status: GoalStatus, congress: boolean): RoadStop<GoalStatus>[] {
  return road.filter(({ states }) => congress || status === 'key' || !states.includes('key'))
}

export function GoalHead(props: {
  record: GoalRecord
  content: GoalContent
  state: SaveState
  onRetry: () => void
  review: GoalReview
  onJump: (at: string) => void
}) {
  const { goal, units } = props.record
  const unit = units.find((each) => each.id === props.content.unitId)
  return (
    <>
      <PageHead
        trail="绩效目标"
        title={props.content.name.trim() || `未命名${objectKinds[props.content.kind]}目标`}
        note={<SaveNote state={props.state} onRetry={props.onRetry} />}
      />
      <RoadBar
        road={roadOf(goal.status, props.record.review.congress)}
        state={goal.status}
        word={goalStatuses[goal.status]}
        look={statusLook[goal.status]}
        holder={holderName(goalFlow, goal.status)}
        where={[unit?.name ?? '未定单位', objectKinds[props.content.kind], `${goal.year} 年度`]}
      >
        <Box sx={{ flex: 1 }} />
        <Link to={`/dossier/${goal.id}`}>一项目一档</Link>
      </RoadBar>
      <LastResult goal={goal} />
      {goal.opinion && <Opinion {...props} />}
    </>
  )
}

/** Why it came back or did not pass: what was said, by whom and when, and where the comments stand. */
function Opinion(props: { record: GoalRecord; review: GoalReview; onJump: (at: string) => void }) {
  const { goal } = props.record
  const said = props.review.trail.findLast(({ to }) => to === goal.status)
  const open = props.review.comments.filter(({ answeredAt }) => answeredAt === '')
  return (
    <NoteBand why={goal.status === 'rejected' ? '不通过意见' : '退回意见'}>
      {goal.opinion}
      {said && (
        <Box component="span" sx={{ color: colours.secondary }}>
          （{said.by}，{duties[said.duty].name}，{momentText(said.at)}）
        </Box>
      )}
      {open.length > 0 && (
        <Box component="span" sx={{ ml: 2 }}>
          批注 {open.length} 条，修改后在右侧“审核”中答复：
          {open.map(({ id, at }) => (
            <Button
              key={id}
              size="small"
              onClick={() => props.onJump(at)}
              sx={{ minHeight: 0, minWidth: 0, py: 0, px: 1 }}
            >
              {placesOf(goal).find((place) => place.at === at)?.label ?? '整体'}
            </Button>
          ))}
        </Box>
      )}
    </NoteBand>
  )
}

export function clock(moment: string): string {
  return new Date(moment).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
}

export function SaveNote({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const unread = useUnreadCount()
  if (unread > 0 && state.kind === 'saved') return <UnreadNote count={unread} />
  return (
    <Box component="span" role="status" data-save={state.kind}>
      {state.kind === 'saved' && `已保存 ${clock(state.at)}`}
      {state.kind === 'pending' && '未保存，离开输入处即保存'}
      {state.kind === 'conflict' && (
        <Box component="span" sx={{ color: colours.alarm }}>
          ■ 未保存：别处改过这个目标
        </Box>
      )}
      {state.kind === 'failed' && (
        <Box component="span" sx={{ color: colours.alarm }}>
          ■ 未保存：{sentenceFor(state.error)}
          <Button size="small" onClick={onRetry} sx={{ ml: 2 }}>
            再次保存
          </Button>
        </Box>
      )}
    </Box>
  )
}
