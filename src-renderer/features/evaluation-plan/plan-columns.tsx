import Box from '@mui/material/Box'
import type { PlanLine } from '#domain/evaluation/plan-list'
import { objectKinds } from '#domain/goals/goal'
import { grades } from '#domain/grade'
import { formatWan, formatWanExact } from '#domain/money'
import type { Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { CoverageMark, DecisionMark } from './PlanMarks.tsx'

/** Columns of the planner; the first stays in place. Beside the panel all of them stand on a window of 1366. */
export function planColumns(units: readonly Unit[]): Column<PlanLine>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit.name]))
  const unitName = ({ object }: PlanLine) => unitById.get(object.unitId) ?? ''
  return [
    {
      id: 'name',
      title: '评价对象',
      width: 146,
      grow: 2,
      cell: ({ object, isCompulsory }) => (
        <>
          {object.name}
          {isCompulsory && (
            <Box component="span" sx={{ color: colours.alarm, fontSize: 12, ml: 1 }}>
              必评
            </Box>
          )}
        </>
      ),
      hover: ({ object }) => object.name,
    },
    {
      id: 'decision',
      title: '决定',
      width: 80,
      cell: (line) => <DecisionMark line={line} />,
      hover: ({ item }) => item?.note ?? '',
    },
    { id: 'kind', title: '类别', width: 72, cell: ({ object }) => objectKinds[object.kind] },
    {
      id: 'size',
      title: '资金（万元）',
      width: 98,
      align: 'right',
      cell: ({ object }) => formatWan(object.size),
      hover: ({ object }) => formatWanExact(object.size),
    },
    { id: 'last', title: '上次评价', width: 82, cell: lastText, hover: lastText },
    {
      id: 'due',
      title: '周期',
      width: 104,
      cell: ({ coverage }) => <CoverageMark coverage={coverage} />,
      hover: ({ coverage }) => `应在 ${coverage.dueIn} 年前（含）评价`,
    },
    {
      id: 'points',
      title: '风险分',
      width: 64,
      align: 'right',
      cell: ({ points }) => points,
      hover: ({ reasons }) => reasons.join('\n'),
    },
    {
      id: 'unit',
      title: '单位',
      width: 96,
      grow: 1,
      sortable: false,
      cell: (line) => <NameEnd text={unitName(line)} />,
      hover: unitName,
    },
    {
      id: 'reasons',
      title: '理由',
      width: 108,
      grow: 2,
      sortable: false,
      cell: ({ reasons }) => reasons.join('；'),
      hover: ({ reasons }) => reasons.join('\n'),
    },
  ]
}

function lastText({ object, coverage }: Pick<PlanLine, 'object' | 'coverage'>): string {
  if (coverage.last === null) return '—'
  const grade = object.history.find(({ year }) => year === coverage.last)?.grade ?? ''
  return `${coverage.last} 年${grade === '' ? '' : ` ${grades[grade]}`}`
}
