import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { discardAdjustment } from '#actions/discard-adjustment'
import { restoreAdjustment } from '#actions/restore-adjustment'
import { takeAdjustmentStep } from '#actions/take-adjustment-step'
import { type Adjustment, type AdjustmentState, adjustmentStates } from '#domain/adjustments/adjustment'
import { adjustmentFlow, isAdjustmentEditable } from '#domain/adjustments/flow'
import type { MajorFinding } from '#domain/adjustments/major'
import { mayBeSubmitted } from '#domain/goals/check'
import { may, type Permission } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { ActionBar } from '#ui/ActionBar.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useRefuseUnread } from '#ui/unread'
import { useWhenKept } from '#ui/use-when-kept'
import type { AdjustmentForm } from './adjustment-draft.ts'
import type { Saver } from './goal-saver.ts'

type Step = WorkflowStep<AdjustmentState>

const stepTexts: Partial<Record<Permission, string>> = {
  'submit-adjustment': '送审后交支出管理科初审，内容不能再改；要改须取消送审或退回。',
  'withdraw-adjustment': '取消送审后回到草稿，可以继续修改。',
  'pass-adjustment': '初审通过后交监督与绩效管理科审核。',
  'return-adjustment': '退回后单位可以按意见修改，再重新送审。',
  'confirm-adjustment': '审核通过后交预算科批准。',
  'return-adjustment-review': '退回后按意见修改，再按程序重新送审。',
  'approve-adjustment':
    '批准后新内容立即成为现行目标，仍然锁定；调整次数和金额计入单位，供下年安排预算参考。',
  'reject-adjustment': '不同意的，目标保持原样，这份申请不再办理。',
}

const phrases = [
  '请写明调整的政策依据。',
  '请写明资金来源，并附预算调整意见。',
  '指标值调低的理由不充分，请补充。',
  '与预算调整方案不一致，请核对。',
]

const targetWords: Partial<Record<AdjustmentState, string>> = {
  returned: '单位修改（已退回）',
  submitted: '待初审（支出管理科）',
}

/** The bar at the foot: what the active duty can do with the application, the one next step at the right. */
export function AdjustmentActions(props: {
  adjustment: Adjustment
  problems: readonly Problem[]
  findings: readonly MajorFinding[]
  lack: string
  saver: Saver<AdjustmentForm>
  onMoved: () => void
  onBlocked: () => void
}) {
  const { adjustment, saver, lack } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const refuseUnread = useRefuseUnread()
  const whenKept = useWhenKept(saver)
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'discard' | 'stopped' | Step | null>(null)
  const { name } = adjustment

  function take(step: Step, opinion: string, target: string) {
    setAsking(null)
    whenKept(async () => {
      const to = step.to.find((state) => state === target)
      const wanted = { id: step.id, opinion, ...(to ? { to } : {}) }
      await takeAdjustmentStep(adjustment.id, saver.revision(), wanted, by)
      say(`${step.verb}：${name}`)
      props.onMoved()
    })
  }

  function ask(step: Step) {
    if (refuseUnread()) return
    const isGated = step.id === 'confirm-adjustment' || step.id === 'approve-adjustment'
    if (step.id === 'submit-adjustment' && !mayBeSubmitted(props.problems)) props.onBlocked()
    else if (isGated && lack !== '') setAsking('stopped')
    else setAsking(step)
  }

  function discard() {
    setAsking(null)
    attempt(async () => {
      await saver.flush()
      const token = await discardAdjustment(adjustment.id, saver.revision(), by)
      void navigate('/goals/adjustments')
      say({ text: `已删除调整申请：${name}`, undo: () => restoreAdjustment(token, by) })
    })
  }

  const steps = stepsFrom(adjustmentFlow, adjustment.state, by)
  const forward = steps.find((step) => !step.back)
  return (
    <ActionBar>
      <Button color="inherit" component={Link} to="/goals/adjustments">
        返回台账
      </Button>
      {isAdjustmentEditable(adjustment.state) && may(by, 'discard-adjustment') && (
        <Button color="inherit" onClick={() => setAsking('discard')}>
          删除申请
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <Button variant="outlined" component={Link} to={`/goals/${adjustment.goalId}`}>
        查看现行目标
      </Button>
      {steps
        .filter((step) => step !== forward)
        .map((step) => (
          <Button key={step.id} variant="outlined" onClick={() => ask(step)}>
            {step.verb}
          </Button>
        ))}
      {forward && (
        <Button variant="contained" onClick={() => ask(forward)}>
          {forward.verb}
        </Button>
      )}
      <Stopped
        open={asking === 'stopped'}
        findings={props.findings}
        lack={lack}
        onClose={() => setAsking(null)}
        onGo={may(by, 'see-assessments') ? () => void navigate('/assessments') : null}
      />
      <ConfirmDialog
        open={asking === 'discard'}
        title={`删除调整申请：${name}`}
        action="删除这份申请"
        dangerous
        onCancel={() => setAsking(null)}
        onConfirm={discard}
      >
        只删除这份申请，目标保持原样。删除后可在提示中撤销。
      </ConfirmDialog>
      {asking !== null && typeof asking === 'object' && (
        <OpinionDialog
          title={`${asking.verb}：${name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={asking.back ? phrases : []}
          targets={asking.to.map((value) => ({
            value,
            label: targetWords[value] ?? adjustmentStates[value],
          }))}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion, target) => take(asking, opinion, target)}
        >
          {stepTexts[asking.id]}
        </OpinionDialog>
      )}
    </ActionBar>
  )
}

/** Why a major change cannot go on yet. */
function Stopped(props: {
  open: boolean
  findings: readonly MajorFinding[]
  lack: string
  onClose: () => void
  onGo: (() => void) | null
}) {
  return (
    <ConfirmDialog
      open={props.open}
      title="须先做事前绩效评估"
      action={props.onGo ? '去事前评估' : '知道了'}
      onCancel={props.onClose}
      onConfirm={() => {
        props.onClose()
        props.onGo?.()
      }}
    >
      <Box sx={{ mb: 2 }}>{props.lack}发生重大变化的，须经绩效评估后方可调整。</Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {props.findings.map((finding) => (
          <li key={finding.text}>
            <Box component="span" aria-hidden="true" sx={{ color: colours.attention }}>
              ▲
            </Box>{' '}
            {finding.text}
            <Box sx={{ fontSize: 12, color: colours.secondary }}>{finding.clause}</Box>
          </li>
        ))}
      </Box>
    </ConfirmDialog>
  )
}
