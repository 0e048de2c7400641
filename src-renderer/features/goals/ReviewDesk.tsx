import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useMemo, useState } from 'react'
import { saveReviewSheet } from '#actions/save-review-sheet'
import { goalFlow } from '#domain/goals/flow'
import type { GoalStatus } from '#domain/goals/goal'
import { commentProblems } from '#domain/goals/review'
import { type Grade, grades } from '#domain/grade'
import { may } from '#domain/people/permissions'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { reviewOf } from '#storage/reviews'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useRefuseUnread } from '#ui/unread'
import { checkNow, type GoalRecord } from './goal-record.ts'
import { reviewPhrases, stepTexts, targetsOf } from './goal-step-texts.ts'
import { ReviewForm } from './ReviewForm.tsx'
import { ReviewPanel } from './ReviewPanel.tsx'
import { type LaneKey, useLaneKeys } from './review-keys.ts'

type Step = WorkflowStep<GoalStatus>

/** The thing itself and the judgement beside it; every button has its key. */
export function ReviewDesk(props: {
  record: GoalRecord
  onNext: () => void
  onPrevious: () => void
  onOpen: () => void
  onTake: (step: Step, opinion: string, target: string) => void
}) {
  const { record } = props
  const { goal } = record
  const { by, rules } = useSession()
  const { attempt, say } = useToast()
  const [place, setPlace] = useState('annualGoals')
  const [asked, setAsked] = useState<Step | null>(null)
  const refuseUnread = useRefuseUnread()
  const review = useLiveQuery(() => reviewOf(goal), [goal]) ?? record.review
  const problems = useMemo(
    () => [...commentProblems(review.comments), ...checkNow(goal, record, rules)],
    [goal, record, rules, review.comments],
  )
  const steps = stepsFrom(goalFlow, goal.status, by)
  const forward = steps.find((step) => !step.back)
  const returning = steps.find((step) => step.verb === '退回')
  const rejecting = steps.find((step) => step.verb === '不通过')

  function grade(given: Grade) {
    if (!may(by, 'save-review-sheet')) return
    attempt(async () => {
      await saveReviewSheet(goal.id, review.revision, { ...review.sheet, grade: given }, by)
      say(`综合评定：${grades[given]}`)
    })
  }

  function ask(step: Step) {
    if (!refuseUnread()) setAsked(step)
  }

  function pass() {
    if (forward && !refuseUnread()) props.onTake(forward, '', '')
  }

  function onKey(key: LaneKey) {
    if (key === 'next') props.onNext()
    else if (key === 'previous') props.onPrevious()
    else if (key === 'open') props.onOpen()
    else if (key === 'pass') pass()
    else if (key === 'return' && returning) ask(returning)
    else if (key === 'reject' && rejecting) ask(rejecting)
    else if (key === 'comment') document.querySelector<HTMLElement>('[data-comment]')?.focus()
    else if (key === 'excellent' || key === 'good' || key === 'medium' || key === 'poor') grade(key)
  }
  useLaneKeys(onKey)

  return (
    <>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <Box
          tabIndex={0}
          role="region"
          aria-label={goal.name}
          sx={{ flex: 1, minHeight: 0, overflow: 'auto', bgcolor: colours.surface }}
        >
          <ReviewForm record={record} problems={problems} place={place} onPlace={setPlace} />
        </Box>
        <LaneBar>
          {rejecting && (
            <Button variant="outlined" sx={{ flex: 'none' }} onClick={() => ask(rejecting)}>
              不通过 X
            </Button>
          )}
          {returning && (
            <Button variant="outlined" sx={{ flex: 'none' }} onClick={() => ask(returning)}>
              退回 R
            </Button>
          )}
          {forward && (
            <Button variant="contained" sx={{ flex: 'none' }} onClick={pass}>
              {forward.verb} P
            </Button>
          )}
        </LaneBar>
      </Box>
      <Box
        component="aside"
        aria-label="审核意见"
        tabIndex={0}
        sx={{
          width: 'min(320px, 34vw)',
          flex: 'none',
          overflow: 'auto',
          bgcolor: colours.surface,
          borderLeft: `1px solid ${colours.line}`,
        }}
      >
        <ReviewPanel
          goal={goal}
          review={review}
          stops={record.stops}
          place={place}
          onPlace={setPlace}
          onJump={setPlace}
        />
      </Box>
      {asked && (
        <OpinionDialog
          title={`${asked.verb}：${goal.name}`}
          action={asked.verb}
          required={asked.opinion === 'required'}
          phrases={reviewPhrases}
          targets={targetsOf(asked)}
          onCancel={() => setAsked(null)}
          onConfirm={(opinion, target) => {
            setAsked(null)
            props.onTake(asked, opinion, target)
          }}
        >
          {stepTexts[asked.id]}
        </OpinionDialog>
      )}
    </>
  )
}

/** At the foot of the lane: its keys left, what can be decided right. */
function LaneBar({ children }: { children: ReactNode }) {
  return (
    <Box
      role="toolbar"
      aria-label="审核"
      sx={{
        flex: 'none',
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        px: 4,
        py: 2,
        bgcolor: colours.surface,
        borderTop: `1px solid ${colours.line}`,
        containerType: 'inline-size',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: 2, ...roomForKeys }}>
        <Key name="↑↓" text="上一个、下一个" />
        <Key name="1–4" text="优良中差" />
        <Key name="C" text="批注" />
        <Key name="O" text="打开" />
      </Box>
      {children}
    </Box>
  )
}

/** In a narrow lane, as at 150 %, the buttons need the room; the keys stand in the manual too. */
const roomForKeys = { '@container (max-width: 520px)': { visibility: 'hidden', height: 0 } } as const

function Key({ name, text }: { name: string; text: string }) {
  return (
    <Box sx={{ fontSize: 12, color: colours.secondary, whiteSpace: 'nowrap' }}>
      <Box component="kbd" sx={{ border: `1px solid ${colours.control}`, borderRadius: '3px', px: 1, mr: 1 }}>
        {name}
      </Box>
      {text}
    </Box>
  )
}
