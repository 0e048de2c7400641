import { formatWan, formatWanExact } from '#domain/money'
import { spotCheckStates } from '#domain/spot-checks/flow'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { LightMark } from '#ui/LightMark.tsx'
import { nameColumn, placeColumns } from '#ui/project-columns.tsx'
import { RiskMark } from './RiskMark.tsx'
import type { ScreeningRow } from './screening-rows.ts'

/** Columns of the screening; the first stays in place. */
export function screeningColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<ScreeningRow>[] {
  const place = placeColumns<ScreeningRow>(units, sections)
  return [
    nameColumn(160),
    {
      id: 'risk',
      title: '风险',
      width: 92,
      cell: (row) => <RiskMark level={row.risk.level} points={row.risk.points} />,
      hover: (row) => row.risk.parts.map(({ name, points }) => `${name} ${points}`).join(' ＋ '),
    },
    {
      id: 'findings',
      title: '问题',
      width: 180,
      grow: 2,
      cell: (row) => (row.findings.length === 0 ? '—' : `${row.findings.length} 处：${row.found}`),
      hover: (row) => row.findings.map(({ message }) => message).join('\n'),
    },
    {
      id: 'check',
      title: '核查',
      width: 84,
      sortable: false,
      cell: (row) => (row.check ? spotCheckStates[row.check.state] : '—'),
      hover: (row) => row.check?.ground ?? '',
    },
    place.unit(110),
    {
      id: 'budget',
      title: '预算（万元）',
      width: 98,
      align: 'right',
      cell: (row) => formatWan(row.budget),
      hover: (row) => (row.budget === null ? '' : `${formatWanExact(row.budget)} 万元`),
    },
    {
      id: 'worst',
      title: '最重的灯',
      width: 76,
      sortable: false,
      cell: (row) => <LightMark colour={row.worst} />,
    },
    place.section(90),
  ]
}
