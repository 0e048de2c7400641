import type { ReactNode } from 'react'
import type { AssessmentFigures } from '#domain/assessments/figures'
import { assessmentStates, conclusions } from '#domain/assessments/result'
import { formatWan } from '#domain/money'
import { FigureLine } from '#ui/FigureLine.tsx'
import { type Filtered, FilterLine } from '#ui/FilterLine.tsx'
import { GroupTabs, groupsOf } from '#ui/GroupTabs.tsx'
import { type AssessmentFilter, type AssessmentRow, type Group, groups } from './assessment-rows.ts'

/** The four groups with their counts. */
export function AssessmentGroups(props: {
  rows: readonly AssessmentRow[]
  group: Group | ''
  onChange: (group: Group | '') => void
}) {
  return (
    <GroupTabs
      total={props.rows.length}
      groups={groupsOf(
        groups,
        props.rows.map(({ group }) => group),
      )}
      chosen={props.group}
      onChoose={props.onChange}
    />
  )
}

const words = [...Object.values(assessmentStates), ...Object.values(conclusions)].map((word) => ({
  value: word,
  label: word,
}))

export function AssessmentFilterLine(props: Filtered<AssessmentFilter>) {
  return (
    <FilterLine
      what="评估项目"
      {...props}
      placeholder="名称、编号、单位"
      menus={[{ key: 'word', label: '状态', options: words }]}
    />
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
