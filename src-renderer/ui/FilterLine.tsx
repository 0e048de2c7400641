import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { Section, Unit } from '#domain/year-book'
import { FilterFrame, FilterMenu } from './FilterMenu.tsx'
import { SearchField } from './SearchField.tsx'
import { hasChoice, UnitPicker } from './UnitPicker.tsx'

/** The filter line of a ledger: unit and section first, then its own filters, one click clears, the search at the right. */
export function FilterLine(props: {
  /** What is filtered, as 筛选… and 查找… say it. */
  what: string
  filter: { unit: string; section: string; search: string }
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  placeholder: string
  searchWidth?: number
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
  onLeaveSearch?: () => void
  children?: ReactNode
}) {
  const { filter, onChange } = props
  // A unit without others under it has nothing to choose between.
  const isWide = hasChoice(props.units) || filter.unit !== '' || filter.section !== ''
  return (
    <Box
      role="search"
      aria-label={`筛选${props.what}`}
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
      {isWide && (
        <FilterFrame on={filter.unit !== ''} label="单位" onClear={() => onChange({ unit: '' })}>
          <UnitPicker
            plain
            units={props.units}
            value={filter.unit}
            allLabel="全部"
            onChange={(unit) => onChange({ unit })}
          />
        </FilterFrame>
      )}
      {isWide && (
        <FilterMenu
          label="股室"
          value={filter.section}
          options={props.sections.map((section) => ({ value: section.id, label: section.name }))}
          onChange={(section) => onChange({ section })}
        />
      )}
      {props.children}
      {props.filtered && (
        <Button size="small" onClick={props.onClear}>
          清除
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <SearchField
        label={`查找${props.what}`}
        placeholder={props.placeholder}
        value={filter.search}
        onChange={(search) => onChange({ search })}
        {...(props.searchWidth ? { width: props.searchWidth } : {})}
        {...(props.onLeaveSearch ? { onLeave: props.onLeaveSearch } : {})}
      />
    </Box>
  )
}

/** The options of a filter from a table of words. */
export function optionsOf(table: Readonly<Record<string, string>>) {
  return Object.entries(table).map(([value, label]) => ({ value, label }))
}
