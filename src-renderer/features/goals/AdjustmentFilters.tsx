import type { ReactNode } from 'react'
import { type AdjustmentTotals, adjustmentStates } from '#domain/adjustments/adjustment'
import { formatWan } from '#domain/money'
import { FigureLine } from '#ui/FigureLine.tsx'
import { type Filtered, FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { type AdjustmentFilter, sizes } from './adjustment-rows.ts'

export function AdjustmentFilters(props: Filtered<AdjustmentFilter>) {
  return (
    <FilterLine
      what="目标调整"
      {...props}
      placeholder="项目、单位、拼音首字母"
      menus={[
        { key: 'state', label: '状态', options: optionsOf(adjustmentStates) },
        { key: 'size', label: '变化', options: optionsOf(sizes) },
      ]}
    />
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
