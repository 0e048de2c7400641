import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { formatWan } from '#domain/money'
import { type LightColour, lightColours, lightKinds } from '#domain/monitoring/lights'
import { percentText } from '#domain/monitoring/ratio'
import { FigureLine, type LineFigure } from '#ui/FigureLine.tsx'
import { type Filtered, FilterLine } from '#ui/FilterLine.tsx'
import { GroupTabs, groupsOf } from '#ui/GroupTabs.tsx'
import { LightMark } from '#ui/LightMark.tsx'
import {
  type Group,
  groupOf,
  groups,
  type LedgerFigures,
  type MonitoringFilter,
  type MonitoringRow,
} from './monitoring-rows.ts'

const colourList = Object.entries(lightColours) as [LightColour, string][] // the entries of the table

/** Loudest first; then each light's own warnings. */
const lightOptions = [
  ...(['red', 'yellow', 'blue', 'green', 'none'] as const).map((colour) => ({
    value: colour,
    label: `任一灯 ${lightColours[colour]}`,
  })),
  ...Object.entries(lightKinds).flatMap(([kind, name]) =>
    (['red', 'yellow'] as const).map((colour) => ({
      value: `${kind}-${colour}`,
      label: `${name} ${lightColours[colour]}`,
    })),
  ),
]

export function MonitoringGroups(props: {
  rows: readonly MonitoringRow[]
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

export function MonitoringFilterLine(props: Filtered<MonitoringFilter>) {
  return (
    <FilterLine
      what="监控对象"
      {...props}
      placeholder="名称、代码、单位"
      menus={[{ key: 'light', label: '灯', options: lightOptions }]}
    />
  )
}

export function MonitoringFigureLine(props: {
  figures: LedgerFigures | null
  count: number
  selected: number
  onColour: (colour: LightColour) => void
  children: ReactNode
}) {
  const { figures } = props
  const signals = figures && (
    <Box role="group" aria-label="按灯查看" sx={{ display: 'flex' }}>
      {colourList.map(([colour, name]) => (
        <Button
          key={colour}
          size="small"
          color="inherit"
          title={`只看最重的灯为“${name}”的项目`}
          onClick={() => props.onColour(colour)}
          sx={{ px: 1.5 }}
        >
          <LightMark colour={colour} count={figures.colours[colour]} />
        </Button>
      ))}
    </Box>
  )
  return (
    <FigureLine
      figures={figures && roundFigures(figures)}
      signals={signals}
      count={props.count}
      selected={props.selected}
    >
      {props.children}
    </FigureLine>
  )
}

function roundFigures({ due, reported, budget, rate }: LedgerFigures): LineFigure[] {
  return [
    { name: '应报', value: `${due}`, unit: '个' },
    { name: '已报', value: `${reported}`, unit: '个' },
    { name: '预算', value: formatWan(budget), unit: '万元' },
    { name: '执行率', value: rate ? percentText(rate) : '—', unit: '' },
  ]
}
