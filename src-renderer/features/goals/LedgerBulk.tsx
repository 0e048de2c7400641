import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { changeGoalStatuses } from '#actions/change-goal-statuses'
import { deleteGoals } from '#actions/delete-goals'
import { restoreGoals } from '#actions/restore-goals'
import { nextStatus, type StatusAction, statusActions } from '#domain/goals/status'
import { useSession } from '#session'
import type { GoalRow } from '#storage/goals'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

const offered = ['submit', 'withdraw', 'return', 'approve'] as const satisfies readonly StatusAction[]
type Asked = (typeof offered)[number] | 'delete'

/** What can be done to all chosen goals at once; each button says how many it would touch. */
export function LedgerBulk({ rows, onClear }: { rows: readonly GoalRow[]; onClear: () => void }) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [opinion, setOpinion] = useState('')
  const deletable = rows.filter((row) => row.status === 'draft')

  function possible(action: StatusAction): readonly GoalRow[] {
    return rows.filter(
      (row) => nextStatus(row.status, action) !== null && (action !== 'submit' || row.health.errors === 0),
    )
  }

  function change(action: StatusAction) {
    setAsked(null)
    attempt(async () => {
      const ids = rows.filter((row) => nextStatus(row.status, action) !== null).map((row) => row.id)
      const { done, refused } = await changeGoalStatuses(ids, action, opinion.trim(), by)
      const doneCount = done.length
      const back = inverse[action]
      setOpinion('')
      say({
        text:
          refused.length === 0
            ? `已${statusActions[action]} ${doneCount} 个目标。`
            : `已${statusActions[action]} ${doneCount} 个目标；${refused.length} 个有错误或刚被修改，未${statusActions[action]}，请打开查看。`,
        severity: refused.length === 0 ? 'success' : 'warning',
        ...(back && doneCount > 0 ? { undo: () => changeGoalStatuses(done, back, '', by) } : {}),
      })
    })
  }

  function remove() {
    setAsked(null)
    attempt(async () => {
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

  const blocked = rows.filter((row) => nextStatus(row.status, 'submit') !== null && row.health.errors > 0)
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
      <Box sx={{ fontWeight: 600, fontSize: 13, mr: 2 }}>已选 {rows.length.toLocaleString('zh-CN')} 项</Box>
      {offered.map((action) => {
        const count = possible(action).length
        return (
          <Button
            key={action}
            size="small"
            variant="outlined"
            disabled={count === 0}
            onClick={() => setAsked(action)}
            sx={{ bgcolor: 'background.paper' }}
          >
            {statusActions[action]}
            {count > 0 && ` ${count}`}
          </Button>
        )
      })}
      <Button
        size="small"
        variant="outlined"
        color="error"
        disabled={deletable.length === 0}
        onClick={() => setAsked('delete')}
        sx={{ bgcolor: 'background.paper' }}
      >
        删除{deletable.length > 0 && ` ${deletable.length}`}
      </Button>
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
      {offered.map((action) => (
        <ConfirmDialog
          key={action}
          open={asked === action}
          title={`${statusActions[action]} ${possible(action).length} 个目标`}
          action={`${statusActions[action]} ${possible(action).length} 个目标`}
          disabled={action === 'return' && opinion.trim() === ''}
          onCancel={() => setAsked(null)}
          onConfirm={() => change(action)}
        >
          {explanations[action]}
          {action === 'submit' && blocked.length > 0 && ` 另有 ${blocked.length} 个有错误，先不送审。`}
          {action === 'return' && (
            <TextField
              autoFocus
              fullWidth
              multiline
              minRows={3}
              label="退回意见"
              value={opinion}
              onChange={(event) => setOpinion(event.target.value)}
              sx={{ mt: 4 }}
            />
          )}
        </ConfirmDialog>
      ))}
    </Box>
  )
}

/** What takes an action back; a returned goal only comes back by being submitted again. */
const inverse: Partial<Record<StatusAction, StatusAction>> = {
  submit: 'withdraw',
  withdraw: 'submit',
  approve: 'reopen',
}

const explanations: Record<(typeof offered)[number], string> = {
  submit: '送审后内容不能再改，需要时可以取消送审。',
  withdraw: '取消送审后回到草稿，可以继续修改。',
  return: '退回后单位可以按意见修改并重新送审。',
  approve: '批复后目标即为执行、监控和评价的依据，不能再随意改动。',
}
