import Box from '@mui/material/Box'
import { measureText } from '#domain/disposals/letters'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { colours } from '#ui/theme'
import { CauseMark, causeNames, DisposalMark } from './DisposalMark.tsx'
import { type DisposalRow, leftText } from './disposal-rows.ts'

/** Columns of the ledger; the first stays in place. */
export function disposalColumns(units: readonly Unit[], sections: readonly Section[]): Column<DisposalRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const unitName = (row: DisposalRow) => unitById.get(row.unitId)?.name ?? ''
  const sectionName = (row: DisposalRow) => sectionById.get(unitById.get(row.unitId)?.sectionId ?? '') ?? ''
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 190,
      grow: 2,
      cell: (row) => row.name || <Box sx={{ color: 'text.secondary' }}>（未填名称）</Box>,
      hover: (row) => row.name,
    },
    {
      id: 'unit',
      title: '单位',
      width: 116,
      grow: 1,
      sortable: false,
      cell: (row) => <UnitName text={unitName(row)} />,
      hover: unitName,
    },
    {
      id: 'causes',
      title: '处置原因',
      width: 172,
      grow: 1,
      sortable: false,
      cell: (row) => <Causes row={row} />,
      hover: ({ disposal }) =>
        disposal.causes.map(({ kind, text }) => `${causeNames[kind]}：${text}`).join('\n'),
    },
    {
      id: 'measure',
      title: '处置措施',
      width: 132,
      cell: ({ disposal, group }) =>
        group === 'proposed' ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            拟 {measureText(disposal)}
          </Box>
        ) : (
          measureText(disposal)
        ),
      hover: ({ disposal }) => disposal.demand,
    },
    {
      id: 'due',
      title: '整改期限',
      width: 154,
      cell: (row) => <Due row={row} />,
      hover: (row) => (row.left === null ? '' : '剩余和超期按工作日计算'),
    },
    {
      id: 'state',
      title: '状态',
      width: 88,
      cell: (row) => <DisposalMark group={row.group} />,
      hover: (row) => (row.disposal.state === 'returned' ? '审核退回，待再次报送' : ''),
    },
    { id: 'holder', title: '办理', width: 120, sortable: false, cell: (row) => <Holder row={row} /> },
    {
      id: 'number',
      title: '发文字号',
      width: 140,
      cell: ({ disposal }) => disposal.letterNumber,
      hover: ({ disposal }) => disposal.letterNumber,
    },
    { id: 'section', title: '归口股室', width: 100, sortable: false, cell: sectionName, hover: sectionName },
  ]
}

function Causes({ row }: { row: DisposalRow }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 2 }}>
      {row.disposal.causes.map((cause) => (
        <CauseMark key={`${cause.kind} ${cause.text}`} cause={cause} />
      ))}
    </Box>
  )
}

function Due({ row }: { row: DisposalRow }) {
  const left = leftText(row)
  return (
    <>
      {row.disposal.dueOn}{' '}
      <Box
        component="span"
        sx={{ color: row.group === 'overdue' ? colours.alarm : 'text.secondary', whiteSpace: 'nowrap' }}
      >
        {left}
      </Box>
    </>
  )
}

function Holder({ row }: { row: DisposalRow }) {
  if (row.late === 0) return row.holder
  return (
    <Box component="span" sx={{ color: colours.alarm }}>
      {row.holder} ■ 超 {row.late} 天
    </Box>
  )
}

/** The end of a unit's name distinguishes it, so the beginning is what gives way. */
function UnitName({ text }: { text: string }) {
  return (
    <Box sx={{ direction: 'rtl', textAlign: 'left', overflow: 'hidden', textOverflow: 'ellipsis' }}>
      <bdi>{text}</bdi>
    </Box>
  )
}
