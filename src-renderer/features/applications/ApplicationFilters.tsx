import type { ReactNode } from 'react'
import { sumsOf } from '#domain/applications/amounts'
import { type ApplicationState, applicationStates } from '#domain/applications/flow'
import { measures, sourceKinds } from '#domain/applications/rules'
import { objectKinds } from '#domain/goals/goal'
import { formatWan } from '#domain/money'
import { FigureLine } from '#ui/FigureLine.tsx'
import { type Filtered, FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { GroupTabs, groupsOf } from '#ui/GroupTabs.tsx'
import { type ApplicationFilter, type ApplicationRow, rectificationFilters } from './application-rows.ts'

/** The states along the road, each with its count; 不应用 only where there is one. */
export function ApplicationStates(props: {
  rows: readonly ApplicationRow[]
  state: ApplicationState | ''
  onChange: (state: ApplicationState | '') => void
}) {
  const all = groupsOf(
    applicationStates,
    props.rows.map(({ application }) => application.state),
  )
  return (
    <GroupTabs
      label="状态"
      total={props.rows.length}
      groups={all.filter(
        ({ id, count }) => (id !== 'dropped' && id !== 'referred') || props.state === id || count > 0,
      )}
      chosen={props.state}
      onChoose={props.onChange}
    />
  )
}

export function ApplicationFilterLine(props: Filtered<ApplicationFilter>) {
  return (
    <FilterLine
      what="结果应用"
      {...props}
      placeholder="名称、单位、预算项目、文号"
      searchWidth={210}
      menus={[
        { key: 'kind', label: '对象', options: optionsOf(objectKinds) },
        { key: 'source', label: '来源', options: optionsOf(sourceKinds) },
        { key: 'measure', label: '措施', options: optionsOf(measures) },
        { key: 'rectification', label: '整改', options: optionsOf(rectificationFilters) },
        { key: 'late', label: '期限', options: [{ value: 'yes', label: '已逾期' }] },
      ]}
    />
  )
}

/** From result to money in sums, to the 分. */
export function ApplicationFigureLine(props: {
  rows: readonly ApplicationRow[]
  selected: number
  children: ReactNode
}) {
  const sums = sumsOf(props.rows.map(({ application }) => application))
  const late = props.rows.filter((row) => row.late > 0).length
  const shown = [
    { name: '建议增减', value: formatWan(sums.proposed), unit: '万元' },
    { name: `审定（${sums.decidedCount} 项）`, value: formatWan(sums.decided), unit: '万元' },
    { name: `落实（${sums.doneCount} 项）`, value: formatWan(sums.done), unit: '万元' },
    { name: '已逾期', value: `${late}`, unit: '项' },
  ]
  return (
    <FigureLine figures={shown} count={props.rows.length} selected={props.selected}>
      {props.children}
    </FigureLine>
  )
}
