import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useRef, useState } from 'react'
import { answerComment } from '#actions/answer-comment'
import { commentGoal } from '#actions/comment-goal'
import { removeComment } from '#actions/remove-comment'
import { isEditable } from '#domain/goals/flow'
import type { Goal } from '#domain/goals/goal'
import type { FieldComment } from '#domain/goals/review'
import { duties } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useUnsent } from '#ui/unsent'
import { placesOf } from './review-places.ts'

/** 批注: said at a field, seen by the unit at that field, answered there. */
export function ReviewComments(props: {
  goal: Goal
  comments: readonly FieldComment[]
  place: string
  onPlace: (at: string) => void
  onJump: (at: string) => void
}) {
  const { goal, comments } = props
  const { by } = useSession()
  const places = placesOf(goal)
  const mayAdd = may(by, 'comment-goal') && goal.status !== 'approved' && goal.status !== 'draft'
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {comments.length === 0 && !mayAdd && <Box sx={{ color: colours.secondary }}>没有批注。</Box>}
      {comments.map((comment) => (
        <Comment
          key={comment.id}
          goal={goal}
          comment={comment}
          label={places.find((place) => place.at === comment.at)?.label ?? '整体'}
          onJump={props.onJump}
        />
      ))}
      {mayAdd && <NewComment {...props} places={places} />}
    </Box>
  )
}

function NewComment(props: {
  goal: Goal
  place: string
  places: readonly { at: string; label: string }[]
  onPlace: (at: string) => void
}) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useUnsent(text.trim() === '' ? '' : '批注写了还没有添加。请点“添加批注”，或清空。', () =>
    field.current?.focus(),
  )

  function add() {
    if (text.trim() === '') return
    attempt(async () => {
      await commentGoal(props.goal.id, props.place, text, by)
      setText('')
      // The button is shut now: the next comment may follow at once.
      field.current?.focus()
      say('已批注，退回后单位会在该栏看到。')
    })
  }

  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <ChoiceField
        label="批注于"
        value={props.place}
        choices={Object.fromEntries(props.places.map(({ at, label }) => [at, label]))}
        onCommit={(at) => at !== '' && props.onPlace(at)}
      />
      <TextField
        multiline
        minRows={2}
        fullWidth
        inputRef={field}
        label="批注"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && event.ctrlKey) add()
          // Back to the keys of the lane.
          if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
        }}
        slotProps={{ htmlInput: { 'data-comment': '' } }}
        sx={{ mt: 1, '& .MuiOutlinedInput-root': { p: '6px 10px' } }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1, fontSize: 12, color: colours.secondary }}>Ctrl+Enter 添加，Esc 离开</Box>
        <Button size="small" variant="outlined" disabled={text.trim() === ''} onClick={add}>
          添加批注
        </Button>
      </Box>
    </Box>
  )
}

function Comment(props: { goal: Goal; comment: FieldComment; label: string; onJump: (at: string) => void }) {
  const { goal, comment } = props
  const { by } = useSession()
  const { attempt } = useToast()
  const [answer, setAnswer] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const open = comment.answeredAt === ''
  useUnsent(open && answer.trim() !== '' ? '批注的答复写了还没有交。请点“答复”，或清空。' : '', () =>
    field.current?.focus(),
  )

  function reply() {
    attempt(() => answerComment(goal.id, comment.id, answer, by))
  }

  return (
    <Box sx={{ borderLeft: 3, borderColor: open ? colours.attention : colours.line, pl: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline', fontSize: 12, color: colours.secondary }}>
        <Button
          size="small"
          sx={{ minHeight: 0, p: 0, fontSize: 12 }}
          onClick={() => props.onJump(comment.at)}
        >
          {props.label}
        </Button>
        <span>
          {comment.by}（{duties[comment.duty].name}）
        </span>
      </Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>{comment.text}</Box>
      {!open && (
        <Box sx={{ fontSize: 12, color: colours.ok }}>
          ● 已答复（{comment.answeredBy}）：{comment.answer || '已按意见修改'}
        </Box>
      )}
      {open && isEditable(goal.status) && may(by, 'resolve-comment') && (
        <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
          <TextField
            size="small"
            fullWidth
            inputRef={field}
            label="答复"
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && answer.trim() !== '') reply()
            }}
          />
          <Button size="small" variant="outlined" onClick={reply}>
            {answer.trim() === '' ? '已修改' : '答复'}
          </Button>
        </Box>
      )}
      {open && comment.by === by.name && !isEditable(goal.status) && may(by, 'comment-goal') && (
        <Button size="small" onClick={() => attempt(() => removeComment(goal.id, comment.id, by))}>
          撤回
        </Button>
      )}
    </Box>
  )
}
