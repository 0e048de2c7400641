import Box from '@mui/material/Box'
import { type RankingRow, scoreText } from '#domain/evaluation/ranking'
import { taskLevels } from '#domain/evaluation/task'
import { objectKinds } from '#domain/goals/goal'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { GradeMark, TaskMark } from './StateMark.tsx'

/** The columns of 排名. None can be sorted by: the order is what the page says. */
export function rankingColumns(unitById: ReadonlyMap<string, string>): Column<RankingRow>[] {
  const unitName = ({ unitId }: RankingRow) => unitById.get(unitId) ?? ''
  return [
    {
      id: 'place',
      title: '名次',
      width: 64,
      align: 'right',
      sortable: false,
      cell: ({ place }) => place ?? '—',
    },
    {
      id: 'name',
      title: '评价对象',
      width: 200,
      grow: 2,
      sortable: false,
      cell: ({ name }) => name,
      hover: ({ name }) => name,
    },
    {
      id: 'unit',
      title: '单位',
      width: 130,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    { id: 'kind', title: '类别', width: 80, sortable: false, cell: ({ kind }) => objectKinds[kind] },
    { id: 'level', title: '层级', width: 76, sortable: false, cell: ({ level }) => taskLevels[level] },
    {
      id: 'state',
      title: '状态',
      width: 92,
      sortable: false,
      cell: ({ state }) => <TaskMark state={state} />,
    },
    {
      id: 'points',
      title: '评价得分',
      width: 80,
      align: 'right',
      sortable: false,
      cell: ({ points }) => scoreText(points) || '—',
    },
    {
      id: 'grade',
      title: '等级',
      width: 60,
      sortable: false,
      cell: ({ grade }) => <GradeMark grade={grade} />,
    },
    {
      id: 'self',
      title: '自评得分',
      width: 80,
      align: 'right',
      sortable: false,
      cell: ({ self }) => scoreText(self) || '—',
    },
    {
      id: 'selfGrade',
      title: '自评等级',
      width: 76,
      sortable: false,
      cell: ({ selfGrade }) => <GradeMark grade={selfGrade} />,
    },
    {
      id: 'difference',
      title: '自评－评价',
      width: 92,
      align: 'right',
      sortable: false,
      cell: (row) => <Difference row={row} />,
      hover: ({ difference }) => (difference ? '自评得分减评价得分；等级不同的标出' : ''),
    },
  ]
}

function Difference({ row }: { row: RankingRow }) {
  const { difference, grade, selfGrade } = row
  const isApart = grade !== '' && selfGrade !== '' && grade !== selfGrade
  return (
    <Box component="span" sx={{ color: isApart ? colours.attention : colours.text }}>
      {isApart && <span aria-hidden="true">▲ </span>}
      {scoreText(difference, true) || '—'}
    </Box>
  )
}
