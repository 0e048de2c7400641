import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { sumsOf } from '#domain/applications/amounts'
import { type ApplicationState, applicationStateList, applicationStates } from '#domain/applications/flow'
import { measures, sourceKinds } from '#domain/applications/rules'
import { objectKinds } from '#domain/goals/goal'
import { formatWan } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { type ApplicationFilter, type ApplicationRow, rectificationFilters } from './application-rows.ts'

/** The states along the road, each with its count; 不应用 only where there is one. */
export function ApplicationStates(props: {
  rows: readonly ApplicationRow[]
  state: ApplicationState | ''
  onChange: (state: ApplicationState | '') => void
}) {
  const countOf = (state: ApplicationState) =>
    props.rows.filter(({ application }) => application.state === state).length
  const shown = applicationStateList.filter(
    (state) => (state !== 'dropped' && state !== 'referred') || props.state === state || countOf(state) > 0,
  )
  return (
    <Tabs
      value={props.state}
      aria-label="状态"
      variant="scrollable"
      scrollButtons={false}
      onChange={(_event, state: ApplicationState | '') => props.onChange(state)}
      sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab value="" label={`全部 ${props.rows.length}`} />
      {shown.map((state) => (
        <Tab key={state} value={state} label={`${applicationStates[state]} ${countOf(state)}`} />
      ))}
    </Tabs>
  )
}

export function ApplicationFilterLine(props: {
  filter: ApplicationFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}) {
  const { filter, onChange } = props
  return (
    <FilterLine
      what="结果应用"
      filter={filter}
      units={props.units}
      sections={props.sections}
      filtered={props.filtered}
      placeholder="名称、单位、预算项目、文号"
      searchWidth={210}
      onChange={onChange}
      onClear={props.onClear}
    >
      <FilterMenu
        label="对象"
        value={filter.kind}
        options={optionsOf(objectKinds)}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterMenu
        label="来源"
        value={filter.source}
        options={optionsOf(sourceKinds)}
        onChange={(source) => onChange({ source })}
      />
      <FilterMenu
        label="措施"
        value={filter.measure}
        options={optionsOf(measures)}
        onChange={(measure) => onChange({ measure })}
      />
      <FilterMenu
        label="整改"
        value={filter.rectification}
        options={optionsOf(rectificationFilters)}
        onChange={(rectification) => onChange({ rectification })}
      />
      <FilterMenu
        label="期限"
        value={filter.late}
        options={[{ value: 'yes', label: '已逾期' }]}
        onChange={(late) => onChange({ late })}
      />
    </FilterLine>
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
