import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { discardAdjustment } from '#actions/discard-adjustment'
import { takeAdjustmentStep } from '#actions/take-adjustment-step'
import { type AdjustmentState, adjustmentStates, amountChange } from '#domain/adjustments/adjustment'
import { adjustmentFlow, isAdjustmentEditable } from '#domain/adjustments/flow'
import type { GoalContent } from '#domain/goals/goal'
import { may, type Permission } from '#domain/people/permissions'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { ActionBar } from '#ui/ActionBar.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { changeText } from './AdjustmentMark.tsx'
import type { AdjustmentRecord } from './AdjustmentPage.tsx'
import type { Saver } from './goal-saver.ts'

type Step = WorkflowStep<AdjustmentState>

const texts: Partial<Record<Permission, string>> = {
  'pass-adjustment': '初审通过后交监督与绩效管理科审核。',
  'confirm-adjustment': '审核通过后交预算科，与预算调整一并批准。',
  'approve-adjustment': '批准后目标即按调整后的内容执行，仍然锁定；调整前的版本保留。',
  'reject-adjustment': '不同意后目标保持原样。',
}

/** The bar at the foot: what the active duty can do, with the one next step at the right. */
export function AdjustmentActions(props: {
  found: AdjustmentRecord
  after: GoalContent
  saver: Saver
  onMoved: () => void
}) {
  const { adjustment } = props.found
  const { by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Step | 'discard' | null>(null)
  const steps = stepsFrom(adjustmentFlow, adjustment.state, by.duty)
  const forward = steps.find((step) => !step.back)

  function take(step: Step, opinion: string, target: string) {
    setAsked(null)
    attempt(async () => {
      if (!(await props.saver.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      const states = Object.keys(adjustmentStates) as AdjustmentState[] // the keys of the table of states
      const to = step.back && step.to.length > 1 ? states.find((state) => state === target) : undefined
      const wanted = { id: step.id, opinion, ...(to ? { to } : {}) }
      await takeAdjustmentStep(adjustment.id, props.saver.revision(), wanted, by)
      say(`${step.verb}：${adjustment.name}`)
      props.onMoved()
    })
  }

  function discard() {
    setAsked(null)
    attempt(async () => {
      await props.saver.flush()
      await discardAdjustment(adjustment.id, props.saver.revision(), by)
      await navigate('/goals/adjustments')
      say('已删除这份调整申请，目标没有改动。')
    })
  }

  return (
    <ActionBar>
      <Button color="inherit" onClick={() => void navigate('/goals/adjustments')}>
        返回台账
      </Button>
      {isAdjustmentEditable(adjustment.state) && may(by, 'discard-adjustment') && (
        <Button color="inherit" onClick={() => setAsked('discard')}>
          删除
        </Button>
      )}
      <Box sx={{ flex: 1, textAlign: 'right', fontSize: 13 }}>
        资金增减 {changeText(amountChange({ before: adjustment.before, after: props.after }))} 万元
      </Box>
      {steps
        .filter((step) => step !== forward)
        .map((step) => (
          <Button key={step.id} variant="outlined" onClick={() => setAsked(step)}>
            {step.verb}
          </Button>
        ))}
      {forward && (
        <Button variant="contained" onClick={() => setAsked(forward)}>
          {forward.verb}
        </Button>
      )}
      <ConfirmDialog
        open={asked === 'discard'}
        dangerous
        title="删除这份调整申请"
        action="删除这份申请"
        onCancel={() => setAsked(null)}
        onConfirm={discard}
      >
        目标保持原样，申请中填写的内容不再保留。
      </ConfirmDialog>
      {asked !== null && asked !== 'discard' && (
        <OpinionDialog
          title={`${asked.verb}：${adjustment.name}`}
          action={asked.verb}
          required={asked.opinion === 'required'}
          targets={
            asked.back ? asked.to.map((state) => ({ value: state, label: adjustmentStates[state] })) : []
          }
          onCancel={() => setAsked(null)}
          onConfirm={(opinion, target) => take(asked, opinion, target)}
        >
          {texts[asked.id]}
        </OpinionDialog>
      )}
    </ActionBar>
  )
}
