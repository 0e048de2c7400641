import Box from '@mui/material/Box'
import { disclosureOwners, disclosurePlaces } from '#domain/disclosures/rules'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { StandingMark } from './StandingMark.tsx'

/** Columns of the ledger; the first stays in place. */
export function disclosureColumns(units: readonly Unit[]): Column<DisclosureRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const unitName = (row: DisclosureRow) => unitById.get(row.unitId)?.name ?? ''
  return [
    {
      ...{ id: 'name', title: '名称', width: 180, grow: 2 },
      cell: (row) => (row.secret ? `【涉密】${row.name}` : row.name),
      hover: (row) => row.name,
    },
    {
      ...{ id: 'unit', title: '单位', width: 120, grow: 1, sortable: false },
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    {
      ...{ id: 'item', title: '公开的信息', width: 146 },
      cell: (row) => row.rule.name,
      hover: ({ rule }) => `${rule.name}\n依据：${rule.clause}〔${rule.mark}〕`,
    },
    {
      ...{ id: 'place', title: '公开位置', width: 146, sortable: false },
      cell: ({ rule, record }) => record?.place || disclosurePlaces[rule.place],
      hover: ({ rule }) => `${disclosurePlaces[rule.place]}，由${disclosureOwners[rule.owner]}公开`,
    },
    {
      ...{ id: 'money', title: '资金（万元）', width: 100, align: 'right' },
      cell: (row) => formatWan(row.total),
    },
    {
      ...{ id: 'due', title: '应公开日期', width: 98 },
      cell: (row) => row.dueOn,
      hover: ({ rule }) => `${rule.deadline.clause}〔${rule.deadline.mark}〕`,
    },
    {
      ...{ id: 'on', title: '实际日期', width: 150 },
      cell: (row) => <Actual row={row} />,
      hover: ({ record }) => record?.address ?? '',
    },
    {
      ...{ id: 'state', title: '状态', width: 136 },
      cell: (row) => <State row={row} />,
      hover: ({ record, reason }) => record?.reason || reason,
    },
  ]
}

function Actual({ row }: { row: DisclosureRow }) {
  return (
    <>
      {row.record?.publishedOn}{' '}
      {row.late > 0 && (
        <Box component="span" sx={{ color: colours.alarm, whiteSpace: 'nowrap' }}>
          超 {row.late} 天
        </Box>
      )}
    </>
  )
}

function State({ row }: { row: DisclosureRow }) {
  return (
    <>
      <StandingMark standing={row.standing} />
      {row.differences.length > 0 && (
        <Box component="span" sx={{ color: colours.attention, ml: 1 }}>
          ▲ 待更新
        </Box>
      )}
    </>
  )
}
