import type { ReactNode } from 'react'
import type { CauseKind } from '#domain/disposals/disposal'
import { disposalStates } from '#domain/disposals/flow'
import { type DisposalGroup, disposalGroups } from '#domain/disposals/groups'
import { measures } from '#domain/disposals/rules'
import { causeNames } from '#domain/disposals/words'
import { formatWan } from '#domain/money'
import type { Round } from '#domain/monitoring/round'
import { FigureLine, type LineFigure } from '#ui/FigureLine.tsx'
import { type Filtered, FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { GroupTabs, groupsOf } from '#ui/GroupTabs.tsx'
import type { DisposalFigures, DisposalFilter, DisposalRow } from './disposal-rows.ts'

/** The groups along the road, each with its count; 不予处置 only where there is one. */
export function DisposalGroups(props: {
  rows: readonly DisposalRow[]
  group: DisposalGroup | ''
  onChange: (group: DisposalGroup | '') => void
}) {
  const all = groupsOf(
    disposalGroups,
    props.rows.map(({ group }) => group),
  )
  return (
    <GroupTabs
      total={props.rows.length}
      groups={all.filter(({ id, count }) => id !== 'dropped' || props.group === id || count > 0)}
      chosen={props.group}
      onChoose={props.onChange}
    />
  )
}

export function DisposalFilterLine(
  props: Filtered<DisposalFilter> & { rounds: readonly Round[]; causes: readonly CauseKind[] },
) {
  return (
    <FilterLine
      what="处置"
      {...props}
      placeholder="名称、单位、文号"
      searchWidth={220}
      menus={[
        { key: 'measure', label: '措施', options: optionsOf(measures) },
        {
          key: 'cause',
          label: '原因',
          options: props.causes.map((cause) => ({ value: cause, label: causeNames[cause] })),
        },
        {
          key: 'round',
          label: '轮次',
          options: props.rounds.map(({ id, name }) => ({ value: id, label: name })),
        },
        // A to-do names a state; nobody looks for one.
        ...(props.filter.state === ''
          ? []
          : [{ key: 'state' as const, label: '状态', options: optionsOf(disposalStates) }]),
      ]}
    />
  )
}

export function DisposalFigureLine(props: {
  figures: DisposalFigures | null
  count: number
  selected: number
  children: ReactNode
}) {
  const { figures } = props
  return (
    <FigureLine figures={figures && lineFigures(figures)} count={props.count} selected={props.selected}>
      {props.children}
    </FigureLine>
  )
}

function lineFigures({ count, dropped, overdue, closed, due, amount }: DisposalFigures): LineFigure[] {
  return [
    { name: '处置', value: `${count}`, unit: '项' },
    ...(dropped === 0 ? [] : [{ name: '不予处置', value: `${dropped}`, unit: '项' }]),
    { name: '已逾期', value: `${overdue}`, unit: '项' },
    { name: '已销号', value: due === 0 ? '—' : `${closed}/${due}`, unit: due === 0 ? '' : '项' },
    { name: '拟调减、收回', value: formatWan(amount), unit: '万元' },
  ]
}
