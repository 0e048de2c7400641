import Box from '@mui/material/Box'
import { scoreText } from '#domain/evaluation/points'
import { formatWan, formatWanExact } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { GradeMark, StateMark } from './StateMark.tsx'
import type { SelfEvaluationRow } from './self-evaluation-rows.ts'

/** Columns of the ledger; the first stays in place. */
export function selfEvaluationColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<SelfEvaluationRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const unitName = (row: SelfEvaluationRow) => unitById.get(row.unitId)?.name ?? ''
  const sectionName = (row: SelfEvaluationRow) =>
    sectionById.get(unitById.get(row.unitId)?.sectionId ?? '') ?? ''
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 200,
      grow: 2,
      cell: (row) => row.name || <Box sx={{ color: 'text.secondary' }}>（未填名称）</Box>,
      hover: (row) => row.name,
    },
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
      id: 'budget',
      title: '预算（万元）',
      width: 98,
      align: 'right',
      sortable: false,
      cell: (row) => formatWan(row.revised),
      hover: (row) => `${formatWanExact(row.revised) || '未填'} 万元`,
    },
    {
      id: 'rate',
      title: '执行率',
      width: 74,
      align: 'right',
      cell: (row) => row.rateText,
      hover: (row) => `已执行 ${formatWanExact(row.paid) || '未填'} 万元`,
    },
    {
      id: 'total',
      title: '自评总分',
      width: 84,
      align: 'right',
      cell: (row) => scoreText(row.total),
      hover: (row) => (row.total === null ? '还有指标没有得分' : ''),
    },
    {
      id: 'grade',
      title: '等级',
      width: 60,
      cell: (row) => (row.grade === '' ? '' : <GradeMark grade={row.grade} />),
    },
    {
      id: 'department',
      title: '部门评分',
      width: 84,
      align: 'right',
      cell: (row) => scoreText(row.department.total),
      hover: (row) => row.department.opinion,
    },
    { id: 'state', title: '状态', width: 86, cell: (row) => <StateMark state={row.state} /> },
    { id: 'holder', title: '办理', width: 130, sortable: false, cell: (row) => <Holder row={row} /> },
    { id: 'section', title: '归口股室', width: 100, sortable: false, cell: sectionName, hover: sectionName },
  ]
}

function Holder({ row }: { row: SelfEvaluationRow }) {
  if (row.overdue === 0) return row.holder
  return (
    <Box component="span" sx={{ color: colours.alarm }}>
      {row.holder} ■ 超 {row.overdue} 天
    </Box>
  )
}
