import Box from '@mui/material/Box'
import { formatWan, formatWanExact } from '#domain/money'
import { type LightKind, lightColours, lightKinds } from '#domain/monitoring/lights'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { LightMark } from '#ui/LightMark.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import type { MonitoringRow } from './monitoring-rows.ts'
import { StateMark } from './StateMark.tsx'

const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table

/** Columns of the ledger; the first stays in place. */
export function monitoringColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<MonitoringRow>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map((section) => [section.id, section.name]))
  const unitName = (row: MonitoringRow) => unitById.get(row.unitId)?.name ?? ''
  const sectionName = (row: MonitoringRow) => sectionById.get(unitById.get(row.unitId)?.sectionId ?? '') ?? ''
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 180,
      grow: 2,
      cell: (row) => row.name || <Box sx={{ color: 'text.secondary' }}>（未填名称）</Box>,
      hover: (row) => row.name,
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
      id: 'rate',
      title: '执行率',
      width: 68,
      align: 'right',
      cell: (row) => row.rateText,
      hover: (row) => (row.paid === null ? '' : `已执行 ${formatWanExact(row.paid)} 万元`),
    },
    {
      id: 'composite',
      title: '目标完成率',
      width: 90,
      align: 'right',
      cell: (row) => row.compositeText,
      hover: () => '目标综合完成率：到目前为止，按权重平均，单项不超过 100%',
    },
    ...kinds.map(
      ([kind, title]): Column<MonitoringRow> => ({
        id: kind,
        title,
        width: 78,
        cell: (row) => <LightMark colour={row.lights[kind].colour} />,
        hover: (row) => `${lightColours[row.lights[kind].colour]}：${row.lights[kind].reason}`,
      }),
    ),
    {
      id: 'state',
      title: '状态',
      width: 78,
      cell: (row) => <StateMark state={row.state} />,
      hover: (row) => (row.state === 'exempt' ? `免报原因：${row.exemptReason}` : ''),
    },
    { id: 'holder', title: '办理', width: 112, sortable: false, cell: (row) => <Holder row={row} /> },
    { id: 'section', title: '归口股室', width: 100, sortable: false, cell: sectionName, hover: sectionName },
  ]
}

function Holder({ row }: { row: MonitoringRow }) {
  if (row.overdue === 0) return row.holder
  return (
    <Box component="span" sx={{ color: colours.alarm }}>
      {row.holder} ■ 超 {row.overdue} 天
    </Box>
  )
}
