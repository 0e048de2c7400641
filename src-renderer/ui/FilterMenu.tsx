import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { type ReactNode, useState } from 'react'
import { colours } from './theme.ts'

export type Options = readonly { value: string; label: string }[]

/** One filter: what it is and what it is set to; ✕ takes it away. */
export function FilterMenu(props: {
  label: string
  value: string
  options: Options
  onChange: (value: string) => void
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const chosen = props.options.find((option) => option.value === props.value)
  function choose(value: string) {
    setAnchor(null)
    props.onChange(value)
  }
  return (
    <FilterFrame on={chosen !== undefined} label={props.label} onClear={() => props.onChange('')}>
      <Button
        size="small"
        color="inherit"
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        {...(chosen ? {} : { endIcon: <ArrowDropDown /> })}
      >
        {props.label}：{chosen?.label ?? '全部'}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem selected={!chosen} onClick={() => choose('')}>
          全部
        </MenuItem>
        {props.options.map((option) => (
          <MenuItem
            key={option.value}
            selected={option.value === props.value}
            onClick={() => choose(option.value)}
          >
            {option.label}
          </MenuItem>
        ))}
      </Menu>
    </FilterFrame>
  )
}

export function FilterFrame(props: { on: boolean; label: string; onClear: () => void; children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        borderRadius: 1,
        bgcolor: props.on ? colours.selected : 'transparent',
        color: props.on ? 'primary.main' : 'text.primary',
      }}
    >
      {props.children}
      {props.on && (
        <IconButton
          size="small"
          color="inherit"
          aria-label={`取消筛选：${props.label}`}
          onClick={props.onClear}
        >
          <Close sx={{ fontSize: 16 }} />
        </IconButton>
      )}
    </Box>
  )
}
