import type { ReactNode } from 'react'
import { type AdjustmentTotals, adjustmentStates } from '#domain/adjustments/adjustment'
import { formatWan } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { type AdjustmentFilter, sizes } from './adjustment-rows.ts'

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
    <FilterLine
      what="目标调整"
      filter={filter}
      units={props.units}
      sections={props.sections}
      filtered={props.filtered}
      placeholder="项目、单位、拼音首字母"
      onChange={onChange}
      onClear={props.onClear}
    >
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
    </FilterLine>
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
