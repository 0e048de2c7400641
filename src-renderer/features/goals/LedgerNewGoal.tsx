import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { createGoal } from '#actions/create-goal'
import { type BudgetBook, budgetBooks, type ObjectKind, objectKinds } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import type { Identity, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'

/** 新建: for which unit, what kind of object, from which budget; all can still be changed in the form. */
export function LedgerNewGoal(props: { units: readonly Unit[]; suggestedUnit: string; onClose: () => void }) {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const [unitId, setUnitId] = useState(props.suggestedUnit || ownUnit(props.units, by, book.identity))
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

/** The unit that works here itself, on its own machine or by its duty: nobody has to look for that in a list. */
function ownUnit(units: readonly Unit[], by: Actor, { level, office }: Identity): string {
  const own = units.filter(
    ({ code, name }) => (by.duty === 'unit' && code === by.scope) || (level === 'unit' && name === office),
  )
  return own.length === 1 ? (own[0]?.id ?? '') : ''
}
