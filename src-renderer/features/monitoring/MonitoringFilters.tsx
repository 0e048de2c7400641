import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { formatWan } from '#domain/money'
import type { RoundFigures } from '#domain/monitoring/figures'
import { executionRate, type LightColour, lightColours, lightKinds } from '#domain/monitoring/lights'
import { percentText } from '#domain/monitoring/ratio'
import type { Section, Unit } from '#domain/year-book'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { colours } from '#ui/theme'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { LightMark } from './LightMark.tsx'
import { type Group, groupOf, groups, type MonitoringFilter, type MonitoringRow } from './monitoring-rows.ts'

const groupList = Object.entries(groups) as [Group, string][] // the entries of the table
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

export function MonitoringFilterLine(props: {
  filter: MonitoringFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}) {
  const { filter, onChange } = props
  return (
    <Box
      role="search"
      aria-label="筛选监控对象"
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 3,
        py: 1.5,
        bgcolor: 'background.paper',
      }}
    >
      <FilterFrame on={filter.unit !== ''} label="单位" onClear={() => onChange({ unit: '' })}>
        <UnitPicker
          plain
          units={props.units}
          value={filter.unit}
          allLabel="全部"
          onChange={(unit) => onChange({ unit })}
        />
      </FilterFrame>
      <FilterMenu
        label="股室"
        value={filter.section}
        options={props.sections.map((section) => ({ value: section.id, label: section.name }))}
        onChange={(section) => onChange({ section })}
      />
      <FilterMenu
        label="灯"
        value={filter.light}
        options={lightOptions}
        onChange={(light) => onChange({ light })}
      />
      {props.filtered && (
        <Button size="small" onClick={props.onClear}>
          清除
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <SearchField
        label="查找监控对象"
        placeholder="名称、代码、单位"
        value={filter.search}
        onChange={(search) => onChange({ search })}
      />
    </Box>
  )
}

export function MonitoringFigureLine(props: {
  figures: RoundFigures
  count: number
  selected: number
  onColour: (colour: LightColour) => void
  children: ReactNode
}) {
  const { due, reported, budget, paid, colours: counts } = props.figures
  const rate = executionRate({ budget, paid })
  const shown = [
    { name: '应报', value: `${due}` },
    { name: '已报', value: `${reported}` },
    { name: '预算', value: formatWan(budget), unit: '万元' },
    { name: '执行率', value: rate ? percentText(rate) : '—' },
  ]
  return (
    <Box
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 5,
        px: 4,
        py: 1,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        whiteSpace: 'nowrap',
      }}
    >
      {shown.map(({ name, value, unit }) => (
        <Box key={name}>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {name}
          </Box>{' '}
          <Box component="span" sx={{ fontWeight: 600, fontSize: 16 }}>
            {value}
          </Box>{' '}
          {unit && (
            <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
              {unit}
            </Box>
          )}
        </Box>
      ))}
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
            <LightMark colour={colour} count={counts[colour]} />
          </Button>
        ))}
      </Box>
      <Box sx={{ flex: 1 }} />
      <Box role="status" sx={{ color: colours.secondary, fontSize: 13 }}>
        共 {props.count.toLocaleString('zh-CN')} 项，已选 {props.selected.toLocaleString('zh-CN')} 项
      </Box>
      {props.children}
    </Box>
  )
}
