import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { scoreText } from '#domain/evaluation/points'
import { type Grade, grades } from '#domain/grade'
import type { Section, Unit } from '#domain/year-book'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { GradeMark } from './StateMark.tsx'
import {
  type Group,
  gradeList,
  groupOf,
  groups,
  type SelfEvaluationFigures,
  type SelfEvaluationFilter,
  type SelfEvaluationRow,
} from './self-evaluation-rows.ts'

const groupList = Object.entries(groups) as [Group, string][] // the entries of the table
const gradeOptions = [
  ...gradeList.map((grade) => ({ value: grade, label: grades[grade] })),
  { value: 'none', label: '还没有总分' },
]

export function SelfEvaluationGroups(props: {
  rows: readonly SelfEvaluationRow[]
  group: Group | ''
  onChange: (group: Group | '') => void
}) {
  const countOf = (group: Group) => props.rows.filter((row) => groupOf(row.state) === group).length
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

export function SelfEvaluationFilterLine(props: {
  filter: SelfEvaluationFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}) {
  const { filter, onChange } = props
  return (
    <FilterLine
      what="自评表"
      filter={filter}
      units={props.units}
      sections={props.sections}
      filtered={props.filtered}
      placeholder="名称、代码、单位"
      onChange={onChange}
      onClear={props.onClear}
    >
      <FilterMenu
        label="等级"
        value={filter.grade}
        options={gradeOptions}
        onChange={(grade) => onChange({ grade })}
      />
    </FilterLine>
  )
}

export function SelfEvaluationFigureLine(props: {
  figures: SelfEvaluationFigures
  count: number
  selected: number
  onGrade: (grade: Grade) => void
  children: ReactNode
}) {
  const { due, reported, mean, grades: counts } = props.figures
  const shown = [
    { name: '自评表', value: `${due}`, unit: '份' },
    { name: '已报', value: `${reported}`, unit: '份' },
    { name: '平均分', value: mean === null ? '—' : scoreText(mean), unit: '' },
  ]
  const signals = (
    <Box role="group" aria-label="按等级查看" sx={{ display: 'flex' }}>
      {gradeList.map((grade) => (
        <Button
          key={grade}
          size="small"
          color="inherit"
          title={`只看等级为“${grades[grade]}”的`}
          onClick={() => props.onGrade(grade)}
          sx={{ px: 1.5 }}
        >
          <GradeMark grade={grade} count={counts[grade]} />
        </Button>
      ))}
    </Box>
  )
  return (
    <FigureLine figures={shown} signals={signals} count={props.count} selected={props.selected}>
      {props.children}
    </FigureLine>
  )
}
