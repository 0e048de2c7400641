import Box from '@mui/material/Box'
import { measures } from '#domain/disposals/rules'
import { causeNames } from '#domain/disposals/words'
import { formatWan } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { nameColumn, placeColumns } from '#ui/project-columns.tsx'
import { colours } from '#ui/theme'
import { CauseMarks, DisposalMark } from './DisposalMark.tsx'
import { type DisposalRow, leftText } from './disposal-rows.ts'

/** Columns of the ledger; the first stays in place. */
export function disposalColumns(units: readonly Unit[], sections: readonly Section[]): Column<DisposalRow>[] {
  const place = placeColumns<DisposalRow>(units, sections)
  return [
    nameColumn(176),
    place.unit(112),
    {
      id: 'causes',
      title: '处置原因',
      width: 248,
      sortable: false,
      cell: ({ disposal }) => <CauseMarks causes={disposal.causes} />,
      hover: ({ disposal }) =>
        disposal.causes.map(({ kind, text }) => `${causeNames[kind]}：${text}`).join('\n'),
    },
    {
      id: 'measure',
      title: '处置措施',
      width: 86,
      cell: ({ disposal, group }) =>
        group === 'proposed' ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            拟{measures[disposal.measure]}
          </Box>
        ) : (
          measures[disposal.measure]
        ),
      hover: ({ disposal }) => disposal.demand,
    },
    {
      id: 'amount',
      title: '金额（万元）',
      width: 96,
      align: 'right',
      cell: ({ disposal }) => formatWan(disposal.amount),
      hover: ({ disposal }) => (disposal.amount === null ? '' : '拟调减、收回的金额'),
    },
    {
      id: 'due',
      title: '整改期限',
      width: 192,
      cell: (row) => <Due row={row} />,
      hover: (row) => (row.late > 0 ? `等待${row.holder}办理，已超 ${row.late} 天` : leftText(row)),
    },
    {
      id: 'state',
      title: '状态',
      width: 88,
      cell: (row) => <DisposalMark group={row.group} />,
      hover: (row) => (row.disposal.state === 'returned' ? '审核退回，待再次提交' : ''),
    },
    {
      id: 'number',
      title: '发文字号',
      width: 150,
      cell: ({ disposal }) => disposal.letterNumber,
      hover: ({ disposal }) => disposal.letterNumber,
    },
    place.section(96),
  ]
}

/** Until when the unit answers and what is left of it; for the bureau's turn how late it is. */
function Due({ row }: { row: DisposalRow }) {
  const isLate = row.group === 'overdue' || row.late > 0
  return (
    <>
      {row.disposal.dueOn}{' '}
      <Box component="span" sx={{ color: isLate ? colours.alarm : 'text.secondary', whiteSpace: 'nowrap' }}>
        {row.late > 0 ? `■ 办理超 ${row.late} 天` : leftText(row)}
      </Box>
    </>
  )
}
