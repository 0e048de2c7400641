import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import type { CauseKind } from '#domain/disposals/disposal'
import { disposalStates } from '#domain/disposals/flow'
import { type DisposalGroup, disposalGroupList, disposalGroups } from '#domain/disposals/groups'
import { measures } from '#domain/disposals/rules'
import { causeNames } from '#domain/disposals/words'
import { formatWan } from '#domain/money'
import type { Round } from '#domain/monitoring/round'
import type { Section, Unit } from '#domain/year-book'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import type { DisposalFigures, DisposalFilter, DisposalRow } from './disposal-rows.ts'

/** The groups along the road, each with its count; 不予处置 only where there is one. */
export function DisposalGroups(props: {
  rows: readonly DisposalRow[]
  group: DisposalGroup | ''
  onChange: (group: DisposalGroup | '') => void
}) {
  const countOf = (group: DisposalGroup) => props.rows.filter((row) => row.group === group).length
  const shown = disposalGroupList.filter(
    (group) => group !== 'dropped' || props.group === group || countOf(group) > 0,
  )
  return (
    <Tabs
      value={props.group}
      aria-label="分组"
      onChange={(_event, group: DisposalGroup | '') => props.onChange(group)}
      sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab value="" label={`全部 ${props.rows.length}`} />
      {shown.map((group) => (
        <Tab key={group} value={group} label={`${disposalGroups[group]} ${countOf(group)}`} />
      ))}
    </Tabs>
  )
}

export function DisposalFilterLine(props: {
  filter: DisposalFilter
  units: readonly Unit[]
  sections: readonly Section[]
  rounds: readonly Round[]
  causes: readonly CauseKind[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}) {
  const { filter, onChange } = props
  return (
    <FilterLine
      what="处置"
      filter={filter}
      units={props.units}
      sections={props.sections}
      filtered={props.filtered}
      placeholder="名称、单位、文号"
      searchWidth={220}
      onChange={onChange}
      onClear={props.onClear}
    >
      <FilterMenu
        label="措施"
        value={filter.measure}
        options={optionsOf(measures)}
        onChange={(measure) => onChange({ measure })}
      />
      <FilterMenu
        label="原因"
        value={filter.cause}
        options={props.causes.map((cause) => ({ value: cause, label: causeNames[cause] }))}
        onChange={(cause) => onChange({ cause })}
      />
      <FilterMenu
        label="轮次"
        value={filter.round}
        options={props.rounds.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(round) => onChange({ round })}
      />
      {filter.state !== '' && (
        <FilterMenu
          label="状态"
          value={filter.state}
          options={optionsOf(disposalStates)}
          onChange={(state) => onChange({ state })}
        />
      )}
    </FilterLine>
  )
}

export function DisposalFigureLine(props: {
  figures: DisposalFigures
  count: number
  selected: number
  children: ReactNode
}) {
  const { count, overdue, closed, due, amount } = props.figures
  const shown = [
    { name: '处置', value: `${count}`, unit: '项' },
    { name: '已逾期', value: `${overdue}`, unit: '项' },
    { name: '已销号', value: due === 0 ? '—' : `${closed}/${due}`, unit: due === 0 ? '' : '项' },
    { name: '拟调减、收回', value: formatWan(amount), unit: '万元' },
  ]
  return (
    <FigureLine figures={shown} count={props.count} selected={props.selected}>
      {props.children}
    </FigureLine>
  )
}
