import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useMemo, useState } from 'react'
import { BigTable, type Column } from './BigTable.tsx'
import { EmptyState } from './EmptyState.tsx'
import { useToast } from './Toast.tsx'
import { colours } from './theme.ts'

/** One row of 核对: something found in a file, in a group of its own words. */
export type ListedRow = {
  key: string
  file: string
  name: string
  group: string
  reason: string
  /** What it belongs to, and how that was found. */
  target: string
  targetHover: string
  isSelectable: boolean
}

export type ListedGroup = { id: string; word: string; shape: string; colour: string }

/** The list of 核对 in an import: groups that filter, what would change or why not, and a choice of what is written. */
export function ImportList(props: {
  rows: readonly ListedRow[]
  groups: readonly ListedGroup[]
  skipped: number
  chosen: ReadonlySet<string>
  current: string
  /** Head of what rows belong to, and what a group without rows says. */
  targetTitle: string
  empty: string
  onChoose: (keys: ReadonlySet<string>) => void
  onCurrent: (key: string) => void
}) {
  const { rows, groups, chosen } = props
  const { say } = useToast()
  const [shown, setShown] = useState('')
  const [widths, setWidths] = useState<Record<string, number>>({})
  const visible = useMemo(() => rows.filter(({ group }) => shown === '' || group === shown), [rows, shown])
  const columns = useMemo(() => columnsOf(groups, props.targetTitle), [groups, props.targetTitle])

  function choose(keys: ReadonlySet<string>) {
    const refused = rows.find((row) => keys.has(row.key) && !row.isSelectable)
    if (refused) say({ text: `“${refused.name}”不能写入：${refused.reason}`, severity: 'info' })
    props.onChoose(keys)
  }

  return (
    <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={barStyle}>
        <Box role="group" aria-label="按结果筛选" sx={{ display: 'flex', gap: 1 }}>
          <GroupButton isOn={shown === ''} onClick={() => setShown('')}>
            全部 {rows.length}
          </GroupButton>
          {groups.map(({ id, word, shape, colour }) => {
            const count = rows.filter(({ group }) => group === id).length
            return (
              <GroupButton
                key={id}
                isOn={shown === id}
                disabled={count === 0}
                onClick={() => setShown(shown === id ? '' : id)}
              >
                <Box
                  component="span"
                  aria-hidden="true"
                  sx={{ color: count > 0 ? colour : 'inherit', mr: 1 }}
                >
                  {shape}
                </Box>
                {word} {count}
              </GroupButton>
            )
          })}
        </Box>
        <Box role="status" sx={{ flex: 1, textAlign: 'right', fontSize: 13, color: 'text.secondary' }}>
          共 {rows.length} 份，已选 {chosen.size} 份
          {props.skipped > 0 && `；另有 ${props.skipped} 个不是表格的文件没有读取`}
        </Box>
      </Box>
      <BigTable<ListedRow>
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
        empty={<EmptyState text={props.empty} />}
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

/** A group as shape, word and colour. */
export function GroupMark({ group }: { group: ListedGroup | undefined }) {
  if (!group) return null
  return (
    <Box component="span" sx={{ color: group.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{group.shape}</span> {group.word}
    </Box>
  )
}

function columnsOf(groups: readonly ListedGroup[], targetTitle: string): Column<ListedRow>[] {
  const groupOf = (row: ListedRow) => groups.find(({ id }) => id === row.group)
  const text = (
    id: 'name' | 'reason' | 'file',
    title: string,
    width: number,
    grow: number,
  ): Column<ListedRow> => ({
    ...{ id, title, width, grow, sortable: false },
    cell: (row) => row[id],
    hover: (row) => row[id],
  })
  return [
    text('name', '表上的项目', 180, 1),
    {
      ...{ id: 'group', title: '结果', width: 92, sortable: false },
      cell: (row) => <GroupMark group={groupOf(row)} />,
    },
    text('reason', '差异或原因', 240, 2),
    {
      ...{ id: 'target', title: targetTitle, width: 160, grow: 1, sortable: false },
      cell: (row) => row.target || '—',
      hover: (row) => row.targetHover,
    },
    text('file', '文件', 160, 1),
  ]
}
