import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import { deleteGoals } from '#actions/delete-goals'
import { restoreGoals } from '#actions/restore-goals'
import { type StepsTaken, takeGoalSteps } from '#actions/take-goal-steps'
import type { ErrorCode } from '#domain/errors'
import { goalFlow } from '#domain/goals/flow'
import type { GoalStatus } from '#domain/goals/goal'
import { may, type Permission } from '#domain/people/permissions'
import { stepOf, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import type { GoalRow } from '#storage/goals'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { errorText } from '#ui/error-text'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useWork } from '#ui/use-work'
import { reviewPhrases, statusOf, stepTexts, targetsOf } from './goal-step-texts.ts'

type Step = WorkflowStep<GoalStatus>

/** What can be done to all chosen goals at once; each button says how many it would touch. */
export function LedgerBulk({ rows, onClear }: { rows: readonly GoalRow[]; onClear: () => void }) {
  const { by } = useSession()
  const { say } = useToast()
  const { isWorking, work } = useWork()
  const [asked, setAsked] = useState<Step | 'delete' | null>(null)
  const [only] = rows.length === 1 ? rows : []
  const deletable = may(by, 'delete-goals') ? rows.filter((row) => row.status === 'draft') : []
  const offered = goalFlow.steps.filter((step) => may(by, step.id))

  const possible = (step: Step) => rows.filter((row) => isPossible(step, row))

  /** While something is done the buttons keep the focus and ask for nothing more. */
  function ask(what: Step | 'delete') {
    if (!isWorking) setAsked(what)
  }

  function take(step: Step, opinion: string, target: string) {
    setAsked(null)
    work(async () => {
      const ids = rows.filter((row) => step.from.includes(row.status)).map((row) => row.id)
      const to = step.back && step.to.length > 1 ? statusOf(target) : undefined
      const taken = await takeGoalSteps(ids, { id: step.id, opinion, ...(to ? { to } : {}) }, by)
      const back = inverse[step.id]
      const undoing = back && stepOf(goalFlow, back.id) && may(by, back.id) ? back : undefined
      say({
        ...outcome(step, taken),
        ...(undoing && taken.done.length > 0 ? { undo: () => takeGoalSteps(taken.done, undoing, by) } : {}),
      })
    })
  }

  function remove() {
    setAsked(null)
    work(async () => {
      const token = await deleteGoals(
        deletable.map((row) => row.id),
        by,
      )
      onClear()
      say({
        text: `已删除 ${deletable.length} 个目标草稿。`,
        undo: () => restoreGoals(token, by),
      })
    })
  }

  const blocked = rows.filter(
    (row) => (row.status === 'draft' || row.status === 'returned') && row.health.errors > 0,
  )
  return (
    <Box
      role="toolbar"
      aria-label="对所选目标"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 4,
        py: 1,
        bgcolor: colours.selected,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ fontWeight: 600, fontSize: 13, mr: 2 }}>
        {isWorking ? '正在办理…' : `已选 ${rows.length.toLocaleString('zh-CN')} 项`}
      </Box>
      {offered.map((step) => (
        <StepButton key={step.id} step={step} count={possible(step).length} onClick={() => ask(step)} />
      ))}
      <Button
        size="small"
        variant="outlined"
        color="error"
        disabled={deletable.length === 0}
        onClick={() => ask('delete')}
        sx={{ bgcolor: 'background.paper' }}
      >
        删除{deletable.length > 0 && ` ${deletable.length}`}
      </Button>
      {only && (
        <Button size="small" component={Link} to={`/dossier/${only.id}`}>
          一项目一档
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <Button size="small" onClick={onClear}>
        取消选择
      </Button>
      <ConfirmDialog
        open={asked === 'delete'}
        dangerous
        title={`删除 ${deletable.length} 个目标草稿`}
        action={`删除 ${deletable.length} 个目标`}
        onCancel={() => setAsked(null)}
        onConfirm={remove}
      >
        只删除草稿；所选中已送审、已退回、已批复的 {rows.length - deletable.length} 个保留。删除后可以撤销。
      </ConfirmDialog>
      {asked !== null && asked !== 'delete' && (
        <OpinionDialog
          title={`${asked.verb} ${possible(asked).length} 个目标`}
          action={`${asked.verb} ${possible(asked).length} 个目标`}
          required={asked.opinion === 'required'}
          phrases={asked.back ? reviewPhrases : []}
          targets={asked.back ? targetsOf(asked) : []}
          onCancel={() => setAsked(null)}
          onConfirm={(opinion, target) => take(asked, opinion, target)}
        >
          {stepTexts[asked.id]}
          {asked.id === 'submit-goal' && blocked.length > 0 && ` 另有 ${blocked.length} 个有错误，先不送审。`}
        </OpinionDialog>
      )}
    </Box>
  )
}

/** What takes a step back; a returned goal only comes back by being submitted again. */
const inverse: Partial<Record<Permission, { id: Permission; opinion: string }>> = {
  'submit-goal': { id: 'withdraw-goal', opinion: '' },
  'withdraw-goal': { id: 'submit-goal', opinion: '' },
  'approve-goal': { id: 'reopen-goal', opinion: '撤销刚才的批复' },
}

/** Nothing is submitted with errors in it. */
function isPossible(step: Step, { status, health }: GoalRow): boolean {
  return step.from.includes(status) && (step.id !== 'submit-goal' || health.errors === 0)
}

/** A step with how many it would be taken with; 送审 stands there, greyed, where it would be with none. */
function StepButton({ step, count, onClick }: { step: Step; count: number; onClick: () => void }) {
  if (count === 0 && step.id !== 'submit-goal') return null
  return (
    <Button
      size="small"
      variant="outlined"
      disabled={count === 0}
      onClick={onClick}
      sx={{ bgcolor: 'background.paper' }}
    >
      {step.verb}
      {count > 0 && ` ${count}`}
    </Button>
  )
}

/** What to say of the goals that took the step, and of those that did not. */
function outcome({ verb }: Step, { done, refused }: StepsTaken) {
  const said = `已${verb} ${done.length} 个目标`
  if (refused.length === 0) return { text: `${said}。`, severity: 'success' as const }
  const why = `${refused.length} 个未${verb}：${sentenceOf(refused[0]?.reason)}`
  return { text: `${said}；${why}`, severity: 'warning' as const }
}

function sentenceOf(reason: ErrorCode | undefined): string {
  return reason ? errorText[reason] : ''
}
