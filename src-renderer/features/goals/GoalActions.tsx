import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { approveGoal } from '#actions/approve-goal'
import { deleteGoals } from '#actions/delete-goals'
import { restoreGoals } from '#actions/restore-goals'
import { returnGoal } from '#actions/return-goal'
import { submitGoal } from '#actions/submit-goal'
import { withdrawGoal } from '#actions/withdraw-goal'
import { desktop } from '#desktop'
import { healthOf, mayBeSubmitted } from '#domain/goals/check'
import type { Goal, GoalContent } from '#domain/goals/goal'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ProblemList } from '#ui/ProblemList.tsx'
import { HealthMark } from '#ui/SeverityMark.tsx'
import { useToast } from '#ui/Toast.tsx'
import { placeOf } from './GoalPanel.tsx'
import type { GoalRecord } from './goal-record.ts'
import type { Saver } from './goal-saver.ts'
import { formNames } from './ledger-export.ts'

type Asking = 'blocked' | 'return' | 'approve' | 'delete' | null

/** The bar at the foot: what can be done now, with the one next step at the right. */
export function GoalActions(props: {
  record: GoalRecord
  content: GoalContent
  problems: readonly Problem[]
  saver: Saver
  onJump: (problem: Problem) => void
  onMoved: () => void
  onDeleted: () => void
}) {
  const { record, content, problems, saver } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Asking>(null)
  const [opinion, setOpinion] = useState('')
  const { goal } = record
  const name = content.name.trim() || '未命名目标'

  /** Every step waits for what is still being written. */
  function move(work: (revision: number) => Promise<Goal>, done: string) {
    setAsking(null)
    attempt(async () => {
      if (!(await saver.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      await work(saver.revision())
      say(done)
      props.onMoved()
    })
  }

  function submit() {
    if (!mayBeSubmitted(problems)) {
      setAsking('blocked')
      return
    }
    move((revision) => submitGoal(goal.id, revision, by), `已送审：${name}`)
  }

  function exportForm() {
    attempt(async () => {
      await saver.flush()
      const { goalFormWorkbook } = await import('#excel/write-goal-form')
      const units = new Map(record.units.map((unit) => [unit.id, unit]))
      const names = formNames(content.unitId, units, goal.year)
      const layout = content.kind === 'department' ? 'department' : 'sichuan'
      const saved = await desktop.saveFile(`${name}.xlsx`, await goalFormWorkbook(content, names, layout))
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。`)
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

  const open = goal.status === 'draft' || goal.status === 'returned'
  return (
    <Box
      sx={{
        flex: 'none',
        px: 4,
        py: 2,
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Button color="inherit" onClick={() => void navigate('/goals')}>
        返回台账
      </Button>
      {goal.status === 'draft' && (
        <Button color="inherit" onClick={() => setAsking('delete')}>
          删除
        </Button>
      )}
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right' }}>
        体检 <HealthMark health={healthOf(problems)} />
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
      {goal.status === 'submitted' && (
        <>
          <Button
            variant="outlined"
            onClick={() => move((revision) => withdrawGoal(goal.id, revision, by), `已取消送审：${name}`)}
          >
            取消送审
          </Button>
          <Button variant="outlined" onClick={() => setAsking('return')}>
            退回
          </Button>
          <Button variant="contained" onClick={() => setAsking('approve')}>
            批复
          </Button>
        </>
      )}
      {open && (
        <Button variant="contained" onClick={submit}>
          送审
        </Button>
      )}
      <ConfirmDialog
        open={asking === 'blocked'}
        title="还不能送审"
        action="去改第一处"
        onCancel={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null)
          const first = problems.find((problem) => problem.severity === 'error')
          // The dialog gives the focus back when it has closed; the jump comes after it.
          if (first) window.setTimeout(() => props.onJump(first), 200)
        }}
      >
        <Box sx={{ mb: 2 }}>下面的错误改正后才能送审，草稿已保存。</Box>
        <Box sx={{ maxHeight: 320, overflow: 'auto' }}>
          <ProblemList
            problems={problems.filter((problem) => problem.severity === 'error')}
            placeOf={(problem) => placeOf(problem, content)}
            onJump={(problem) => {
              setAsking(null)
              window.setTimeout(() => props.onJump(problem), 200)
            }}
          />
        </Box>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'return'}
        title={`退回：${name}`}
        action="退回"
        disabled={opinion.trim() === ''}
        onCancel={() => setAsking(null)}
        onConfirm={() =>
          move((revision) => returnGoal(goal.id, revision, opinion.trim(), by), `已退回：${name}`)
        }
      >
        <TextField
          label="退回意见（必填，单位会看到）"
          multiline
          minRows={3}
          fullWidth
          autoFocus
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
          sx={{ mt: 2, '& .MuiOutlinedInput-root': { p: '6px 10px' } }}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'approve'}
        title={`批复：${name}`}
        action="批复"
        onCancel={() => setAsking(null)}
        onConfirm={() => move((revision) => approveGoal(goal.id, revision, by), `已批复：${name}`)}
      >
        批复后目标不再修改；确需调整时可在台账中撤销批复。
      </ConfirmDialog>
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
    </Box>
  )
}
