import Box from '@mui/material/Box'
import {
  dayOf,
  stageState,
  stageStates,
  type TogetherStage,
  togetherStageList,
  togetherStages,
} from '#domain/goals/together'
import type { Unit } from '#domain/year-book'
import type { TogetherRow } from '#storage/together'
import type { Column } from '#ui/BigTable.tsx'
import { colours } from '#ui/theme'
import { StatusMark } from './StatusMark.tsx'

const looks = {
  together: { shape: '●', colour: colours.ok },
  goal: { shape: '▲', colour: colours.attention },
  funds: { shape: '▲', colour: colours.attention },
  none: { shape: '○', colour: colours.secondary },
  exempt: { shape: '—', colour: colours.secondary },
} as const

/** The goal's day and the funds' day of a stage, and whether they went together. */
function Stage({ row, stage }: { row: TogetherRow; stage: TogetherStage }) {
  const state = stageState(row.together, stage, row)
  const { shape, colour } = looks[state]
  const [goal, funds] = [dayOf(row.together.goal, stage), dayOf(row.together.funds, stage)]
  const word = state === 'exempt' && row.secret ? '涉密，不公示' : stageStates[state]
  return (
    <Box component="span" sx={{ color: colour }}>
      <span aria-hidden="true">{shape}</span> {state === 'together' && goal === funds ? goal : word}
      {state !== 'together' && (goal || funds) && ` ${goal || funds}`}
    </Box>
  )
}

export function togetherColumns(units: ReadonlyMap<string, Unit>): Column<TogetherRow>[] {
  return [
    { id: 'name', title: '项目名称', width: 260, grow: 2, sortable: false, cell: (row) => row.name },
    {
      id: 'unit',
      title: '单位',
      width: 180,
      grow: 1,
      sortable: false,
      cell: (row) => units.get(row.unitId)?.name ?? '',
    },
    {
      id: 'status',
      title: '状态',
      width: 96,
      sortable: false,
      cell: (row) => <StatusMark status={row.status} />,
    },
    ...togetherStageList.map((stage) => ({
      id: stage,
      title: `同步${togetherStages[stage]}`,
      width: 150,
      sortable: false,
      cell: (row: TogetherRow) => <Stage row={row} stage={stage} />,
      hover: (row: TogetherRow) =>
        `目标 ${dayOf(row.together.goal, stage) || '未登记'}，资金 ${dayOf(row.together.funds, stage) || '未登记'}`,
    })),
  ]
}
