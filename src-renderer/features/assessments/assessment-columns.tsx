import Box from '@mui/material/Box'
import { assessmentKinds } from '#domain/assessments/rules'
import { formatWan, formatWanExact } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { AssessmentMark } from './AssessmentMark.tsx'
import type { AssessmentRow } from './assessment-rows.ts'

/** Columns of the ledger; the first stays in place. */
export function assessmentColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<AssessmentRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section]))
  const sectionName = (row: AssessmentRow) =>
    sectionById.get(unitById.get(row.unitId)?.sectionId ?? '')?.name ?? ''
  const money = (id: 'amount' | 'recommended' | 'cut', title: string): Column<AssessmentRow> => ({
    id,
    title,
    width: 98,
    align: 'right',
    cell: (row) => formatWan(row[id]),
    hover: (row) => (row[id] === null ? '' : `${formatWanExact(row[id])} 万元`),
  })
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 168,
      grow: 2,
      cell: (row) => row.name || <Box sx={{ color: 'text.secondary' }}>（未填名称）</Box>,
      hover: (row) => row.name,
    },
    {
      id: 'unit',
      title: '单位',
      width: 108,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitById.get(row.unitId)?.name ?? ''} />,
      hover: (row) => unitById.get(row.unitId)?.name ?? '',
    },
    {
      id: 'why',
      title: '评估事由',
      width: 214,
      grow: 2,
      sortable: false,
      cell: (row) => row.shortWhy,
      hover: (row) => (row.clause === '' ? row.why : `${row.why}（${row.clause}）`),
    },
    money('amount', '申报（万元）'),
    money('recommended', '建议（万元）'),
    money('cut', '核减（万元）'),
    {
      id: 'word',
      title: '状态、结论',
      width: 108,
      cell: (row) => <AssessmentMark assessment={row.assessment} />,
    },
    {
      id: 'holder',
      title: '办理',
      width: 120,
      sortable: false,
      cell: (row) => <Holder row={row} />,
    },
    { id: 'section', title: '归口股室', width: 88, sortable: false, cell: sectionName, hover: sectionName },
    { id: 'kind', title: '对象', width: 48, sortable: false, cell: (row) => assessmentKinds[row.kind] },
  ]
}

function Holder({ row }: { row: AssessmentRow }) {
  if (row.overdue === 0) return row.holder
  return (
    <Box component="span" sx={{ color: colours.alarm }}>
      {row.holder} ■ 超 {row.overdue} 天
    </Box>
  )
}
