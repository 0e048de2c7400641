import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import TextField from '@mui/material/TextField'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { gather } from '#domain/grouped'
import { colours } from './theme.ts'

export type PickableUnit = { id: string; code: string; name: string; parentId: string; initials: string }

type Line = { unit: PickableUnit; depth: number }

/** 单位 as a tree, found by name, code or pinyin initials; ↑↓ move, Enter chooses. */
export function UnitPicker(props: {
  units: readonly PickableUnit[]
  value: string
  onChange: (id: string) => void
  /** Text of "no unit chosen"; leave out where one must be chosen. */
  allLabel?: string
  label?: string
  fullWidth?: boolean
  /** Without a frame and with its label, for a line of filters. */
  plain?: boolean
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const chosen = props.units.find((unit) => unit.id === props.value)
  const shown = chosen?.name ?? props.allLabel ?? '请选择单位'
  return (
    <>
      <Button
        variant={props.plain ? 'text' : 'outlined'}
        size={props.plain ? 'small' : 'medium'}
        color="inherit"
        aria-haspopup="dialog"
        data-to-fill={!chosen && props.allLabel === undefined ? '' : undefined}
        aria-expanded={anchor !== null}
        aria-label={`${props.label ?? '单位'}：${shown}`}
        {...(props.plain && chosen ? {} : { endIcon: <ArrowDropDown /> })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          justifyContent: 'space-between',
          borderColor: colours.control,
          maxWidth: props.fullWidth ? 'none' : 260,
          width: props.fullWidth ? '100%' : 'auto',
        }}
      >
        {props.plain && '单位：'}
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', direction: 'rtl' }}>
          {/* The end of a unit's name distinguishes it, so the beginning is what gives way. */}
          <bdi>{shown}</bdi>
        </Box>
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            'aria-label': '选择单位',
            role: 'dialog',
            sx: { width: 360, border: 1, borderColor: 'divider' },
          },
        }}
      >
        <UnitList
          {...props}
          onChoose={(id) => {
            setAnchor(null)
            props.onChange(id)
          }}
        />
      </Popover>
    </>
  )
}

function UnitList(props: {
  units: readonly PickableUnit[]
  value: string
  allLabel?: string
  onChoose: (id: string) => void
}) {
  const [search, setSearch] = useState('')
  const lines = useMemo(() => linesOf(props.units, search), [props.units, search])
  const options = props.allLabel && search === '' ? [null, ...lines] : lines
  const [current, setCurrent] = useState(0)
  const list = useRef<HTMLUListElement>(null)

  function moveTo(index: number) {
    const bounded = Math.max(0, Math.min(options.length - 1, index))
    setCurrent(bounded)
    list.current?.children[bounded]?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') moveTo(current + 1)
    else if (event.key === 'ArrowUp') moveTo(current - 1)
    else if (event.key === 'Enter' && current < options.length)
      props.onChoose(options[current]?.unit.id ?? '')
    else return
    event.preventDefault()
  }

  return (
    <Box sx={{ p: 2 }}>
      <TextField
        autoFocus
        fullWidth
        placeholder="名称、代码、拼音首字母"
        value={search}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setSearch(event.target.value)
          setCurrent(0)
        }}
        slotProps={{ htmlInput: { 'aria-label': '查找单位', 'aria-controls': 'unit-options' } }}
      />
      <Box
        component="ul"
        id="unit-options"
        ref={list}
        role="listbox"
        aria-label="单位"
        sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, maxHeight: 320, overflow: 'auto', fontSize: 13 }}
      >
        {options.map((line, index) => (
          <Box
            component="li"
            key={line?.unit.id ?? 'all'}
            role="option"
            aria-selected={(line?.unit.id ?? '') === props.value}
            onClick={() => props.onChoose(line?.unit.id ?? '')}
            onPointerMove={() => setCurrent(index)}
            sx={{
              display: 'flex',
              gap: 2,
              py: 1.25,
              pr: 2,
              pl: 2 + (line?.depth ?? 0) * 4,
              cursor: 'pointer',
              bgcolor: index === current ? colours.selected : 'transparent',
            }}
          >
            <Box component="span" sx={{ flex: 1 }}>
              {line ? line.unit.name : props.allLabel}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {line?.unit.code}
            </Box>
          </Box>
        ))}
      </Box>
      {options.length === 0 && (
        <Box sx={{ p: 2, color: 'text.secondary', fontSize: 13 }}>没有找到这样的单位。</Box>
      )}
    </Box>
  )
}

/** Units in tree order; while searching, what matches without indentation. */
function linesOf(units: readonly PickableUnit[], search: string): Line[] {
  const wanted = search.normalize('NFKC').trim().toLowerCase()
  if (wanted !== '') {
    return units
      .filter(
        (unit) =>
          unit.name.toLowerCase().includes(wanted) ||
          unit.code.toLowerCase().startsWith(wanted) ||
          unit.initials.includes(wanted),
      )
      .map((unit) => ({ unit, depth: 0 }))
  }
  const known = new Set(units.map((unit) => unit.id))
  const children = new Map<string, PickableUnit[]>()
  for (const unit of units) {
    const parentId = known.has(unit.parentId) ? unit.parentId : ''
    gather(children, parentId, unit)
  }
  function below(parentId: string, depth: number): Line[] {
    const here = (children.get(parentId) ?? []).toSorted((left, right) => left.code.localeCompare(right.code))
    return here.flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)])
  }
  return below('', 0)
}

/** Whether there is anything to choose: more than one unit that has no units below it. */
export function hasChoice(units: readonly Pick<PickableUnit, 'id' | 'parentId'>[]): boolean {
  const parents = new Set(units.map(({ parentId }) => parentId))
  return units.filter(({ id }) => !parents.has(id)).length > 1
}
