import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { amountLabels } from '#domain/execution/line'
import type { PlanRow } from '#domain/execution/plan'
import { fundingSources } from '#domain/goals/goal'
import { formatWanExact } from '#domain/money'
import { colours } from '#ui/theme'
import { GoalChoice } from './GoalChoice.tsx'
import { GroupMark } from './ImportTable.tsx'
import { type ImportRow, reasonOf } from './import-rows.ts'
import type { ExecutionWorld } from './use-execution-import.ts'

/** Everything about one line: where it stands, its amounts, its project, and what a person may decide. */
export function ImportPanel(props: {
  row: ImportRow | undefined
  year: number
  world: ExecutionWorld
  onDecide: (lines: readonly string[], goalId: string) => void
  onKeep: (key: string) => void
}) {
  const { row, world } = props
  return (
    <Box component="aside" aria-label="所选行的详情" tabIndex={0} sx={panelStyle}>
      {!row && <Box sx={{ color: colours.secondary }}>选中一行，这里显示它的金额和对应的项目。</Box>}
      {row && (
        <>
          <Box>
            <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
              {row.row.line.name || row.row.line.code}
            </Typography>
            <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              <GroupMark group={row.group} /> · {row.row.line.unitName || '未写单位'}
              <br />
              {row.row.line.file} · {row.row.line.sheet} 第 {row.row.line.rowNumber} 行
            </Box>
          </Box>
          {reasonOf(row, props.year) !== '' && <Box>{reasonOf(row, props.year)}</Box>}
          {row.group === 'duplicate' && (
            <Button variant="outlined" onClick={() => props.onKeep(row.key)}>
              不是重复，照常计入
            </Button>
          )}
          <Amounts row={row.row} />
          {row.row.fault === null && row.group !== 'duplicate' && (
            <GoalChoice
              key={row.key}
              candidates={row.row.match.candidates}
              goals={world.goals}
              units={world.units}
              value={row.row.goalId || (row.row.match.way === 'hand' ? '' : null)}
              onChoose={(goalId) => props.onDecide([row.row.identity], goalId)}
            />
          )}
        </>
      )}
    </Box>
  )
}

const panelStyle = {
  ...{
    width: { xs: 'min(360px, 38vw)', xl: 460 },
    flex: 'none',
    overflow: 'auto',
    p: 4,
    fontSize: 13,
    lineHeight: '20px',
  },
  ...{ borderLeft: 1, borderColor: 'divider', bgcolor: 'background.paper' },
  ...{ display: 'flex', flexDirection: 'column', gap: 4 },
} as const

function Amounts({ row }: { row: PlanRow }) {
  const { line } = row
  const paid = line.given === 'monthly' ? '当月支出' : '累计支出'
  const amounts = [
    [amountLabels.initial, line.initial],
    [amountLabels.adjusted, line.adjusted],
    [amountLabels.allocated, line.allocated],
    [paid, line.stated],
  ] as const
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 1 }}>
      <dt>月份</dt>
      <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
        {line.month === null ? '未写' : `${line.month} 月`}
      </Box>
      <dt>资金来源</dt>
      <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
        {line.source === '' ? '未分来源' : fundingSources[line.source]}
      </Box>
      {amounts.map(([name, amount]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{name}</dt>
          <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
            {amount === null ? '—' : `${formatWanExact(amount)} 万元`}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
