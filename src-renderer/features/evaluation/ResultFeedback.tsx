import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { takeFeedbackStep } from '#actions/take-feedback-step'
import {
  draftedFeedback,
  type Feedback,
  type FeedbackState,
  feedbackFlow,
  feedbackOf,
  feedbackStates,
} from '#domain/evaluation/feedback'
import { permissions } from '#domain/people/permissions'
import { holderName, stepOf, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { EmptyState } from '#ui/EmptyState.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { RoadLine, type RoadStop } from '#ui/RoadLine.tsx'
import { useToast } from '#ui/Toast.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import type { ResultPartProps } from './result-part.ts'

type Step = WorkflowStep<FeedbackState>

const road: readonly RoadStop<FeedbackState>[] = [
  { word: '反馈', states: ['due'] },
  { word: '接收', states: ['sent'] },
  { word: '答复', states: ['received'] },
  { word: '已答复', states: ['answered'] },
]
const looks = {
  due: { shape: '○', colour: colours.secondary },
  sent: { shape: '◆', colour: colours.excess },
  received: { shape: '◆', colour: colours.excess },
  answered: { shape: '●', colour: colours.ok },
} as const

/** The words that such a step usually takes; the links of results are those of 三（二）5. */
const phrases: Readonly<Record<string, readonly string[]>> = {
  'return-evaluation-feedback': ['请补充问题涉及的金额和责任主体。', '请补充评价报告。'],
  'answer-evaluation-feedback': [
    '建议与对下转移支付资金分配挂钩。',
    '建议纳入对区县政府年度目标管理绩效考核。',
    '列出的问题限期整改，整改情况另行反馈。',
  ],
  'recall-evaluation-feedback': ['反馈内容有误，撤回修改。'],
  'reopen-evaluation-feedback': ['建议需要调整，重新答复。'],
}

/** 结果反馈: what 预算科 says with the result of a government's budget, and the 结果运用建议 that comes back. */
export function ResultFeedback({ task, saver }: ResultPartProps) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<Step | null>(null)
  const feedback = feedbackOf(task)
  if (!feedback)
    return (
      <EmptyState text="确定结论后，由预算科把评价结果和意见反馈监督与绩效管理科，监督与绩效管理科接收后提出结果运用建议。" />
    )
  const steps = stepsFrom(feedbackFlow, feedback.state, by)

  function take(step: Step, opinion: string) {
    setAsking(null)
    attempt(async () => {
      await saver.flush()
      const latest = await evaluationTaskById(task.id)
      await takeFeedbackStep(task.id, latest?.revision ?? 0, { id: step.id, opinion }, by)
      say(`${step.verb}：${task.name}`)
    })
  }

  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label="结果反馈"
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', fontSize: 13 }}>
        <RoadLine
          road={road}
          state={feedback.state}
          word={feedbackStates[feedback.state]}
          look={looks[feedback.state]}
          holder={holderName(feedbackFlow, feedback.state)}
        />
        <Box sx={{ flex: 1 }} />
        {steps
          .toSorted((left, right) => Number(right.back ?? false) - Number(left.back ?? false))
          .map((step) => (
            <Button
              key={step.id}
              variant={step.back ? 'outlined' : 'contained'}
              onClick={() => setAsking(step)}
            >
              {step.verb}
            </Button>
          ))}
      </Box>
      <Said title="预算科反馈的结果和意见" text={feedback.opinion} empty="还没有反馈。" />
      <Said title="监督与绩效管理科的结果运用建议" text={feedback.answer} empty="还没有答复。" />
      <Box component="section" aria-label="反馈经过" sx={cardStyle}>
        <Typography variant="h2" sx={{ fontSize: 15, mb: 1 }}>
          经过
        </Typography>
        <TrailList
          trail={task.trail.filter(({ step }) => stepOf(feedbackFlow, step) !== undefined)}
          empty="还没有办理。"
        />
      </Box>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        依据：{permissions['send-evaluation-feedback'].clause}、
        {permissions['answer-evaluation-feedback'].clause}
        〔源〕
      </Box>
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${task.name}`}
          action={asking.verb}
          label={labelOf(asking)}
          draft={draftOf(asking, feedback, draftedFeedback(task))}
          required={asking.opinion === 'required'}
          phrases={phrases[asking.id] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        />
      )}
    </Box>
  )
}

function labelOf({ id }: Step): string {
  if (id === 'send-evaluation-feedback') return '反馈的结果和意见'
  return id === 'answer-evaluation-feedback' ? '结果运用建议' : '意见'
}

/** What was said before is said again, until it is changed. */
function draftOf({ id }: Step, { opinion, answer }: Feedback, drafted: string): string {
  if (id === 'send-evaluation-feedback') return opinion || drafted
  return id === 'answer-evaluation-feedback' ? answer : ''
}

const cardStyle = {
  bgcolor: colours.surface,
  border: `1px solid ${colours.line}`,
  borderRadius: '4px',
  p: 3,
} as const

function Said({ title, text, empty }: { title: string; text: string; empty: string }) {
  return (
    <Box component="section" aria-label={title} sx={cardStyle}>
      <Typography variant="h2" sx={{ fontSize: 15, mb: 1 }}>
        {title}
      </Typography>
      <Box
        sx={{ fontSize: 14, whiteSpace: 'pre-wrap', color: text === '' ? colours.secondary : colours.text }}
      >
        {text || empty}
      </Box>
    </Box>
  )
}
