import Box from '@mui/material/Box'
import {
  dayOf,
  daysApart,
  exemptionOf,
  type StageState,
  stageStates,
  type TogetherStage,
  togetherStageList,
  togetherStages,
} from '#domain/goals/together'
import type { Unit } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import type { TogetherRow } from './together-rows.ts'

const looks: Readonly<Record<StageState, { shape: string; colour: string }>> = {
  together: { shape: '●', colour: colours.ok },
  goal: { shape: '▲', colour: colours.attention },
  funds: { shape: '▲', colour: colours.attention },
  none: { shape: '○', colour: colours.secondary },
  exempt: { shape: '—', colour: colours.secondary },
}

/** Columns of the register: the days of goal and funds side by side in each stage. */
export function togetherColumns(units: ReadonlyMap<string, Unit>): Column<TogetherRow>[] {
  const unitName = (row: TogetherRow) => units.get(row.unitId)?.name ?? ''
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 200,
      grow: 2,
      cell: (row) => row.name || '（未填名称）',
      hover: (row) => row.name,
    },
    {
      id: 'unit',
      title: '单位',
      width: 140,
      grow: 1,
      sortable: false,
      cell: (row) => <NameEnd text={unitName(row)} />,
      hover: unitName,
    },
    ...togetherStageList.map(
      (stage): Column<TogetherRow> => ({
        id: stage,
        title: `${togetherStages[stage]}（目标 / 资金）`,
        width: 156,
        cell: (row) => <StageCell row={row} stage={stage} />,
        hover: (row) => stageText(row, stage),
      }),
    ),
    {
      id: 'findings',
      title: '问题',
      width: 64,
      cell: (row) =>
        row.findings.length > 0 && (
          <Box component="span" sx={{ color: colours.alarm }}>
            ■ {row.findings.length}
          </Box>
        ),
      hover: (row) => row.findings.map(({ message }) => message).join('\n'),
    },
  ]
}

/** Month and day: the whole date is on hover. */
function shortDay(day: string): string {
  return day === '' ? '未登记' : day.slice(5)
}

function daysOf({ together }: TogetherRow, stage: TogetherStage) {
  return { goalOn: dayOf(together.goal, stage), fundsOn: dayOf(together.funds, stage) }
}

function StageCell({ row, stage }: { row: TogetherRow; stage: TogetherStage }) {
  const state = row.stages[stage]
  const { goalOn, fundsOn } = daysOf(row, stage)
  const look = looks[state]
  const days = `${shortDay(goalOn)} / ${shortDay(fundsOn)}`
  return (
    <Box component="span" sx={{ color: look.colour }}>
      <span aria-hidden="true">{look.shape}</span>{' '}
      {state === 'exempt' ? exemptionOf(row) : state === 'none' ? stageStates.none : days}
    </Box>
  )
}

function stageText(row: TogetherRow, stage: TogetherStage): string {
  const state = row.stages[stage]
  if (state === 'exempt') return exemptionOf(row)
  const { goalOn, fundsOn } = daysOf(row, stage)
  const apart = daysApart(row.together, stage)
  const apartText = apart === null ? '' : apart === 0 ? '，同一天' : `，相差 ${apart} 天`
  const days = `目标 ${goalOn || '未登记'}，资金 ${fundsOn || '未登记'}`
  return `${togetherStages[stage]}：${days}（${stageStates[state]}${apartText}）`
}
