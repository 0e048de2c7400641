import Box from '@mui/material/Box'
import { formatWan, formatWanExact } from '#domain/money'
import { spotCheckStates } from '#domain/spot-checks/flow'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { LightMark } from '#ui/LightMark.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { RiskMark } from './RiskMark.tsx'
import type { ScreeningRow } from './screening-rows.ts'

/** Columns of the screening; the first stays in place. */
export function screeningColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<ScreeningRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const unitName = (row: ScreeningRow) => unitById.get(row.unitId)?.name ?? ''
  const sectionName = (row: ScreeningRow) => sectionById.get(unitById.get(row.unitId)?.sectionId ?? '') ?? ''
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 160,
      grow: 2,
      cell: (row) => row.name || <Box sx={{ color: 'text.secondary' }}>（未填名称）</Box>,
      hover: (row) => row.name,
    },
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
    {
      id: 'unit',
      title: '单位',
      width: 110,
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
    { id: 'section', title: '归口股室', width: 90, sortable: false, cell: sectionName, hover: sectionName },
  ]
}
