import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import type { AssessmentFigures } from '#domain/assessments/figures'
import { assessmentStates, conclusions } from '#domain/assessments/result'
import { formatWan } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { type AssessmentFilter, type AssessmentRow, type Group, groups } from './assessment-rows.ts'

const groupList = Object.entries(groups) as [Group, string][] // the rows of the table

/** The four groups with their counts. */
export function AssessmentGroups(props: {
  rows: readonly AssessmentRow[]
  group: Group | ''
  onChange: (group: Group | '') => void
}) {
  const countOf = (group: Group) => props.rows.filter((row) => row.group === group).length
  return (
    <Tabs
      value={props.group}
      aria-label="分组"
      onChange={(_event, group: Group | '') => props.onChange(group)}
      sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab value="" label={`全部 ${props.rows.length}`} />
      {groupList.map(([group, name]) => (
        <Tab key={group} value={group} label={`${name} ${countOf(group)}`} />
      ))}
    </Tabs>
  )
}

const words = [...Object.values(assessmentStates), ...Object.values(conclusions)].map((word) => ({
  value: word,
  label: word,
}))

export function AssessmentFilterLine(props: {
  filter: AssessmentFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}) {
  const { filter, onChange } = props
  return (
    <FilterLine
      what="评估项目"
      filter={filter}
      units={props.units}
      sections={props.sections}
      filtered={props.filtered}
      placeholder="名称、编号、单位"
      onChange={onChange}
      onClear={props.onClear}
    >
      <FilterMenu label="状态" value={filter.word} options={words} onChange={(word) => onChange({ word })} />
    </FilterLine>
  )
}

export function AssessmentFigureLine(props: {
  figures: AssessmentFigures
  count: number
  selected: number
  children: ReactNode
}) {
  const { due, amount, concluded, exempt, cut } = props.figures
  const figures = [
    { name: '应评', value: due.toLocaleString('zh-CN'), unit: '个' },
    { name: '申报', value: formatWan(amount), unit: '万元' },
    { name: '已评', value: concluded.toLocaleString('zh-CN'), unit: '个' },
    { name: '免评', value: exempt.toLocaleString('zh-CN'), unit: '个' },
    { name: '核减', value: formatWan(cut), unit: '万元' },
  ]
  return (
    <FigureLine figures={figures} count={props.count} selected={props.selected}>
      {props.children}
    </FigureLine>
  )
}
