import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { budgetBooks, goalStatuses, objectKinds } from '#domain/goals/goal'
import type { Section, Unit } from '#domain/year-book'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { findingFilters, type LedgerFilter } from './ledger-filter.ts'

function optionsOf(table: Record<string, string>) {
  return Object.entries(table).map(([value, label]) => ({ value, label }))
}

/** The filter line: each filter shows what it is set to; one click takes it away. */
export function LedgerFilters(props: {
  filter: LedgerFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
  onLeaveSearch: () => void
}) {
  const { filter, onChange } = props
  return (
    <Box
      role="search"
      aria-label="筛选目标"
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 3,
        py: 1.5,
        bgcolor: 'background.paper',
      }}
    >
      <FilterFrame on={filter.unit !== ''} label="单位" onClear={() => onChange({ unit: '' })}>
        <UnitPicker
          plain
          units={props.units}
          value={filter.unit}
          allLabel="全部"
          onChange={(unit) => onChange({ unit })}
        />
      </FilterFrame>
      <FilterMenu
        label="股室"
        value={filter.section}
        options={props.sections.map((section) => ({ value: section.id, label: section.name }))}
        onChange={(section) => onChange({ section })}
      />
      <FilterMenu
        label="预算"
        value={filter.book}
        options={optionsOf(budgetBooks)}
        onChange={(book) => onChange({ book })}
      />
      <FilterMenu
        label="对象"
        value={filter.kind}
        options={optionsOf(objectKinds)}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterMenu
        label="状态"
        value={filter.status}
        options={optionsOf(goalStatuses)}
        onChange={(status) => onChange({ status })}
      />
      <FilterMenu
        label="问题"
        value={filter.finding}
        options={optionsOf(findingFilters)}
        onChange={(finding) => onChange({ finding })}
      />
      {props.filtered && (
        <Button size="small" onClick={props.onClear}>
          清除
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <SearchField
        value={filter.search}
        onChange={(search) => onChange({ search })}
        onLeave={props.onLeaveSearch}
      />
    </Box>
  )
}

/** Searches as one types, but never with the half of a word that is still being composed. */
function SearchField(props: { value: string; onChange: (value: string) => void; onLeave: () => void }) {
  const [text, setText] = useState(props.value)
  const [composing, setComposing] = useState(false)

  useEffect(() => {
    setText(props.value)
  }, [props.value])

  return (
    <TextField
      type="search"
      placeholder="名称、代码、拼音首字母"
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        if (!composing) props.onChange(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && text !== '') {
          event.preventDefault()
          setText('')
          props.onChange('')
          return
        }
        if (!['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return
        event.preventDefault()
        props.onLeave()
      }}
      slotProps={{
        htmlInput: {
          'aria-label': '查找目标',
          onCompositionStart: () => setComposing(true),
          onCompositionEnd: (event: { currentTarget: HTMLInputElement }) => {
            setComposing(false)
            props.onChange(event.currentTarget.value)
          },
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
      sx={{ width: 230 }}
    />
  )
}
