import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { budgetBooks, goalStatuses, objectKinds } from '#domain/goals/goal'
import type { Section, Unit } from '#domain/year-book'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
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
        label="查找目标"
        placeholder="名称、代码、拼音首字母"
        value={filter.search}
        onChange={(search) => onChange({ search })}
        onLeave={props.onLeaveSearch}
      />
    </Box>
  )
}
