import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { type ReactNode, useMemo, useState } from 'react'
import { addUp, formatWan } from '#domain/money'
import type { GoalRow } from '#storage/goals'
import type { Column } from '#ui/BigTable.tsx'
import { usualColumns } from './LedgerColumns.tsx'

/** Four figures of what is filtered, and the count that is always in sight. */
export function LedgerSums(props: { rows: readonly GoalRow[]; selectedCount: number; children: ReactNode }) {
  const { rows } = props
  const figures = useMemo(() => {
    const waiting = rows.filter((row) => row.status === 'submitted').length
    const faulty = rows.filter((row) => row.health.errors > 0).length
    return [
      { name: '目标', value: rows.length.toLocaleString('zh-CN'), unit: '个' },
      { name: '申报', value: formatWan(addUp(rows.map((row) => row.total))), unit: '万元' },
      { name: '待批复', value: waiting.toLocaleString('zh-CN'), unit: '个' },
      { name: '有错误', value: faulty.toLocaleString('zh-CN'), unit: '个' },
    ]
  }, [rows])
  return (
    <Box
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 6,
        px: 4,
        py: 1,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {figures.map((figure) => (
        <Box key={figure.name} sx={{ whiteSpace: 'nowrap' }}>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {figure.name}
          </Box>{' '}
          <Box component="span" sx={{ fontWeight: 600, fontSize: 16 }}>
            {figure.value}
          </Box>{' '}
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {figure.unit}
          </Box>
        </Box>
      ))}
      <Box sx={{ flex: 1 }} />
      <Box role="status" sx={{ color: 'text.secondary', fontSize: 13, whiteSpace: 'nowrap' }}>
        共 {rows.length.toLocaleString('zh-CN')} 项，已选 {props.selectedCount.toLocaleString('zh-CN')} 项
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>{props.children}</Box>
    </Box>
  )
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
