import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { type AdjustmentTotals, adjustmentStates } from '#domain/adjustments/adjustment'
import { formatWan } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { type AdjustmentFilter, sizes } from './adjustment-rows.ts'

function optionsOf(table: Record<string, string>) {
  return Object.entries(table).map(([value, label]) => ({ value, label }))
}

export function AdjustmentFilters(props: {
  filter: AdjustmentFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}) {
  const { filter, onChange } = props
  return (
    <Box
      role="search"
      aria-label="筛选目标调整"
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
        label="状态"
        value={filter.state}
        options={optionsOf(adjustmentStates)}
        onChange={(state) => onChange({ state })}
      />
      <FilterMenu
        label="变化"
        value={filter.size}
        options={optionsOf(sizes)}
        onChange={(size) => onChange({ size })}
      />
      {props.filtered && (
        <Button size="small" onClick={props.onClear}>
          清除
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <SearchField
        label="查找目标调整"
        placeholder="项目、单位、拼音首字母"
        value={filter.search}
        onChange={(search) => onChange({ search })}
      />
    </Box>
  )
}

/** Counts and sums of what is filtered; only approved adjustments count. */
export function AdjustmentFigures(props: {
  totals: AdjustmentTotals
  open: number
  count: number
  selected: number
  children: ReactNode
}) {
  const { count, increased, decreased } = props.totals
  const figures = [
    { name: '已批准', value: count.toLocaleString('zh-CN'), unit: '次' },
    { name: '调增', value: formatWan(increased), unit: '万元' },
    { name: '调减', value: formatWan(decreased), unit: '万元' },
    { name: '在办', value: props.open.toLocaleString('zh-CN'), unit: '份' },
  ]
  return (
    <FigureLine figures={figures} count={props.count} selected={props.selected}>
      {props.children}
    </FigureLine>
  )
}
