import { scoreText } from '#domain/evaluation/points'
import { isHandedIn } from '#domain/evaluation/self-evaluation-flow'
import { formatWan, formatWanExact } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { holderColumn, nameColumn, placeColumns } from '#ui/project-columns.tsx'
import { GradeMark, StateMark } from './StateMark.tsx'
import type { SelfEvaluationRow } from './self-evaluation-rows.ts'

/** Columns of the ledger; the first stays in place. */
export function selfEvaluationColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<SelfEvaluationRow>[] {
  const place = placeColumns<SelfEvaluationRow>(units, sections)
  return [
    nameColumn(200),
    place.unit(120),
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
      hover: (row) => {
        if (row.total === null) return '还有指标没有得分'
        return isHandedIn(row.state) ? '' : '还没有报送，不定等级，不计入平均分'
      },
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
    holderColumn(130),
    place.section(100),
  ]
}
