import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { openAssessments } from '#actions/open-assessments'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { goalLines } from '#storage/goal-lines'
import type { GoalRow } from '#storage/goals'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import type { AssessmentRow } from './assessment-rows.ts'

const mostShown = 50
const found = createFilterOptions<GoalRow>({
  limit: mostShown,
  stringify: (row) => `${row.name} ${row.code} ${row.initials}`,
})

/** 另行列入: a project or policy that no rule demands, or a settled one again, with the bureau's reason. */
export function AssessmentAdd(props: {
  rows: readonly AssessmentRow[]
  units: readonly Unit[]
  onClose: () => void
}) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const goals = useLiveQuery(() => goalLines(book.id), [book.id])
  const [chosen, setChosen] = useState<GoalRow | null>(null)
  const [reason, setReason] = useState('')
  const units = useMemo(() => new Map(props.units.map((unit) => [unit.id, unit.name])), [props.units])
  const options = useMemo(() => {
    const running = new Set(props.rows.filter(({ group }) => group === 'running').map(({ goalId }) => goalId))
    const kinds: readonly string[] = ['project', 'policy']
    return (goals ?? []).filter((row) => kinds.includes(row.kind) && !running.has(row.id))
  }, [goals, props.rows])

  function confirm() {
    if (!chosen) return
    attempt(async () => {
      const [made] = await openAssessments(book, [chosen.id], reason, by)
      props.onClose()
      if (!made) {
        say({ text: '这个项目正在评估，没有重复列入。', severity: 'info' })
        return
      }
      say(`已列入事前评估：${made.name}`)
      void navigate(`/assessments/${made.id}`)
    })
  }

  return (
    <ConfirmDialog
      open
      title="另行列入事前评估"
      action="列入"
      disabled={!chosen || reason.trim() === ''}
      onCancel={props.onClose}
      onConfirm={confirm}
    >
      <Box sx={{ mb: 3, fontSize: 13, color: 'text.secondary' }}>
        没有达到标准、但财政局认为需要评估的，或年中追加、需要再次评估的，写明原因后列入。
      </Box>
      <Autocomplete
        options={options}
        value={chosen}
        filterOptions={found}
        getOptionKey={(row) => row.id}
        getOptionLabel={(row) => row.name || '未填名称'}
        onChange={(_event, row) => setChosen(row)}
        renderOption={(attributes, row) => (
          <li {...attributes} key={row.id}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              {row.name}
              <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
                {units.get(row.unitId)} · {row.total === null ? '未填金额' : `${formatWan(row.total)} 万元`}
              </Box>
            </Box>
          </li>
        )}
        renderInput={(params) => (
          <TextField {...params} autoFocus label="项目或政策" placeholder="名称、代码、拼音首字母" />
        )}
      />
      <TextField
        fullWidth
        multiline
        minRows={2}
        label="列入原因（必填）"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        sx={{ mt: 3, '& .MuiOutlinedInput-root': { p: '6px 10px' } }}
      />
    </ConfirmDialog>
  )
}
