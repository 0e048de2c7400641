import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useMemo, useState } from 'react'
import { matchWays } from '#domain/execution/execution'
import { type ImportGroup, importGroups } from '#domain/monitoring/import-plan'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { countsOf, groupLooks, type ImportRow, isSelectable, reasonOf } from './import-rows.ts'

/** The list of 核对: what would be filled in, what changed, what a person must look at. */
export function ImportTable(props: {
  rows: readonly ImportRow[]
  skipped: number
  chosen: ReadonlySet<string>
  current: string
  onChoose: (keys: ReadonlySet<string>) => void
  onCurrent: (key: string) => void
}) {
  const { rows, chosen } = props
  const { say } = useToast()
  const [shown, setShown] = useState<ImportGroup | ''>('')
  const [widths, setWidths] = useState<Record<string, number>>({})
  const visible = useMemo(() => rows.filter(({ group }) => shown === '' || group === shown), [rows, shown])

  function choose(keys: ReadonlySet<string>) {
    const refused = rows.find((row) => keys.has(row.key) && !isSelectable(row))
    if (refused) say({ text: `“${refused.name}”不能写入：${reasonOf(refused)}`, severity: 'info' })
    props.onChoose(keys)
  }

  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={barStyle}>
        <Box role="group" aria-label="按结果筛选" sx={{ display: 'flex', gap: 1 }}>
          <GroupButton isOn={shown === ''} onClick={() => setShown('')}>
            全部 {rows.length}
          </GroupButton>
          {countsOf(rows).map(({ group, word, count }) => (
            <GroupButton
              key={group}
              isOn={shown === group}
              disabled={count === 0}
              onClick={() => setShown(shown === group ? '' : group)}
            >
              <Box
                component="span"
                aria-hidden="true"
                sx={{ color: count > 0 ? groupLooks[group].colour : 'inherit', mr: 1 }}
              >
                {groupLooks[group].shape}
              </Box>
              {word} {count}
            </GroupButton>
          ))}
        </Box>
        <Box role="status" sx={{ flex: 1, textAlign: 'right', fontSize: 13, color: 'text.secondary' }}>
          共 {rows.length} 份，已选 {chosen.size} 份
          {props.skipped > 0 && `；另有 ${props.skipped} 个不是表格的文件没有读取`}
        </Box>
      </Box>
      <BigTable<ImportRow>
        label="核对"
        rows={visible}
        idOf={(row) => row.key}
        nameOf={(row) => row.name}
        columns={columns}
        widths={widths}
        onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
        sort={{ column: '', descending: false }}
        onSort={() => undefined}
        selected={chosen}
        onSelect={choose}
        current={visible.findIndex(({ key }) => key === props.current)}
        onCurrent={(index) => props.onCurrent(visible[index]?.key ?? '')}
        onOpen={() => undefined}
        empty={<EmptyState text="没有这一类的监控表。" />}
      />
    </Box>
  )
}

function GroupButton(props: { isOn: boolean; disabled?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Button
      size="small"
      color="inherit"
      variant={props.isOn ? 'outlined' : 'text'}
      aria-pressed={props.isOn}
      disabled={props.disabled ?? false}
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

export function ImportMark({ group }: { group: ImportGroup }) {
  const look = groupLooks[group]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {importGroups[group]}
    </Box>
  )
}

const columns: Column<ImportRow>[] = [
  {
    id: 'name',
    title: '表上的项目',
    width: 180,
    grow: 1,
    sortable: false,
    cell: (row) => row.name,
    hover: (row) => row.name,
  },
  { id: 'group', title: '结果', width: 92, sortable: false, cell: (row) => <ImportMark group={row.group} /> },
  {
    id: 'reason',
    title: '差异或原因',
    width: 240,
    grow: 2,
    sortable: false,
    cell: reasonOf,
    hover: reasonOf,
  },
  {
    id: 'form',
    title: '对应本轮的项目',
    width: 160,
    grow: 1,
    sortable: false,
    cell: (row) => row.item?.form?.name ?? '—',
    hover: (row) => (row.item?.form ? `按${matchWays[row.item.way]}对应` : ''),
  },
  {
    id: 'file',
    title: '文件',
    width: 160,
    grow: 1,
    sortable: false,
    cell: (row) => row.file,
    hover: (row) => row.file,
  },
]
