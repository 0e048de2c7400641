import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { replyEvaluation } from '#actions/reply-evaluation'
import { openReplies } from '#domain/evaluation/findings'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import type { EvaluationTask, TaskReply } from '#domain/evaluation/task'
import { agreement, mayTakeBack } from '#domain/exchange/evaluated'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { reportedUntil } from '#storage/unsent'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { ReplyCard } from './ReplyCard.tsx'
import type { ResultPartProps } from './result-part.ts'

/** What a reply may be about, by id: the whole, an indicator, or a problem of the list. */
function topicsOf({ system, problems }: EvaluationTask): Record<string, string> {
  return {
    ...Object.fromEntries(indicatorsOf(system).map(({ id, name }) => [id, `指标：${name}`])),
    ...Object.fromEntries(problems.map(({ id }, index) => [id, `问题 ${index + 1}`])),
  }
}

/** 征求意见: what the evaluated unit says of each point, and what was made of it. */
export function ResultReplies(props: ResultPartProps) {
  const { task, saver, isOpen } = props
  const { by } = useSession()
  const topics = topicsOf(task)
  const mayReply = task.state === 'asked' && may(by, 'reply-evaluation')
  const mayAnswer = isOpen('replies')
  const sentUntil = useLiveQuery(() => reportedUntil(task.bookId), [task.bookId])
  const mayWithdraw = sentUntil !== undefined && may(by, 'withdraw-evaluation-reply')
  const waiting = openReplies(task.replies).length

  function put(id: string, patch: Partial<TaskReply>) {
    saver.change((before) => ({
      replies: before.replies.map((one) => (one.id === id ? { ...one, ...patch } : one)),
    }))
  }
  function register(about: string, text: string) {
    const reply: TaskReply = { id: crypto.randomUUID(), about, text, decision: '', answer: '' }
    saver.change((before) => ({ replies: [...before.replies, reply] }))
  }

  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label="征求意见"
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 2, alignContent: 'start' }}
    >
      {waiting > 0 && mayAnswer && (
        <Box role="note" sx={{ fontSize: 13, color: colours.attention }}>
          ▲ 还有 {waiting} 条意见没有处理完；不采纳、部分采纳的要写明理由，处理完才能确定结论。
        </Box>
      )}
      {task.replies.length === 0 && <EmptyState text={emptyText(task)} />}
      {task.replies.map((reply, index) => (
        <ReplyCard
          key={reply.id}
          task={task}
          reply={reply}
          number={index + 1}
          topic={topics[reply.about] ?? '总体'}
          mayAnswer={mayAnswer}
          mayTakeBack={mayWithdraw && mayTakeBack(task, reply, sentUntil)}
          onChange={(patch) => put(reply.id, patch)}
        />
      ))}
      {mayReply && <Reply key={task.replies.length} task={task} topics={topics} />}
      {mayAnswer && !mayReply && (
        <NewReply
          key={task.replies.length}
          title="登记单位的书面意见"
          action="登记意见"
          topics={topics}
          onSay={register}
        />
      )}
    </Box>
  )
}

function emptyText({ state, replies }: EvaluationTask): string {
  if (state === 'asked')
    return '还没有收到意见。单位在系统中提出，或由经办人登记书面意见；没有意见可以直接确定结论。'
  if (state === 'concluded' && replies.length === 0) return '征求意见时单位没有提出不同意见。'
  return '汇总完成后点“征求意见”，被评价单位即可看到得分和问题，并逐条提出意见。'
}

function Reply({ task, topics }: { task: EvaluationTask; topics: Record<string, string> }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  return (
    <>
      {task.replies.length === 0 && <Agree task={task} />}
      <NewReply
        title="提出意见"
        action="提交意见"
        topics={topics}
        onSay={(about, text) =>
          attempt(async () => {
            const latest = await evaluationTaskById(task.id)
            await replyEvaluation(task.id, latest?.revision ?? 0, { about, text }, by)
            say(
              book.identity.level === 'unit'
                ? '意见已提交。请生成上报包交财政局，处理情况随批复包带回。'
                : '意见已提交，评价方处理后在这里答复。',
            )
          })
        }
      />
    </>
  )
}

/** A unit that has nothing to say says so: then nobody waits for it. */
function Agree({ task }: { task: EvaluationTask }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  return (
    <Box>
      <Button
        variant="outlined"
        onClick={() =>
          attempt(async () => {
            const latest = await evaluationTaskById(task.id)
            const reply = { about: '', text: agreement, agrees: true }
            await replyEvaluation(task.id, latest?.revision ?? 0, reply, by)
            const hint = book.identity.level === 'unit' ? '请生成上报包交财政局。' : ''
            say(`已回复：没有意见。${hint}`)
          })
        }
      >
        没有意见
      </Button>
    </Box>
  )
}

function NewReply(props: {
  title: string
  action: string
  topics: Record<string, string>
  onSay: (about: string, text: string) => void
}) {
  const [about, setAbout] = useState('')
  const [text, setText] = useState('')
  return (
    <Box
      component="section"
      aria-label={props.title}
      sx={{
        bgcolor: colours.surface,
        border: `1px solid ${colours.line}`,
        borderRadius: '4px',
        p: 3,
        display: 'grid',
        gap: 2,
      }}
    >
      <Box sx={{ fontWeight: 600, fontSize: 14 }}>{props.title}</Box>
      <Box sx={{ width: 320 }}>
        <ChoiceField label="针对" value={about} choices={props.topics} blank="总体" onCommit={setAbout} />
      </Box>
      <TextField label="意见和理由" lines={3} value={text} onCommit={setText} />
      <Box>
        <Button
          variant="outlined"
          disabled={text.trim() === ''}
          onClick={() => props.onSay(about, text.trim())}
        >
          {props.action}
        </Button>
      </Box>
    </Box>
  )
}
