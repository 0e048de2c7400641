import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { createGoal } from '#actions/create-goal'
import { type BudgetBook, budgetBooks, type ObjectKind, objectKinds } from '#domain/goals/goal'
import { ownUnitOf } from '#domain/own-unit'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { ownStation } from '#storage/exchange'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'

/** 新建: for which unit, what kind of object, from which budget; all can still be changed in the form. */
export function LedgerNewGoal(props: { units: readonly Unit[]; suggestedUnit: string; onClose: () => void }) {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const station = useLiveQuery(ownStation)
  const own = station === undefined ? null : ownUnitOf(props.units, by, book.identity, station)
  const [chosen, setUnitId] = useState(props.suggestedUnit)
  const unitId = chosen || (own?.id ?? '')
  const [kind, setKind] = useState<ObjectKind>('project')
  const [budget, setBudget] = useState<BudgetBook>('general')

  function create() {
    attempt(async () => {
      const id = await createGoal(book.id, unitId, kind, budget, by)
      await navigate(`/goals/${id}`)
    })
  }

  return (
    <ConfirmDialog
      open
      title="新建目标"
      action="新建"
      disabled={unitId === ''}
      onCancel={props.onClose}
      onConfirm={create}
    >
      <Box sx={{ display: 'grid', gap: 4, pt: 2 }}>
        {props.units.length === 0 ? (
          <Box>
            还没有单位。请先在<Link to="/settings/units">设置 › 单位</Link>中录入，或随表格一起导入。
          </Box>
        ) : (
          <UnitPicker units={props.units} value={unitId} onChange={setUnitId} fullWidth />
        )}
        <TextField
          select
          label="管理对象"
          value={kind}
          onChange={(event) => setKind(keyOf(objectKinds, event.target.value, kind))}
        >
          {Object.entries(objectKinds).map(([value, label]) => (
            <MenuItem key={value} value={value}>
              {label}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label="预算类型"
          value={budget}
          onChange={(event) => setBudget(keyOf(budgetBooks, event.target.value, budget))}
        >
          {Object.entries(budgetBooks).map(([value, label]) => (
            <MenuItem key={value} value={value}>
              {label}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </ConfirmDialog>
  )
}

function keyOf<Key extends string>(table: Record<Key, string>, text: string, otherwise: Key): Key {
  return text in table ? (text as Key) : otherwise // `in` has just proved it
}
