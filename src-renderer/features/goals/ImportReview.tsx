import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDeferredValue, useMemo, useState } from 'react'
import { formatWan, formatWanExact } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { BigTable, type Column, type Sort } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { HealthMark } from '#ui/SeverityMark.tsx'
import { stablySortedBy } from '#ui/sorted'
import { useToast } from '#ui/Toast.tsx'
import { ImportDetail } from './ImportDetail.tsx'
import { GroupMark, ImportGroups } from './ImportGroups.tsx'
import {
  choosable,
  groupOf,
  isAboutImport,
  isSelectable,
  type ReviewGroupId,
  type ReviewRow,
  reviewGroups,
  rowName,
} from './import-rows.ts'

/** 核对: what would be written, what would change, what cannot be taken. */
export function ImportReview(props: {
  rows: readonly ReviewRow[]
  units: readonly Unit[]
  skipped: number
  chosen: ReadonlySet<string>
  markable: ReadonlySet<string>
  onChoose: (keys: ReadonlySet<string>) => void
  onUnit: (row: ReviewRow, unitId: string) => void
  onMark: (file: string) => void
  onMarkAll: () => void
}) {
  const { say } = useToast()
  const [shown, setShown] = useState<ReviewGroupId | 'all'>('all')
  const [sort, setSort] = useState<Sort>({ column: 'state', descending: false })
  const [current, setCurrent] = useState(0)
  const [widths, setWidths] = useState<Record<string, number>>({})

  const rows = useMemo(() => {
    const visible = props.rows.filter((row) => shown === 'all' || groupOf(row.state).id === shown)
    return sorted(visible, sort)
  }, [props.rows, shown, sort])
  // The table first; what stands beside it follows a moment later.
  const here = useDeferredValue(rows[current], undefined)

  function choose(keys: ReadonlySet<string>) {
    const refused = props.rows.find((row) => keys.has(row.key) && !isSelectable(row))
    if (refused) say({ text: refusal(refused), severity: 'info' })
    props.onChoose(choosable(props.rows, keys, props.chosen))
  }

  return (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 4,
          px: 4,
          py: 1.5,
          borderBottom: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        <ImportGroups
          rows={props.rows}
          shown={shown}
          onShow={(group) => {
            setShown(group)
            setCurrent(0)
          }}
        />
        <Box sx={{ flex: 1, textAlign: 'right', fontSize: 13, color: 'text.secondary' }}>
          共 {props.rows.length} 项，已选 {props.chosen.size} 项
          {props.skipped > 0 && `；另有 ${props.skipped} 个不是表格的文件没有读取`}
        </Box>
        {props.markable.size > 0 && (
          <Button size="small" variant="outlined" onClick={props.onMarkAll}>
            取回全部批注稿（{props.markable.size}）
          </Button>
        )}
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<ReviewRow>
          label="核对"
          rows={rows}
          idOf={(row) => row.key}
          nameOf={rowName}
          columns={columns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={sort}
          onSort={setSort}
          selected={props.chosen}
          onSelect={choose}
          current={current}
          onCurrent={setCurrent}
          onOpen={() => undefined}
          empty={<EmptyState text="没有这一类的表格。" />}
        />
        {here && (
          <ImportDetail
            row={here}
            units={props.units}
            canMark={props.markable.has(here.file)}
            onUnit={(unitId) => props.onUnit(here, unitId)}
            onMark={() => props.onMark(here.file)}
          />
        )}
      </Box>
    </>
  )
}

const columns: Column<ReviewRow>[] = [
  { id: 'name', title: '项目名称', width: 192, sortable: true, cell: rowName, hover: rowName },
  { id: 'state', title: '结果', width: 88, sortable: true, cell: (row) => <GroupMark state={row.state} /> },
  { id: 'change', title: '差异或原因', width: 196, cell: reason, hover: reason },
  {
    id: 'unit',
    title: '单位',
    width: 192,
    sortable: true,
    cell: ({ item }) => item && <NameEnd text={`${item.unitName}${item.newUnit ? '（新建）' : ''}`} />,
    hover: (row) => row.item?.unitName ?? '',
  },
  {
    id: 'health',
    title: '体检',
    width: 128,
    cell: (row) => (row.item?.content ? <HealthMark health={row.health} /> : '—'),
  },
  {
    id: 'total',
    title: '申报（万元）',
    width: 110,
    align: 'right',
    sortable: true,
    cell: (row) => formatWan(row.item?.content?.total ?? null),
    hover: (row) => formatWanExact(row.item?.content?.total ?? null),
  },
  {
    id: 'file',
    title: '文件',
    width: 260,
    sortable: true,
    cell: (row) => row.file,
    hover: (row) => row.file,
  },
]

/** One line: the first difference old → new, or why the row cannot be taken. */
function reason(row: ReviewRow): string {
  if (row.error !== '') return row.error
  const { item } = row
  if (!item) return ''
  if (item.state === 'other-kind') return '监控表或自评表，不在这里导入'
  const stated = item.problems.find(isAboutImport)
  if (item.state === 'conflict' || item.state === 'faulty') {
    return stated?.message ?? item.faults[0]?.message ?? ''
  }
  const [first] = item.changes
  if (!first) return stated?.message ?? item.faults[0]?.message ?? ''
  const more = item.changes.length > 1 ? ` 等 ${item.changes.length} 处` : ''
  return `${first.label}：${first.from || '（未填）'} → ${first.to || '（未填）'}${more}`
}

function refusal(row: ReviewRow): string {
  if (row.state === 'same') return `“${rowName(row)}”与账套中的相同，不用再写入。`
  return `“${rowName(row)}”不能写入：${reason(row)}`
}

const order = new Map(reviewGroups.map((group, index) => [group.id, index]))

function sorted(rows: readonly ReviewRow[], { column, descending }: Sort): ReviewRow[] {
  return stablySortedBy(rows, (row) => sortValue(row, column), descending)
}

function sortValue(row: ReviewRow, column: string): string | number {
  switch (column) {
    case 'name':
      return rowName(row)
    case 'unit':
      return row.item?.unitName ?? ''
    case 'file':
      return row.file
    case 'total':
      return row.item?.content?.total ?? 0
    default:
      return order.get(groupOf(row.state).id) ?? 0
  }
}
