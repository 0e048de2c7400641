import Box from '@mui/material/Box'
import { pickWays } from '#domain/spot-checks/spot-check'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { CheckStateMark } from './CheckStateMark.tsx'
import type { CheckRow } from './check-rows.ts'
import { VerdictMark } from './RiskMark.tsx'

/** Columns of the ledger of checks; the first stays in place. */
export function checkColumns(units: readonly Unit[], sections: readonly Section[]): Column<CheckRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const unitName = (row: CheckRow) => unitById.get(row.unitId)?.name ?? ''
  const sectionName = (row: CheckRow) => sectionById.get(unitById.get(row.unitId)?.sectionId ?? '') ?? ''
  return [
    { id: 'name', title: '项目名称', width: 200, grow: 2, cell: (row) => row.name, hover: (row) => row.name },
    {
      id: 'unit',
      title: '单位',
      width: 120,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    {
      id: 'way',
      title: '抽取方式',
      width: 84,
      sortable: false,
      cell: (row) => pickWays[row.way],
      hover: (row) => row.ground,
    },
    { id: 'points', title: '风险分', width: 72, align: 'right', cell: (row) => row.points },
    { id: 'checkedOn', title: '核查日期', width: 96, cell: (row) => row.checkedOn || '—' },
    {
      id: 'checkers',
      title: '核查人员',
      width: 110,
      sortable: false,
      cell: (row) => row.checkers || '—',
      hover: (row) => row.checkers,
    },
    { id: 'verdict', title: '结论', width: 96, cell: (row) => <VerdictMark verdict={row.verdict} /> },
    {
      id: 'untrue',
      title: '不实事项',
      width: 76,
      align: 'right',
      sortable: false,
      cell: (row) => row.untrue,
      hover: (row) =>
        row.lines
          .filter(({ verdict }) => verdict === 'false')
          .map(({ subject, reported, found }) => `${subject}：填报 ${reported}，核实 ${found}`)
          .join('\n'),
    },
    { id: 'state', title: '状态', width: 100, cell: (row) => <CheckStateMark state={row.state} /> },
    { id: 'holder', title: '办理', width: 130, sortable: false, cell: (row) => <Holder row={row} /> },
    { id: 'section', title: '归口股室', width: 90, sortable: false, cell: sectionName, hover: sectionName },
  ]
}

function Holder({ row }: { row: CheckRow }) {
  if (row.overdue === 0) return row.holder
  return (
    <Box component="span" sx={{ color: colours.alarm }}>
      {row.holder} ■ 超 {row.overdue} 天
    </Box>
  )
}
