import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { scoreText } from '#domain/evaluation/points'
import { type Grade, grades } from '#domain/grade'
import { FigureLine, type LineFigure } from '#ui/FigureLine.tsx'
import { type Filtered, FilterLine } from '#ui/FilterLine.tsx'
import { GroupTabs, groupsOf } from '#ui/GroupTabs.tsx'
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

const gradeOptions = [
  ...gradeList.map((grade) => ({ value: grade, label: grades[grade] })),
  { value: 'none', label: '还没有总分' },
]

export function SelfEvaluationGroups(props: {
  rows: readonly SelfEvaluationRow[]
  group: Group | ''
  onChange: (group: Group | '') => void
}) {
  return (
    <GroupTabs
      total={props.rows.length}
      groups={groupsOf(
        groups,
        props.rows.map(({ state }) => groupOf(state)),
      )}
      chosen={props.group}
      onChoose={props.onChange}
    />
  )
}

export function SelfEvaluationFilterLine(props: Filtered<SelfEvaluationFilter>) {
  return (
    <FilterLine
      what="自评表"
      {...props}
      placeholder="名称、代码、单位"
      menus={[{ key: 'grade', label: '等级', options: gradeOptions }]}
    />
  )
}

export function SelfEvaluationFigureLine(props: {
  figures: SelfEvaluationFigures | null
  count: number
  selected: number
  onGrade: (grade: Grade) => void
  children: ReactNode
}) {
  const { figures } = props
  const signals = figures && (
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
          <GradeMark grade={grade} count={figures.grades[grade]} />
        </Button>
      ))}
    </Box>
  )
  return (
    <FigureLine
      figures={figures && lineFigures(figures)}
      signals={signals}
      count={props.count}
      selected={props.selected}
    >
      {props.children}
    </FigureLine>
  )
}

function lineFigures({ due, reported, mean }: SelfEvaluationFigures): LineFigure[] {
  return [
    { name: '自评表', value: `${due}`, unit: '份' },
    { name: '已报', value: `${reported}`, unit: '份' },
    { name: '平均分', value: mean === null ? '—' : scoreText(mean), unit: '' },
  ]
}
