import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { withdrawEvaluationReply } from '#actions/withdraw-evaluation-reply'
import { replyDecisions } from '#domain/evaluation/findings'
import type { EvaluationTask, TaskReply } from '#domain/evaluation/task'
import { agreement } from '#domain/exchange/evaluated'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

type Props = {
  task: EvaluationTask
  reply: TaskReply
  /** Counted from 1. */
  number: number
  topic: string
  mayAnswer: boolean
  mayTakeBack: boolean
  onChange: (patch: Partial<TaskReply>) => void
}

/** One opinion of the unit, and what was made of it; one that nobody has read yet can be taken back. */
export function ReplyCard({ task, reply, number, topic, mayAnswer, mayTakeBack, onChange }: Props) {
  return (
    <Box
      component="section"
      aria-label={`意见 ${number}`}
      sx={{
        bgcolor: colours.surface,
        border: `1px solid ${colours.line}`,
        borderRadius: '4px',
        p: 3,
        fontSize: 13,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 30, color: colours.secondary }}>
        <Box sx={{ flex: 1 }}>
          {number}　{topic}
        </Box>
        {mayTakeBack && <TakeBack task={task} reply={reply} />}
      </Box>
      <Box sx={{ fontSize: 14, overflowWrap: 'anywhere', mb: 2 }}>{reply.text}</Box>
      {reply.text !== agreement && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '160px 1fr', gap: 2 }}>
          <ChoiceField
            label="采纳情况"
            value={reply.decision}
            choices={replyDecisions}
            blank="未处理"
            readOnly={!mayAnswer}
            onCommit={(decision) => onChange({ decision })}
          />
          <TextField
            label="处理说明"
            value={reply.answer}
            readOnly={!mayAnswer}
            onCommit={(answer) => onChange({ answer })}
          />
        </Box>
      )}
    </Box>
  )
}

function TakeBack({ task, reply }: Pick<Props, 'task' | 'reply'>) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  function takeBack() {
    attempt(async () => {
      const latest = await evaluationTaskById(task.id)
      await withdrawEvaluationReply(task.id, latest?.revision ?? 0, reply.id, by)
      say('已撤回这条意见，可以重新提出。')
    })
  }
  return (
    <>
      {book.identity.level === 'unit' && <Box sx={{ mr: 2 }}>○ 未上报</Box>}
      <Button size="small" onClick={takeBack}>
        撤回意见
      </Button>
    </>
  )
}
