import { assessmentKinds } from '#domain/assessments/rules'
import { formatWan, formatWanExact } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { holderColumn, nameColumn, placeColumns } from '#ui/project-columns.tsx'
import { AssessmentMark } from './AssessmentMark.tsx'
import type { AssessmentRow } from './assessment-rows.ts'

/** Columns of the ledger; the first stays in place. */
export function assessmentColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<AssessmentRow>[] {
  const place = placeColumns<AssessmentRow>(units, sections)
  const money = (id: 'amount' | 'recommended' | 'cut', title: string): Column<AssessmentRow> => ({
    id,
    title,
    width: 98,
    align: 'right',
    cell: (row) => formatWan(row[id]),
    hover: (row) => (row[id] === null ? '' : `${formatWanExact(row[id])} 万元`),
  })
  return [
    nameColumn(168),
    place.unit(108),
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
    holderColumn(120),
    place.section(88),
    { id: 'kind', title: '对象', width: 48, sortable: false, cell: (row) => assessmentKinds[row.kind] },
  ]
}
