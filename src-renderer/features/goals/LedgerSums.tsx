import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { type ReactNode, useState } from 'react'
import type { GoalStatus } from '#domain/goals/goal'
import { addUpBy, formatWan } from '#domain/money'
import type { GoalRow } from '#storage/goals'
import type { Column } from '#ui/BigTable.tsx'
import { FigureLine, type LineFigure } from '#ui/FigureLine.tsx'
import { useSums } from '#ui/use-sums'
import { usualColumns } from './LedgerColumns.tsx'

const inReview: ReadonlySet<GoalStatus> = new Set(['submitted', 'joint', 'key'])

/** Four figures of what is filtered, and the count that is always in sight. */
export function LedgerSums(props: { rows: readonly GoalRow[]; selectedCount: number; children: ReactNode }) {
  const { rows } = props
  const figures = useSums(rows, figuresOf)
  return (
    <FigureLine figures={figures} count={rows.length} selected={props.selectedCount}>
      {props.children}
    </FigureLine>
  )
}

function figuresOf(rows: readonly GoalRow[]): LineFigure[] {
  const reviewing = rows.filter(({ status }) => inReview.has(status)).length
  const faulty = rows.filter(({ health }) => health.errors > 0).length
  return [
    { name: '目标', value: rows.length.toLocaleString('zh-CN'), unit: '个' },
    { name: '申报', value: formatWan(addUpBy(rows, ({ total }) => total)), unit: '万元' },
    { name: '审核中', value: reviewing.toLocaleString('zh-CN'), unit: '个' },
    { name: '有错误', value: faulty.toLocaleString('zh-CN'), unit: '个' },
  ]
}

/** Which columns are shown; the first always is. */
export function LedgerColumnChoice(props: {
  columns: readonly Column<GoalRow>[]
  visible: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  function toggle(id: string) {
    const next = props.visible.includes(id)
      ? props.visible.filter((other) => other !== id)
      : [...props.visible, id]
    props.onChange(next)
  }
  return (
    <>
      <Button
        size="small"
        color="inherit"
        aria-haspopup="menu"
        endIcon={<ArrowDropDown />}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        列
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {props.columns.slice(1).map((column) => (
          <MenuItem
            key={column.id}
            role="menuitemcheckbox"
            aria-checked={props.visible.includes(column.id)}
            onClick={() => toggle(column.id)}
          >
            <Checkbox
              checked={props.visible.includes(column.id)}
              tabIndex={-1}
              slotProps={{ input: { 'aria-hidden': true, tabIndex: -1 } }}
              sx={{ ml: -2, mr: 1, pointerEvents: 'none' }}
            />
            {column.title}
          </MenuItem>
        ))}
        <MenuItem onClick={() => props.onChange(usualColumns)}>恢复默认列</MenuItem>
      </Menu>
    </>
  )
}
