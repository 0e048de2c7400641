import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { deleteGoals } from '#actions/delete-goals'
import { restoreGoals } from '#actions/restore-goals'
import { takeGoalStep } from '#actions/take-goal-step'
import { healthOf, mayBeSubmitted } from '#domain/goals/check'
import { goalFlow } from '#domain/goals/flow'
import type { GateStop } from '#domain/goals/gate'
import type { GoalContent, GoalStatus } from '#domain/goals/goal'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { ActionBar } from '#ui/ActionBar.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { LackingDialog } from '#ui/LackingDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { ProblemList } from '#ui/ProblemList.tsx'
import { HealthMark } from '#ui/SeverityMark.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useRefuseUnread } from '#ui/unread'
import { useWhenKept } from '#ui/use-when-kept'
import { AdjustmentOpen } from './AdjustmentOpen.tsx'
import { GateList } from './GateList.tsx'
import { placeOf } from './GoalPanel.tsx'
import type { GoalRecord } from './goal-record.ts'
import type { Saver } from './goal-saver.ts'
import { reviewPhrases, statusOf, stepTexts, targetsOf } from './goal-step-texts.ts'
import { exportGoalForm } from './ledger-export.ts'

type Asking = 'blocked' | 'gate' | 'delete' | WorkflowStep<GoalStatus> | null

/** The bar at the foot: what can be done now, with the one next step at the right. */
export function GoalActions(props: {
  record: GoalRecord
  content: GoalContent
  problems: readonly Problem[]
  /** Those of them that only say what is not filled in yet. */
  unfilled: readonly Problem[]
  /** Somebody wanted to hand in what is not ready. */
  onBlocked: () => void
  saver: Saver
  onJump: (problem: Problem) => void
  onMoved: () => void
  onDeleted: () => void
}) {
  const { record, content, problems, saver } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const refuseUnread = useRefuseUnread()
  const whenKept = useWhenKept(saver)
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Asking>(null)
  const { goal } = record
  const name = content.name.trim() || '未命名目标'

  /** Every step waits for what is still being written. */
  function take(step: WorkflowStep<GoalStatus>, opinion: string, target: string) {
    setAsking(null)
    whenKept(async () => {
      const to = step.to.length > 1 ? statusOf(target) : undefined
      await takeGoalStep(goal.id, saver.revision(), { id: step.id, opinion, ...(to ? { to } : {}) }, by)
      say(`${step.verb}：${name}`)
      props.onMoved()
    })
  }

  function ask(step: WorkflowStep<GoalStatus>) {
    if (refuseUnread()) return
    if (step.id === 'submit-goal' && !mayBeSubmitted(problems)) {
      setAsking('blocked')
      props.onBlocked()
      return
    }
    const opens = step.to.includes('reviewed') || step.to.includes('approved')
    if (opens && !step.back && record.stops.length > 0) setAsking('gate')
    else setAsking(step)
  }

  function exportForm() {
    attempt(async () => {
      await saver.flush()
      const sentence = await exportGoalForm(name, content, record)
      if (sentence) say(sentence)
    })
  }

  function remove() {
    setAsking(null)
    attempt(async () => {
      await saver.flush()
      const token = await deleteGoals([goal.id], by)
      props.onDeleted()
      say({ text: `已删除：${name}`, undo: () => restoreGoals(token, by) })
    })
  }

  const steps = stepsFrom(goalFlow, goal.status, by)
  const forward = steps.find((step) => !step.back)
  return (
    <ActionBar>
      <Button color="inherit" onClick={() => void navigate('/goals')}>
        返回台账
      </Button>
      {goal.status === 'draft' && may(by, 'delete-goals') && (
        <Button color="inherit" onClick={() => setAsking('delete')}>
          删除
        </Button>
      )}
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right' }}>
        <HealthNow problems={problems} unfilled={props.unfilled} />
      </Box>
      <Button
        variant="outlined"
        onClick={() =>
          attempt(async () => void ((await saver.flush()) && navigate(`/goals/${goal.id}/paper`)))
        }
      >
        打印
      </Button>
      <Button variant="outlined" onClick={exportForm}>
        导出表格
      </Button>
      <AdjustmentOpen goal={goal} />
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
      <GateDialog isOpen={asking === 'gate'} stops={record.stops} onClose={() => setAsking(null)} />
      <BlockedDialog
        isOpen={asking === 'blocked'}
        problems={problems}
        content={content}
        onClose={() => setAsking(null)}
        onJump={props.onJump}
      />
      {asking !== null && typeof asking === 'object' && (
        <OpinionDialog
          title={`${asking.verb}：${name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={asking.back ? reviewPhrases : []}
          targets={asking.back ? targetsOf(asking) : []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion, target) => take(asking, opinion, asking.back ? target : '')}
        >
          {stepTexts[asking.id]}
        </OpinionDialog>
      )}
      <ConfirmDialog
        open={asking === 'delete'}
        title={`删除：${name}`}
        action="删除这个目标"
        dangerous
        onCancel={() => setAsking(null)}
        onConfirm={remove}
      >
        将删除这个草稿，删除后可在提示中撤销。
      </ConfirmDialog>
    </ActionBar>
  )
}

function HealthNow({ problems, unfilled }: { problems: readonly Problem[]; unfilled: readonly Problem[] }) {
  const loud = problems.filter((problem) => !unfilled.includes(problem))
  return (
    <>
      {unfilled.length > 0 && `○ 未填 ${unfilled.length} 项　`}
      {(loud.length > 0 || unfilled.length === 0) && (
        <>
          体检 <HealthMark health={healthOf(loud)} />
        </>
      )}
    </>
  )
}

/** The rules that keep it from the budget. */
function GateDialog({
  isOpen,
  stops,
  onClose,
}: {
  isOpen: boolean
  stops: readonly GateStop[]
  onClose: () => void
}) {
  return (
    <ConfirmDialog
      open={isOpen}
      title="还不能进入预算"
      action="知道了"
      onCancel={onClose}
      onConfirm={onClose}
    >
      <Box sx={{ mb: 2 }}>下面的规则不允许安排预算，处理后才能继续。</Box>
      <GateList stops={stops} />
    </ConfirmDialog>
  )
}

/** The errors that keep it from being submitted; each leads to its place. */
function BlockedDialog(props: {
  isOpen: boolean
  problems: readonly Problem[]
  content: GoalContent
  onClose: () => void
  onJump: (problem: Problem) => void
}) {
  return (
    <LackingDialog
      problems={props.isOpen ? props.problems.filter(({ severity }) => severity === 'error') : []}
      title={() => '还不能送审'}
      action="去改第一处"
      note="下面的错误改正后才能送审，草稿已保存。"
      list={(errors, choose) => (
        <Box sx={{ maxHeight: 320, overflow: 'auto' }}>
          <ProblemList
            problems={errors}
            placeOf={(problem) => placeOf(problem, props.content)}
            onJump={choose}
          />
        </Box>
      )}
      onClose={props.onClose}
      onJump={props.onJump}
    />
  )
}
