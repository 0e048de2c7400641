import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { parseDay } from '#domain/dates'
import { duties } from '#domain/people/duties'
import type { AuditFilter, AuditRow } from '#storage/audit-search'
import { dayFaults } from '#ui/DayField.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { stablySortedBy } from '#ui/sorted'
import { TextField } from '#ui/TextField.tsx'
import { actionName } from './audit-columns.tsx'

const keys = ['person', 'action', 'duty', 'subject', 'from', 'to', 'search'] as const

export function readAuditFilter(address: URLSearchParams): AuditFilter {
  return Object.fromEntries(keys.map((key) => [key, address.get(key) ?? ''])) as AuditFilter // exactly its keys
}

/** By person, action, duty, object, days and words; only what occurs is offered. */
export function AuditFilters(props: {
  rows: readonly AuditRow[]
  filter: AuditFilter
  onChange: (changes: Record<string, string>) => void
}) {
  const { rows, filter, onChange } = props
  const people = [...new Set(rows.map(({ by }) => by))].toSorted()
  const actions = [...new Set(rows.map(({ action }) => action))]
  const held = [...new Set(rows.flatMap(({ duty }) => duty ?? []))]
  const isFiltered = keys.some((key) => filter[key] !== '')
  return (
    <Box
      role="search"
      aria-label="筛选审计记录"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
    >
      <FilterMenu
        label="经办人"
        value={filter.person}
        options={people.map((name) => ({ value: name, label: name }))}
        onChange={(person) => onChange({ person })}
      />
      <FilterMenu
        label="职责"
        value={filter.duty}
        options={held.map((duty) => ({ value: duty, label: duties[duty].name }))}
        onChange={(duty) => onChange({ duty })}
      />
      <FilterMenu
        label="操作"
        value={filter.action}
        options={stablySortedBy(
          actions.map((action) => ({ value: action, label: actionName(action) })),
          ({ label }) => label,
        )}
        onChange={(action) => onChange({ action })}
      />
      <Day
        label="从哪天"
        placeholder="从 2026-01-01"
        value={filter.from}
        onChange={(from) => onChange({ from })}
      />
      <Day label="到哪天" placeholder="到 2026-12-31" value={filter.to} onChange={(to) => onChange({ to })} />
      {filter.subject !== '' && <Box sx={{ fontSize: 13 }}>只看一个对象</Box>}
      {isFiltered && (
        <Button size="small" onClick={() => onChange(Object.fromEntries(keys.map((key) => [key, ''])))}>
          清除
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <SearchField
        label="查找审计记录"
        placeholder="事项、对象名称、经办人"
        value={filter.search}
        onChange={(search) => onChange({ search })}
      />
    </Box>
  )
}

/** What is no day says so and holds nothing: it is no more than a filter. */
function Day(props: { label: string; placeholder: string; value: string; onChange: (day: string) => void }) {
  return (
    <Box sx={{ width: 118 }}>
      <TextField
        hideLabel
        label={props.label}
        placeholder={props.placeholder}
        value={props.value}
        problems={dayFaults(props.value)}
        onCommit={(text) => props.onChange(parseDay(text) || text.trim())}
      />
    </Box>
  )
}
