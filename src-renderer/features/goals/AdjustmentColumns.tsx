import Box from '@mui/material/Box'
import { type Fen, formatWan, formatWanExact } from '#domain/money'
import type { Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { momentText } from '#ui/moment-text'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { AdjustmentMark, MajorMark } from './AdjustmentMark.tsx'
import type { AdjustmentRow, UnitSumRow } from './adjustment-rows.ts'

/** An amount with its sign, so that 调增 and 调减 are told apart without colour. */
function signedWan(amount: Fen | null): string {
  return amount !== null && amount > 0 ? `+${formatWan(amount)}` : formatWan(amount)
}

function exact(amount: Fen | null): string {
  return amount === null ? '未填' : `${formatWanExact(amount)} 万元`
}

/** Columns of the ledger; the first stays in place. */
export function adjustmentColumns(units: ReadonlyMap<string, Unit>): Column<AdjustmentRow>[] {
  const unitName = (row: AdjustmentRow) => units.get(row.unitId)?.name ?? ''
  const money = (id: 'before' | 'after', title: string): Column<AdjustmentRow> => ({
    id,
    title,
    width: 112,
    align: 'right',
    cell: (row) => formatWan(row[id]),
    hover: (row) => exact(row[id]),
  })
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 180,
      grow: 2,
      cell: (row) => row.name || '（未填名称）',
      hover: (row) => `${row.name}${row.reason && `：${row.reason}`}`,
    },
    {
      id: 'unit',
      title: '单位',
      width: 132,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    { id: 'number', title: '第几次', width: 72, align: 'right', cell: (row) => row.number },
    money('before', '调整前（万元）'),
    money('after', '调整后（万元）'),
    {
      id: 'change',
      title: '增减（万元）',
      width: 112,
      align: 'right',
      cell: (row) => signedWan(row.change),
      hover: (row) => exact(row.change),
    },
    { id: 'major', title: '变化', width: 76, cell: (row) => <MajorMark major={row.major} /> },
    {
      id: 'state',
      title: '状态',
      width: 92,
      sortable: false,
      cell: (row) => <AdjustmentMark state={row.state} />,
    },
    {
      id: 'holder',
      title: '办理',
      width: 116,
      sortable: false,
      cell: (row) => <Holder row={row} />,
      hover: (row) => (row.overdue === 0 ? row.holder : `${row.holder}，超 ${row.overdue} 天`),
    },
    { id: 'since', title: '最近办理', width: 124, cell: (row) => momentText(row.since) },
  ]
}

function Holder({ row }: { row: AdjustmentRow }) {
  if (row.overdue === 0) return row.holder
  return (
    <Box component="span" sx={{ color: colours.alarm }}>
      {row.holder} ■ 超 {row.overdue} 天
    </Box>
  )
}

const figures: readonly [keyof UnitSumRow & string, string, number][] = [
  ['count', '调整次数', 96],
  ['goals', '调整目标（个）', 116],
  ['most', '单个最多（次）', 116],
]
const amounts: readonly ['increased' | 'decreased' | 'net', string][] = [
  ['increased', '调增（万元）'],
  ['decreased', '调减（万元）'],
  ['net', '净增减（万元）'],
]

/** Columns of 按单位. */
export const unitSumColumns: Column<UnitSumRow>[] = [
  { id: 'name', title: '单位', width: 260, grow: 1, cell: (row) => row.name, hover: (row) => row.name },
  ...figures.map(
    ([id, title, width]): Column<UnitSumRow> => ({
      id,
      title,
      width,
      align: 'right',
      cell: (row) => row[id],
    }),
  ),
  ...amounts.map(
    ([id, title]): Column<UnitSumRow> => ({
      id,
      title,
      width: 126,
      align: 'right',
      cell: (row) => (id === 'net' ? signedWan(row.net) : formatWan(row[id])),
      hover: (row) => exact(row[id]),
    }),
  ),
  { id: 'open', title: '在办（份）', width: 92, align: 'right', cell: (row) => row.open },
]
