import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useMemo, useState } from 'react'
import { type MatchWay, matchWays } from '#domain/execution/execution'
import { type ImportGroup, importGroups } from '#domain/execution/import-groups'
import type { Goal } from '#domain/goals/goal'
import { formatWan, formatWanExact } from '#domain/money'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { countsOf, groupLooks, type ImportRow, reasonOf } from './import-rows.ts'

/** The list of 核对: every line of the ledger with its project, what needs a person first. */
export function ImportTable(props: {
  rows: readonly ImportRow[]
  year: number
  goals: ReadonlyMap<string, Goal>
  shown: ImportGroup | ''
  onShown: (group: ImportGroup | '') => void
  current: string
  onCurrent: (key: string) => void
  selected: ReadonlySet<string>
  onSelect: (keys: ReadonlySet<string>) => void
  /** What stands in place of the list. */
  instead: ReactNode
  children: ReactNode
}) {
  const { rows, year, goals, shown } = props
  const [widths, setWidths] = useState<Record<string, number>>({})
  const visible = useMemo(() => rows.filter(({ group }) => shown === '' || group === shown), [rows, shown])
  const columns = useMemo(() => columnsFor(goals, year), [goals, year])
  const counts = useMemo(() => countsOf(rows), [rows])
  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={barStyle}>
        <Box role="group" aria-label="按结果筛选" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <GroupButton isOn={shown === ''} onClick={() => props.onShown('')}>
            全部 {rows.length.toLocaleString('zh-CN')}
          </GroupButton>
          {counts
            .filter(({ count, group }) => count > 0 || group === shown)
            .map(({ group, word, count }) => (
              <GroupButton
                key={group}
                isOn={shown === group}
                onClick={() => props.onShown(shown === group ? '' : group)}
              >
                <Box component="span" aria-hidden="true" sx={{ color: groupLooks[group].colour, mr: 1 }}>
                  {groupLooks[group].shape}
                </Box>
                {word} {count.toLocaleString('zh-CN')}
              </GroupButton>
            ))}
        </Box>
        <Box sx={{ flex: 1 }} />
        {props.children}
      </Box>
      {props.instead || (
        <BigTable<ImportRow>
          label="核对"
          rows={visible}
          idOf={(row) => row.key}
          nameOf={({ row }) => row.line.name || row.line.code}
          columns={columns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={{ column: '', descending: false }}
          onSort={() => undefined}
          selected={props.selected}
          onSelect={props.onSelect}
          current={visible.findIndex(({ key }) => key === props.current)}
          onCurrent={(index) => props.onCurrent(visible[index]?.key ?? '')}
          onOpen={() => undefined}
          empty={<EmptyState text="没有这一类的行。" />}
        />
      )}
    </Box>
  )
}

function GroupButton(props: { isOn: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Button
      size="small"
      color="inherit"
      variant={props.isOn ? 'outlined' : 'text'}
      aria-pressed={props.isOn}
      onClick={props.onClick}
      sx={{ borderColor: colours.primary, bgcolor: props.isOn ? colours.selected : 'transparent' }}
    >
      {props.children}
    </Button>
  )
}

const barStyle = {
  ...{ flex: 'none', display: 'flex', alignItems: 'center', gap: 4, px: 4, py: 1.5 },
  ...{ borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' },
} as const

function columnsFor(goals: ReadonlyMap<string, Goal>, year: number): Column<ImportRow>[] {
  const goalName = ({ row }: ImportRow) => goals.get(row.goalId)?.name ?? ''
  const wayOf = ({ row }: ImportRow): MatchWay => row.match.way
  return [
    {
      ...{ id: 'name', title: '台账上的项目', width: 150, grow: 2, sortable: false },
      cell: ({ row }) => row.line.name || row.line.code,
      hover: ({ row }) => `${row.line.code} ${row.line.name}`.trim(),
    },
    {
      ...{ id: 'group', title: '结果', width: 78, sortable: false },
      cell: ({ group }) => <GroupMark group={group} />,
    },
    {
      ...{ id: 'goal', title: '对应的项目', width: 112, grow: 1, sortable: false },
      cell: (row) => goalName(row) || '—',
      hover: (row) => (goalName(row) ? `按${matchWays[wayOf(row)]}对应：${goalName(row)}` : ''),
    },
    {
      ...{ id: 'reason', title: '说明', width: 120, grow: 2, sortable: false },
      cell: (row) => reasonOf(row, year),
      hover: (row) => reasonOf(row, year),
    },
    {
      ...{ id: 'unit', title: '单位', width: 96, grow: 1, sortable: false },
      cell: ({ row }) => <NameEnd text={row.line.unitName} />,
      hover: ({ row }) => row.line.unitName,
    },
    {
      ...{ id: 'month', title: '月份', width: 46, sortable: false, align: 'right' as const },
      cell: ({ row }) => row.line.month ?? '—',
    },
    {
      ...{ id: 'adjusted', title: '调整后预算', width: 86, sortable: false, align: 'right' as const },
      cell: ({ row }) => formatWan(row.line.adjusted ?? row.line.initial),
      hover: ({ row }) => `${formatWanExact(row.line.adjusted ?? row.line.initial)} 万元`,
    },
    {
      ...{ id: 'stated', title: '支出', width: 86, sortable: false, align: 'right' as const },
      cell: ({ row }) => formatWan(row.line.stated),
      hover: ({ row }) => `${formatWanExact(row.line.stated)} 万元`,
    },
  ]
}

export function GroupMark({ group }: { group: ImportGroup }) {
  const look = groupLooks[group]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {importGroups[group]}
    </Box>
  )
}
