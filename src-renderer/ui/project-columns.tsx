import Box from '@mui/material/Box'
import type { Section, Unit } from '#domain/year-book'
import type { Column } from './BigTable.tsx'
import { NameEnd } from './NameEnd.tsx'
import { colours } from './theme.ts'

/** 项目名称, the column that stays in place. */
export function nameColumn<Row extends { name: string }>(width: number): Column<Row> {
  return {
    ...{ id: 'name', title: '项目名称', width, grow: 2 },
    cell: ({ name }) => name || <Box sx={{ color: 'text.secondary' }}>（未填名称）</Box>,
    hover: ({ name }) => name,
  }
}

/** 单位 and 归口股室 of rows that belong to a unit. */
export function placeColumns<Row extends { unitId: string }>(
  units: readonly Unit[],
  sections: readonly Section[],
): { unit: (width: number) => Column<Row>; section: (width: number) => Column<Row> } {
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const sectionById = new Map(sections.map(({ id, name }) => [id, name]))
  const unitName = ({ unitId }: Row) => unitById.get(unitId)?.name ?? ''
  const sectionName = ({ unitId }: Row) => sectionById.get(unitById.get(unitId)?.sectionId ?? '') ?? ''
  return {
    unit: (width) => ({
      ...{ id: 'unit', title: '单位', width, grow: 1, sortable: false },
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    }),
    section: (width) => ({
      ...{ id: 'section', title: '归口股室', width, sortable: false },
      cell: sectionName,
      hover: sectionName,
    }),
  }
}

/** 办理: whose turn it is, and how late that is. */
export function holderColumn<Row extends { holder: string; overdue: number }>(width: number): Column<Row> {
  return {
    ...{ id: 'holder', title: '办理', width, sortable: false },
    cell: ({ holder, overdue }) =>
      overdue === 0 ? (
        holder
      ) : (
        <Box component="span" sx={{ color: colours.alarm }}>
          {holder} ■ 超 {overdue} 天
        </Box>
      ),
  }
}
