import { formatWan, formatWanExact } from '#domain/money'
import { type LightKind, lightColours, lightKinds } from '#domain/monitoring/lights'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { LightMark } from '#ui/LightMark.tsx'
import { holderColumn, nameColumn, placeColumns } from '#ui/project-columns.tsx'
import type { MonitoringRow } from './monitoring-rows.ts'
import { StateMark } from './StateMark.tsx'

const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table

/** Columns of the ledger; the first stays in place. */
export function monitoringColumns(
  units: readonly Unit[],
  sections: readonly Section[],
): Column<MonitoringRow>[] {
  const place = placeColumns<MonitoringRow>(units, sections)
  return [
    nameColumn(180),
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
    holderColumn(112),
    place.section(100),
  ]
}
