import Box from '@mui/material/Box'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { formatWeight } from '#domain/goals/weights'
import { formatWan, formatWanExact } from '#domain/money'
import type { Section, Unit } from '#domain/year-book'
import type { GoalRow } from '#storage/goals'
import type { Column } from '#ui/BigTable.tsx'
import { momentText } from '#ui/moment-text'
import { NameEnd } from '#ui/NameEnd.tsx'
import { HealthMark } from '#ui/SeverityMark.tsx'
import { StatusMark } from './StatusMark.tsx'

/** All columns of the ledger; the first is always shown and stays in place. */
export function ledgerColumns(
  units: ReadonlyMap<string, Unit>,
  sections: ReadonlyMap<string, Section>,
  weightTotal: number,
): Column<GoalRow>[] {
  const unitName = (row: GoalRow) => fullUnitName(row.unitId, units)
  const sectionName = (row: GoalRow) => sections.get(units.get(row.unitId)?.sectionId ?? '')?.name ?? ''
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 280,
      grow: 2,
      cell: (row) => row.name || <Box sx={{ color: 'text.secondary' }}>（未填名称）</Box>,
      hover: (row) => row.name,
    },
    {
      id: 'unit',
      title: '单位',
      width: 220,
      grow: 1,
      cell: (row) => <NameEnd text={units.get(row.unitId)?.name ?? ''} />,
      hover: unitName,
    },
    { id: 'code', title: '项目代码', width: 150, cell: (row) => row.code, hover: (row) => row.code },
    { id: 'kind', title: '对象', width: 84, cell: (row) => objectKinds[row.kind] },
    { id: 'book', title: '预算类型', width: 130, cell: (row) => budgetBooks[row.book] },
    {
      id: 'total',
      title: '申报（万元）',
      width: 116,
      align: 'right',
      cell: (row) => formatWan(row.total),
      hover: (row) => (row.total === null ? '未填' : `${formatWanExact(row.total)} 万元`),
    },
    { id: 'indicators', title: '指标数', width: 72, align: 'right', cell: (row) => row.indicatorCount },
    {
      id: 'weight',
      title: '权重',
      width: 82,
      align: 'right',
      cell: (row) => `${formatWeight(row.weightSum)}/${formatWeight(weightTotal)}`,
    },
    { id: 'health', title: '体检', width: 132, cell: (row) => <HealthMark health={row.health} /> },
    { id: 'status', title: '状态', width: 96, cell: (row) => <StatusMark status={row.status} /> },
    { id: 'section', title: '归口股室', width: 140, cell: sectionName, hover: sectionName, sortable: false },
    { id: 'changed', title: '修改时间', width: 136, cell: (row) => momentText(row.changedAt) },
  ]
}

/** Shown until the user chooses. */
export const usualColumns = ['name', 'unit', 'kind', 'book', 'total', 'weight', 'health', 'status']

/** 主管部门·单位; the end distinguishes. */
function fullUnitName(unitId: string, units: ReadonlyMap<string, Unit>): string {
  const unit = units.get(unitId)
  if (!unit) return ''
  const parent = units.get(unit.parentId)
  return parent ? `${parent.name} · ${unit.name}` : unit.name
}
