import { scoreText } from '#domain/evaluation/points'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import type { CredibilityRow } from './credibility-rows.ts'
import { DoubtMark, GradeMark } from './DoubtMark.tsx'

/** Columns of the list; the first stays in place. */
export function credibilityColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<CredibilityRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const unitName = (row: CredibilityRow) => unitById.get(row.unitId)?.name ?? ''
  const sectionName = (row: CredibilityRow) =>
    sectionById.get(unitById.get(row.unitId)?.sectionId ?? '') ?? ''
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 160,
      grow: 2,
      cell: (row) => row.name || '（未填名称）',
      hover: (row) => row.name,
    },
    {
      id: 'unit',
      title: '单位',
      width: 100,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    {
      id: 'total',
      title: '自评总分',
      width: 82,
      align: 'right',
      cell: (row) => scoreText(row.total),
    },
    {
      id: 'grade',
      title: '等级',
      width: 52,
      sortable: false,
      cell: (row) => <GradeMark grade={row.grade} />,
    },
    {
      id: 'rate',
      title: '执行率',
      width: 66,
      align: 'right',
      sortable: false,
      cell: (row) => row.rateText,
    },
    {
      id: 'level',
      title: '可信程度',
      width: 108,
      cell: (row) => <DoubtMark level={row.level} points={row.points} />,
      hover: () => '疑点分：各类疑点按规则包的分值相加，分越高越值得抽查',
    },
    {
      id: 'doubts',
      title: '疑点',
      width: 150,
      grow: 2,
      sortable: false,
      cell: (row) => row.doubts || '—',
      hover: (row) => row.doubts,
    },
    {
      id: 'explained',
      title: '说明',
      width: 54,
      sortable: false,
      cell: (row) => (row.form.explanation === '' ? '' : '● 有'),
      hover: (row) => row.form.explanation,
    },
    { id: 'section', title: '归口股室', width: 100, sortable: false, cell: sectionName, hover: sectionName },
  ]
}
